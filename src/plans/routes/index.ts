import type { FastifyInstance } from 'fastify'
import { goalRoutes } from './goals.ts'
import { leadTimeRoutes } from './lead-times.ts'
import { wholePlanRoutes } from './plan.ts'
import { reviewRoutes } from './reviews.ts'
import { stepRoutes } from './steps.ts'

/** The pages of the plan: the whole of it, its goals, steps and reviews, and the lead times that warn. */
export async function planRoutes(app: FastifyInstance): Promise<void> {
  await wholePlanRoutes(app)
  await goalRoutes(app)
  await stepRoutes(app)
  await reviewRoutes(app)
  await leadTimeRoutes(app)
}
