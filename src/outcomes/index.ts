import type { Capability } from '../platform/capability.ts'
import { outcomeCommands } from './commands.ts'

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
export { type Scale, scaleOf } from './pictures/scale.ts'
export type { Column, Kind, NumberColumn, TextColumn } from './table/column-builders.ts'
export { FileProblem } from './table/file-problem.ts'
export { readRecords } from './table/read-records.ts'
export { delimiterOf, readTable, type Table, type Wanted } from './table/read-table.ts'

export const capability: Capability = { fileCommands: outcomeCommands }
