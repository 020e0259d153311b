import type { FastifyInstance } from 'fastify'
import { dueRoutes } from './due.ts'
import { numberRoutes } from './numbers.ts'
import { sessionRoutes } from './sessions.ts'
import { unfiledRoutes } from './unfiled.ts'
import { wingRoutes } from './wing.ts'

/** The pages of key work. */
export async function keyWorkRoutes(app: FastifyInstance): Promise<void> {
  await dueRoutes(app)
  await sessionRoutes(app)
  await wingRoutes(app)
  await unfiledRoutes(app)
  await numberRoutes(app)
}
