import type { FastifyInstance } from 'fastify'
import type { Capability } from '../platform/capability.ts'
import { contractJobs } from './jobs.ts'
import { claimRoutes } from './routes/claims.ts'
import { contractRoutes } from './routes/contracts.ts'

export const capability: Capability = {
  async routes(app: FastifyInstance) {
    await contractRoutes(app)
    await claimRoutes(app)
  },
  jobs: contractJobs,
  crontab: ['50 * * * * count-contracts'],
}
