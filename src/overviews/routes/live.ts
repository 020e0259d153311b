import type { FastifyInstance, FastifyRequest } from 'fastify'
import { getCaseFrame } from '../../cases/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { openStreams } from '../../platform/web/event-stream.ts'
import { whoIsStill } from '../../sign-in/index.ts'

/**
 * Says to an open page that something about its case changed; which case and nothing more, so there is nothing to look
 * at here. Sight is checked when the page connects and every 30 seconds; it closes when sight or the session has ended.
 */
export function liveRoute(app: FastifyInstance): void {
  const stream = openStreams(app)

  app.get<{ Params: { caseId: string } }>(
    '/cases/:caseId/live',
    { config: { may: 'see cases', looks: 'none' } },
    async (request, reply) => {
      const { caseId } = request.params
      await mustSee(request, caseId)
      stream(request, reply, caseId.toLowerCase(), () => stillSees(request, caseId))
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
