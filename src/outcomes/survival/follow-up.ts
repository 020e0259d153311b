import { FileProblem } from '../table/file-problem.ts'
import type { Table } from '../table/read-table.ts'

/** Who was watched, from when, until when, and whether the event came: one entry a row. */
export interface FollowUp {
  n: number
  /** Watched from just after this time; absent where everybody is watched from 0. */
  start: Float64Array | undefined
  /** Watched until this time. */
  time: Float64Array
  /** 1 where the event came at that time, 0 where nobody looked further. */
  event: Uint8Array
}

/** The columns of a file that say so. */
export interface FollowUpColumns {
  time: string
  event: string
  start?: string | undefined
}

/**
 * Reads who was watched for how long.
 *
 * @throws FileProblem a time below 0, a start that does not come before its end, or more than one event and all at one time.
 */
export function followUpOf(table: Table, columns: FollowUpColumns): FollowUp {
  const time = Float64Array.from(table.number(columns.time))
  const start = columns.start === undefined ? undefined : Float64Array.from(table.number(columns.start))
  const event = eventsOf(table, columns.event)
  for (let row = 0; row < table.rows; row += 1) checkRow(table.rowNumbers[row]!, columns, time[row]!, start?.[row])
  joinNearlyEqual(start ? [start, time] : [time])
  checkEvents({ n: table.rows, start, time, event }, columns)
  return { n: table.rows, start, time, event }
}

/** 1 and 0 as they are; where all are 2 and 1, as R also takes them, 2 is the event. */
function eventsOf(table: Table, column: string): Uint8Array {
  const said = table.number(column)
  const two = said.indexOf(2)
  if (two < 0) return Uint8Array.from(said)
  if (!said.includes(0)) return Uint8Array.from(said, (value) => value - 1)
  const where = { row: table.rowNumbers[two]!, column }
  throw new FileProblem('2 stands beside 0.', 'Write 1 for the event and 0 for none, or 2 and 1.', where)
}

function checkRow(row: number, columns: FollowUpColumns, time: number, start: number | undefined): void {
  if (time < 0) {
    const cure = 'Count from the day on which watching began; that day is 0.'
    throw new FileProblem(`The time ${time} is below 0.`, cure, { row, column: columns.time })
  }
  if (start === undefined || start < time) return
  const wrong = `The event or end, ${time}, does not come after the start, ${start}.`
  throw new FileProblem(wrong, `Mend ${columns.start} or ${columns.time}.`, { row, column: columns.time })
}

function checkEvents({ n, time, event }: FollowUp, columns: FollowUpColumns): void {
  let events = 0
  let first: number | undefined
  let isOneTime = true
  for (let row = 0; row < n; row += 1) {
    if (!event[row]) continue
    events += 1
    first ??= time[row]!
    if (time[row] !== first) isOneTime = false
  }
  if (events < 2 || !isOneTime) return
  const wrong = `All ${events} events are at one time, ${first}, so nothing can be said of how long they took.`
  throw new FileProblem(wrong, 'If the times are right, compare proportions instead.', { column: columns.time })
}

const tolerance = Math.sqrt(Number.EPSILON)

/** Times that differ by rounding alone, such as 0.1 + 0.2 and 0.3, become one: whether they tie decides who is at risk. */
function joinNearlyEqual(columns: Float64Array[]): void {
  const all = Float64Array.from(columns.flatMap((column) => [...new Set(column)])).sort()
  const distinct = all.filter((time, index) => index === 0 || time !== all[index - 1])
  const scale = distinct.reduce((sum, time) => sum + Math.abs(time), 0) / distinct.length
  const joined = new Map<number, number>()
  let kept = distinct[0]!
  for (let index = 1; index < distinct.length; index += 1) {
    const apart = distinct[index]! - distinct[index - 1]!
    if (apart <= tolerance || apart / scale <= tolerance) joined.set(distinct[index]!, kept)
    else kept = distinct[index]!
  }
  if (joined.size === 0) return
  for (const column of columns) column.set(column.map((time) => joined.get(time) ?? time))
}

export function countEvents({ event }: FollowUp): number {
  return event.reduce((sum, came) => sum + came, 0)
}

/** Each time at which an event came, once, in order. */
export function eventTimes({ time, event }: FollowUp): Float64Array {
  return Float64Array.from(new Set(time.filter((_, row) => event[row] === 1))).sort()
}

/** Rows in order of one of their numbers. */
export function rowsBy(values: Float64Array, rows: Int32Array, direction: 1 | -1 = 1): Int32Array {
  return rows.slice().sort((one, two) => direction * (values[one]! - values[two]!) || one - two)
}

/** The rows of each group, by its code. */
export function rowsOfGroups(codes: Int32Array | undefined, groups: number, n: number): Int32Array[] {
  if (!codes) return [Int32Array.from({ length: n }, (_, row) => row)]
  const sizes = new Int32Array(groups)
  for (const code of codes) sizes[code]! += 1
  const rows = Array.from(sizes, (size) => new Int32Array(size))
  const filled = new Int32Array(groups)
  codes.forEach((code, row) => {
    rows[code]![filled[code]!] = row
    filled[code]! += 1
  })
  return rows
}
