import type { FastifyInstance } from 'fastify'
import { boardRoutes } from './board.ts'
import { hubPageRoutes } from './hubs.ts'
import { hubLiveRoutes } from './live.ts'
import { measureRoutes } from './measures.ts'
import { screenRoutes } from './screens.ts'
import { ticketRoutes } from './tickets.ts'

export async function hubRoutes(app: FastifyInstance): Promise<void> {
  await hubPageRoutes(app)
  await boardRoutes(app)
  await ticketRoutes(app)
  await measureRoutes(app)
  await screenRoutes(app)
  hubLiveRoutes(app)
}
