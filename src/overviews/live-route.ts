import type { FastifyInstance, FastifyRequest } from 'fastify'
import { getCaseFrame } from '../cases/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { whoIsStill } from '../sign-in/index.ts'

const checkEveryMs = 30_000
const mostPages = 2_000 // open at once, of this process

/**
 * Says to an open page that something about its case changed; which case and nothing more, so there is nothing to look
 * at here. Sight is checked when the page connects and every 30 seconds; it closes when sight or the session has ended.
 */
export function liveRoute(app: FastifyInstance): void {
  const open = new Set<() => void>()
  app.addHook('preClose', async () => {
    for (const close of open) close()
  })

  app.get<{ Params: { caseId: string } }>(
    '/cases/:caseId/live',
    { config: { may: 'see cases', looks: 'none' } },
    async (request, reply) => {
      const { caseId } = request.params
      await mustSee(request, caseId)
      const { live } = app.site
      if (!live || open.size >= mostPages) throw new Refusal('too many', 'live.too-many')

      reply.hijack()
      const { raw } = reply
      raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      raw.write('retry: 3000\n\n')

      const stop = live.listen(caseId.toLowerCase(), () => raw.write('data: changed\n\n'))
      const check = setInterval(() => {
        stillSees(request, caseId).then(
          (isSeen) => (isSeen ? raw.write(': still here\n\n') : close()),
          () => close(),
        )
      }, checkEveryMs)
      const close = () => {
        clearInterval(check)
        stop()
        open.delete(close)
        raw.end()
      }
      open.add(close)
      request.raw.on('close', close)
    },
  )
}

async function mustSee(request: FastifyRequest, caseId: string): Promise<void> {
  await request.read((reading) => getCaseFrame(reading, caseId))
}

/** Whoever signed in then must be signed in now, and still see the case. */
async function stillSees(request: FastifyRequest, caseId: string): Promise<boolean> {
  const actor = await whoIsStill(request.server.database, request)
  if (!actor || actor.userId !== request.actor.userId) return false
  return request.server.database.read(actor, (reading) =>
    getCaseFrame(reading, caseId).then(
      () => true,
      (error) => {
        if (error instanceof Refusal) return false
        throw error
      },
    ),
  )
}
