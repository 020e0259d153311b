import type { FastifyInstance } from 'fastify'
import { largestFile } from '../../imports/index.ts'
import { acceptUploads } from '../../platform/web/upload.ts'
import { cohortRoutes } from './cohorts.ts'
import { extractRoutes } from './extracts.ts'
import { severityRoutes } from './severity.ts'

export async function reoffendingRoutes(app: FastifyInstance): Promise<void> {
  await acceptUploads(app, largestFile)
  await cohortRoutes(app)
  await extractRoutes(app)
  await severityRoutes(app)
}
