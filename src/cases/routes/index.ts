import type { FastifyInstance } from 'fastify'
import { caseloadRoutes } from './caseload.ts'
import { reasonRoutes } from './reason.ts'
import { teamRoutes } from './team.ts'

/** The pages of cases that are about their team and about the reader's caseload. */
export async function caseRoutes(app: FastifyInstance): Promise<void> {
  await caseloadRoutes(app)
  await teamRoutes(app)
  await reasonRoutes(app)
}
