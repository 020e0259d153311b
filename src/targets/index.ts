import type { FastifyInstance } from 'fastify'
import type { Capability } from '../platform/capability.ts'
import { targetJobs } from './jobs.ts'
import { outputRoutes } from './routes/outputs.ts'
import { smartPlanRoutes } from './routes/smart-plans.ts'
import { targetRoutes } from './routes/targets.ts'

export { readTargetLines, type TargetLine } from './target-lines.ts'

export const capability: Capability = {
  async routes(app: FastifyInstance) {
    await targetRoutes(app)
    await outputRoutes(app)
    await smartPlanRoutes(app)
  },
  jobs: targetJobs,
  crontab: ['35 * * * * recount-targets', '25 5 * * * remind-smart-plans'],
}
