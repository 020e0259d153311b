import type { FastifyInstance } from 'fastify'
import { buildAgain, giveCopy, takeCopy } from '../hand-over.ts'
import type { CopyFormat } from '../queries/bundles.ts'
import { readGiving } from '../request-form.ts'
import { deciding, type OfRequest, showRequest } from './shown.ts'

const types = { pdf: 'application/pdf', json: 'application/json; charset=utf-8' } as const
const taking = { config: { may: 'answer subject access', looks: 'personal', asksAgain: true } } as const

/** The copy leaves: each file once, then who got it. */
export async function copyRoutes(app: FastifyInstance): Promise<void> {
  for (const format of ['pdf', 'json'] satisfies CopyFormat[]) {
    app.post<OfRequest>(`/subject-access/:requestId/copy.${format}`, taking, async (request, reply) => {
      const bytes = await request.change((change) => takeCopy(change, request.params.requestId, format))
      const disposition = `attachment; filename="copy.${format}"`
      return reply.type(types[format]).header('content-disposition', disposition).send(bytes)
    })
  }

  app.post<OfRequest>('/subject-access/:requestId/again', deciding, async (request, reply) => {
    await request.change((change) => buildAgain(change, request.params.requestId))
    return reply.redirect(`/subject-access/${request.params.requestId}?done=done`, 303)
  })

  app.post<OfRequest>('/subject-access/:requestId/given', deciding, async (request, reply) => {
    const form = readGiving(request.body, app.database.clock.now())
    if (!form.valid) return showRequest(request, reply.status(422), form)
    await request.change((change) => giveCopy(change, request.params.requestId, form.values))
    return reply.redirect(`/subject-access/${request.params.requestId}?done=done`, 303)
  })
}
