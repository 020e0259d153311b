import type { FastifyInstance } from 'fastify'
import { courseRoutes } from './course.ts'
import { timeRoutes } from './times.ts'
import { wingPageRoutes } from './wing.ts'

/** A wing before people leave it, the course before release, and when services are there. */
export async function wingRoutes(app: FastifyInstance): Promise<void> {
  await wingPageRoutes(app)
  await courseRoutes(app)
  await timeRoutes(app)
}
