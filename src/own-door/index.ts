import type { FastifyInstance } from 'fastify'
import type { Capability } from '../platform/capability.ts'
import { personRoutes } from './person-routes.ts'
import { workerRoutes } from './worker-routes.ts'

export const capability: Capability = {
  async routes(app: FastifyInstance) {
    await personRoutes(app)
    await workerRoutes(app)
  },
}
