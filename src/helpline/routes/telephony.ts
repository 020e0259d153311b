import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { hearSwitch } from '../queries/hear-switch.ts'

const largestBody = 4096
const mostSignatures = 5
const headers = z.object({
  'webhook-id': z.string().min(1).max(120),
  'webhook-timestamp': z.string().regex(/^\d{1,12}$/),
  'webhook-signature': z.string().min(1).max(1000),
})
const address = z.object({ lineId: z.uuid() })
const statusOf = { HEARD: 202, AGAIN: 202, UNREADABLE: 422, NOT_OURS: 401 } as const

/** A telephone system says that it rings, was answered, ended. Signed; whoever cannot sign learns nothing, not even whether there is a line. */
export async function telephonyRoutes(app: FastifyInstance): Promise<void> {
  await app.register(async (wire) => {
    wire.removeAllContentTypeParsers()
    // To the byte: the signature is over it.
    wire.addContentTypeParser('*', { parseAs: 'string', bodyLimit: largestBody }, (_request, body, done) =>
      done(null, body),
    )
    wire.post('/helpline-telephony/:lineId', { config: { may: 'anyone', isApi: true } }, async (request, reply) => {
      const at = address.safeParse(request.params)
      const said = headers.safeParse(request.headers)
      if (!at.success || !said.success || typeof request.body !== 'string') return reply.status(401).send()
      const heard = await hearSwitch(app.database, {
        helplineId: at.data.lineId,
        id: said.data['webhook-id'],
        sentAt: Number(said.data['webhook-timestamp']),
        body: request.body.replaceAll('\0', ''),
        signatures: said.data['webhook-signature'].split(' ').slice(0, mostSignatures),
      })
      return reply.status(statusOf[heard]).send()
    })
  })
}
