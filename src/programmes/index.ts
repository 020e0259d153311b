import type { Capability } from '../platform/capability.ts'
import { programmeRoutes } from './routes/index.ts'
import { bringProgrammes } from './shipped.ts'

export { sendResultsAlong } from './keep-lessons.ts'
export { mayKeep } from './keep-programme.ts'
export {
  type CourseGender,
  type CourseMode,
  courseGenders,
  courseModes,
  type EligibilityRule,
  type PackageSession,
  type ProgrammePackage,
} from './package/schema.ts'
export { getProgramme, listProgrammes, type Programme } from './queries.ts'
export { type RuleCode, ruleText } from './rule-words.ts'

export const capability: Capability = { routes: programmeRoutes, prepare: bringProgrammes }
