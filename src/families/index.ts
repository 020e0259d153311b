import type { FastifyInstance } from 'fastify'
import type { Capability } from '../platform/capability.ts'
import { besideRoutes } from './routes/beside.ts'
import { dayRoutes } from './routes/days.ts'
import { familyRoutes } from './routes/family.ts'
import { portalRoutes } from './routes/portal.ts'

export { isReachable, relations, type Share, shares, ways } from './kinds.ts'
export { sharesDifference } from './views/shares-form.tsx'
export { words as familyWords } from './words.ts'

export const capability: Capability = {
  async routes(app: FastifyInstance) {
    await familyRoutes(app)
    await besideRoutes(app)
    await dayRoutes(app)
    await portalRoutes(app)
  },
}
