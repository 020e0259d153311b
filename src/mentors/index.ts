import type { Capability } from '../platform/capability.ts'
import { mentorRoutes } from './routes/index.ts'

export { type FreeMentor, findMatches, type Mentee } from './find-matches.ts'
export type { Ending, OwnWay, Stage } from './kinds.ts'

export const capability: Capability = { routes: mentorRoutes }
