import type { Capability } from '../platform/capability.ts'
import { mentorRoutes } from './routes/index.ts'

export { hoursOf } from './views/parts.tsx'

export const capability: Capability = { routes: mentorRoutes }
