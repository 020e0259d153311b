import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { dayAt } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { whoIsStill } from '../../sign-in/index.ts'
import { getHub } from '../queries/hubs.ts'
import { readScreen } from '../queries/screens.ts'
import type { OfHub } from './board.ts'
import { screenOf } from './screen-session.ts'

const checkEveryMs = 30_000
const mostBoards = 2_000 // open at once, of this process

/** Says to open boards and screens that their hub changed, and nothing more. Sight is checked at the start and every 30 seconds. */
export function hubLiveRoutes(app: FastifyInstance): void {
  const open = new Set<() => void>()
  app.addHook('preClose', async () => {
    for (const close of open) close()
  })
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

  function stream(request: FastifyRequest, reply: FastifyReply, hubId: string, isStill: () => Promise<boolean>): void {
    const { live } = app.site
    if (!live || open.size >= mostBoards) throw new Refusal('too many', 'live.too-many')
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    raw.write('retry: 3000\n\n')
    const stop = live.listen(hubId, () => raw.write('data: changed\n\n'))
    const check = setInterval(() => {
      isStill().then(
        (still) => (still ? raw.write(': still here\n\n') : close()),
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
  }
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
