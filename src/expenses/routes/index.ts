import type { FastifyInstance } from 'fastify'
import { claimRoutes } from './claims.ts'
import { fundRoutes } from './funds.ts'

/** The pages of expenses: claiming, deciding, funds and batches. */
export async function expenseRoutes(app: FastifyInstance): Promise<void> {
  await claimRoutes(app)
  await fundRoutes(app)
}
