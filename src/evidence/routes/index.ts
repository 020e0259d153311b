import type { FastifyInstance } from 'fastify'
import { acceptUploads } from '../../platform/web/upload.ts'
import { largestFile } from '../analyses/keep-analysis.ts'
import { analysisRoutes } from './analyses.ts'
import { atWorkRoutes } from './at-work.ts'
import { packRoutes } from './pack.ts'
import { resultRoutes } from './results.ts'
import { scoreRoutes } from './scores.ts'
import { storyRoutes } from './stories.ts'

export async function evidenceRoutes(app: FastifyInstance): Promise<void> {
  await acceptUploads(app, largestFile)
  await analysisRoutes(app)
  await atWorkRoutes(app)
  await packRoutes(app)
  await resultRoutes(app)
  await scoreRoutes(app)
  await storyRoutes(app)
}
