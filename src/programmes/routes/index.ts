import type { FastifyInstance } from 'fastify'
import { adaptRoutes } from './adapt.ts'
import { guideRoutes } from './guides.ts'
import { lessonRoutes } from './lessons.ts'
import { programmePageRoutes } from './programmes.ts'

export async function programmeRoutes(app: FastifyInstance): Promise<void> {
  await programmePageRoutes(app)
  await adaptRoutes(app)
  await guideRoutes(app)
  await lessonRoutes(app)
}
