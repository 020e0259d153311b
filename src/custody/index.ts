import type { Capability } from '../platform/capability.ts'
import { arrivalRoutes } from './routes/arrivals.ts'
import { custodyRoutes } from './routes/dates.ts'
import { personMoveRoutes } from './routes/person-moves.ts'

export { type DateShown, dateShown } from './date-shown.ts'
export { type EnteredDate, enterReleaseDate } from './enter-date.ts'
export { type EarlierRelease, earlierRelease } from './friday-rule.ts'
export { earlyLabel, releaseDateLabel, releaseDateLongLabel, sourceLabel } from './labels.ts'
export type { SaidMovement } from './moves/contradiction.ts'
export { type MovementKind, movementKinds } from './moves/movement-states.ts'
export { recordMovement } from './moves/record-movement.ts'
export { contradictionText } from './moves/say-contradiction.ts'
export { listReleaseDates, type SaidDate } from './queries/dates.ts'
export { type DateSaid, insertReleaseDates as sayReleaseDates, upsertStays as placePeople } from './queries/incoming.ts'
export { findByPrisonNumber, listPrisons } from './queries/movements.ts'
export {
  isReleaseDateKind,
  type ReleaseDateKind,
  type ReleaseDates,
  releaseDateKinds,
  type ShownDateKind,
} from './release-dates.ts'
export { isWorkingDay } from './working-days.ts'

export const capability: Capability = {
  routes: async (app) => {
    await custodyRoutes(app)
    await personMoveRoutes(app)
    await arrivalRoutes(app)
  },
}
