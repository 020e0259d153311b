import type { FastifyInstance, FastifyRequest } from 'fastify'
import { openStreams } from '../../platform/web/event-stream.ts'
import { whoIsStill } from '../../sign-in/index.ts'
import { getHelpline } from '../queries/lines.ts'
import type { OfLine } from './board.ts'

/** Says to open boards that their line changed. Whoever signed in then must be signed in now, and of the line still. */
export function helplineLiveRoute(app: FastifyInstance): void {
  const stream = openStreams(app)

  app.get<OfLine>(
    '/helpline/:lineId/live',
    { config: { may: 'see the helpline', looks: 'none' } },
    async (request, reply) => {
      const { id } = await request.read((reading) => getHelpline(reading, request.params.lineId))
      stream(request, reply, id, () => isStillTheirs(request, id))
    },
  )
}

async function isStillTheirs(request: FastifyRequest, id: string): Promise<boolean> {
  const { database } = request.server
  const actor = await whoIsStill(database, request)
  if (!actor || actor.userId !== request.actor.userId) return false
  return database
    .read(actor, (reading) => getHelpline(reading, id))
    .then(
      () => true,
      () => false,
    )
}
