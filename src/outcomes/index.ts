import type { Capability } from '../platform/capability.ts'
import { outcomeCommands } from './commands.ts'

export type { MatchAnswer } from './matching/compare.ts'
export {
  binomialLowerTail,
  chiSquaredQuantile,
  chiSquaredUpperTail,
  normalQuantile,
  normalUpperTail,
  studentTwoSidedP,
  twoSidedP,
} from './numbers/distributions.ts'
export { differenceInterval, type Interval, wilsonInterval } from './numbers/proportions.ts'
export { Given, NotUnderstood, type Option } from './options.ts'
export { type Answer, type OutcomeCommand, outcomeCommand } from './outcome-command.ts'
export { BalancePicture } from './pictures/balance-picture.tsx'
export { ForestPicture } from './pictures/forest-picture.tsx'
export { InPage } from './pictures/frame.tsx'
export { RunChart } from './pictures/run-chart.tsx'
export { type Scale, scaleOf } from './pictures/scale.ts'
export { SurvivalPicture } from './pictures/survival-picture.tsx'
export { type PeopleNeeded, peopleNeeded, powerWith } from './planning/sample-size.ts'
export type { SeriesAnswer } from './series/interrupted.ts'
export type { SurvivalAnswer } from './survival/analyse.ts'
export type { Column, Kind, NumberColumn, TextColumn } from './table/column-builders.ts'
export { FileProblem } from './table/file-problem.ts'
export { readRecords } from './table/read-records.ts'
export { delimiterOf, readTable, type Table, type Wanted } from './table/read-table.ts'

export const capability: Capability = { fileCommands: outcomeCommands }
