import type { FastifyInstance, FastifyRequest } from 'fastify'
import { dayAt } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { openStreams } from '../../platform/web/event-stream.ts'
import { whoIsStill } from '../../sign-in/index.ts'
import { getHub } from '../queries/hubs.ts'
import { readScreen } from '../queries/screens.ts'
import type { OfHub } from './board.ts'
import { screenOf } from './screen-session.ts'

/** Says to open boards and screens that their hub changed, and nothing more. Sight is checked at the start and every 30 seconds. */
export function hubLiveRoutes(app: FastifyInstance): void {
  const stream = openStreams(app)
  const { tokenOf } = screenOf(app)

  app.get<OfHub>('/hubs/:hubId/live', { config: { may: 'see cases', looks: 'none' } }, async (request, reply) => {
    const { id } = await request.read((reading) => getHub(reading, request.params.hubId))
    stream(request, reply, id, () => isStillTheirs(request, id))
  })

  app.get('/screens/live', { config: { may: 'anyone' } }, async (request, reply) => {
    const read = () => readScreen(app.database, tokenOf(request), dayAt(app.database.clock.now()))
    const shown = await read()
    if (!shown) throw new Refusal('not found', 'hub.not-found')
    stream(request, reply, shown.hubId, async () => (await read()) !== undefined)
  })
}

/** Whoever signed in then must be signed in now, and of the hub still. */
async function isStillTheirs(request: FastifyRequest, hubId: string): Promise<boolean> {
  const { database } = request.server
  const actor = await whoIsStill(database, request)
  if (!actor || actor.userId !== request.actor.userId) return false
  return database
    .read(actor, (reading) => getHub(reading, hubId))
    .then(
      () => true,
      () => false,
    )
}
