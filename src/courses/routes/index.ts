import type { FastifyInstance } from 'fastify'
import { cautionRoutes } from './cautions.ts'
import { coursePageRoutes } from './courses.ts'
import { figureRoutes } from './figures.ts'
import { placeRoutes } from './places.ts'
import { posterRoutes } from './posters.ts'
import { registerRoutes } from './register.ts'
import { sessionRoutes } from './sessions.ts'
import { unfiledRoutes } from './unfiled.ts'

export async function courseRoutes(app: FastifyInstance): Promise<void> {
  await coursePageRoutes(app)
  await placeRoutes(app)
  await registerRoutes(app)
  await sessionRoutes(app)
  await unfiledRoutes(app)
  await posterRoutes(app)
  await cautionRoutes(app)
  await figureRoutes(app)
}
