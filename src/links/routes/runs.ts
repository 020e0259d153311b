import type { FastifyInstance, FastifyRequest } from 'fastify'
import { openStreams } from '../../platform/web/event-stream.ts'
import { whoIsStill } from '../../sign-in/index.ts'
import { askRun, stopRun } from '../ask-run.ts'
import { findLastRun } from '../queries/runs.ts'
import { liveRun } from '../views/run-part.tsx'

interface OfRun {
  Params: { linkRunId: string }
}
const coordinates = { config: { may: 'coordinate the partnership', looks: 'none' } } as const

/** A comparing of all records: asked for, watched, left, come back to, stopped. */
export async function runRoutes(app: FastifyInstance): Promise<void> {
  const stream = openStreams(app)

  app.post('/links/runs', coordinates, async (request, reply) => {
    await request.change(askRun)
    return reply.redirect('/links', 303)
  })

  app.post<OfRun>('/links/runs/:linkRunId/stop', coordinates, async (request, reply) => {
    await request.change((change) => stopRun(change, request.params.linkRunId))
    return reply.redirect('/links', 303)
  })

  app.get('/links/run', coordinates, async (request, reply) => {
    const run = await request.read(findLastRun)
    return reply.type('text/html; charset=utf-8').send(`${await liveRun({ page: request.page(), run })}`)
  })

  app.get<OfRun>('/links/runs/:linkRunId/live', coordinates, async (request, reply) => {
    const { linkRunId } = request.params
    stream(request, reply, linkRunId, () => mayStill(request))
  })
}

/** Whoever signed in then must be signed in now, and coordinate still. */
async function mayStill(request: FastifyRequest): Promise<boolean> {
  const actor = await whoIsStill(request.server.database, request)
  return actor?.userId === request.actor.userId && actor.may.has('coordinate the partnership')
}
