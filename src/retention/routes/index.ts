import type { FastifyInstance } from 'fastify'
import { disposalRoutes } from './disposals.ts'
import { dueRoutes } from './due.ts'
import { personRoutes } from './person.ts'
import { scheduleRoutes } from './schedule.ts'

/** The schedule, what is due, what must stay, and disposals with their certificates. */
export async function retentionRoutes(app: FastifyInstance): Promise<void> {
  await scheduleRoutes(app)
  await dueRoutes(app)
  await personRoutes(app)
  await disposalRoutes(app)
}
