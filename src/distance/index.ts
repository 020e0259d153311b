import type { FastifyInstance } from 'fastify'
import { listContextEvents } from '../context-events/index.ts'
import type { Capability } from '../platform/capability.ts'
import { distanceJobs } from './jobs.ts'
import { listDistances } from './queries/distance.ts'
import { listFlows } from './queries/flows.ts'
import { DistancePage } from './views/distance-page.tsx'

export { type DistanceLine, distanceName, readDistanceLines } from './distance-lines.ts'
export { type Measure, measures } from './measures.ts'

export const capability: Capability = {
  routes: distanceRoutes,
  jobs: distanceJobs,
  crontab: ['50 3 * * * recount-distance'],
}

async function distanceRoutes(app: FastifyInstance): Promise<void> {
  app.get('/distance', { config: { may: 'see evidence', looks: 'none' } }, async (request, reply) => {
    const shown = await request.report(async (reading) => ({
      distances: await listDistances(reading),
      flows: await listFlows(reading),
      events: await listContextEvents(reading),
    }))
    return reply.page(DistancePage({ page: request.page(), ...shown }))
  })
}
