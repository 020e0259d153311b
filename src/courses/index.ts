import type { Capability } from '../platform/capability.ts'
import { courseRoutes } from './routes/index.ts'

export { RegisterWingLine } from './views/register-wing-line.tsx'

export const capability: Capability = { routes: courseRoutes }
