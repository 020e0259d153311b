import type { FastifyInstance } from 'fastify'
import { caseRoutes } from './routes/of-case.ts'
import { pageRoutes } from './routes/pages.ts'
import { questionSetRoutes } from './routes/question-sets.ts'
import { submissionRoutes } from './routes/submission.ts'

/** The pages of the assessment, and the editor of its questions. */
export async function assessmentRoutes(app: FastifyInstance): Promise<void> {
  await caseRoutes(app)
  await pageRoutes(app)
  await submissionRoutes(app)
  await questionSetRoutes(app)
}
