import type { FastifyInstance } from 'fastify'
import type { Capability } from '../platform/capability.ts'
import { themeJobs } from './jobs.ts'
import { themeCaseRoutes } from './routes/cases.ts'
import { themeDisposalRoutes } from './routes/disposals.ts'
import { themeMeetingRoutes } from './routes/meetings.ts'
import { themeReportRoutes } from './routes/reports.ts'
import { themeRoutes } from './routes/themes.ts'

export const capability: Capability = {
  async routes(app: FastifyInstance) {
    await themeRoutes(app)
    await themeCaseRoutes(app)
    await themeDisposalRoutes(app)
    await themeMeetingRoutes(app)
    await app.register(themeReportRoutes) // apart: it teaches its forms to carry a file
  },
  jobs: themeJobs,
  crontab: ['40 2 * * * dispose-themes'],
}
