import type { FastifyInstance } from 'fastify'
import { checkRoutes } from './checks.ts'
import { clockRoutes } from './clock.ts'
import { copyRoutes } from './copies.ts'
import { itemRoutes } from './items.ts'
import { requestRoutes } from './requests.ts'

export async function subjectAccessRoutes(app: FastifyInstance): Promise<void> {
  await requestRoutes(app)
  await clockRoutes(app)
  await itemRoutes(app)
  await checkRoutes(app)
  await copyRoutes(app)
}
