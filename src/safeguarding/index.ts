import type { Capability } from '../platform/capability.ts'
import { safeguardingRoutes } from './routes.ts'

export { closeNote, openNote } from './open-note.ts'

export const capability: Capability = { routes: safeguardingRoutes }
