import type { Capability } from '../platform/capability.ts'
import { custodyRoutes } from './routes.ts'

export { type DateShown, dateShown } from './date-shown.ts'
export { type EnteredDate, enterReleaseDate } from './enter-date.ts'
export { type EarlierRelease, earlierRelease } from './friday-rule.ts'
export { earlyLabel, releaseDateLabel, sourceLabel } from './labels.ts'
export { listReleaseDates, type SaidDate } from './queries/dates.ts'
export { type DateSaid, insertReleaseDates as sayReleaseDates, upsertStays as placePeople } from './queries/incoming.ts'
export { isReleaseDateKind, type ReleaseDateKind, type ReleaseDates, releaseDateKinds } from './release-dates.ts'
export { isWorkingDay } from './working-days.ts'

export const capability: Capability = { routes: custodyRoutes }
