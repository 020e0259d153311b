import type { FastifyInstance } from 'fastify'
import { absenceRoutes } from './absences.ts'
import { managementRoutes } from './management.ts'
import { moveRoutes } from './moves.ts'
import { unallocatedRoutes } from './unallocated.ts'
import { workloadRoutes } from './workloads.ts'

/** The pages of workloads, allocation, absence, and the rule by which somebody is managed. */
export async function allocationRoutes(app: FastifyInstance): Promise<void> {
  await workloadRoutes(app)
  await absenceRoutes(app)
  await unallocatedRoutes(app)
  await moveRoutes(app)
  await managementRoutes(app)
}
