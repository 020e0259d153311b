import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { minuteOf, penceOf, poundsOf, timeOf } from './minutes.ts'
import { type Leg, type Mode, modes } from './the-day/day-plan.ts'

const columns = ['from', 'to', 'mode', 'minutes', 'price', 'first', 'last', 'every', 'both_ways'] as const
const mostLines = 2_000

/** The table as a file that can be read in again. */
export function travelCsv(legs: readonly Leg[]): string {
  const time = (minute: number | null) => (minute === null ? '' : timeOf(minute))
  const rows = legs.map((leg) => [
    ...[leg.fromPlace, leg.toPlace, leg.mode.toLowerCase(), String(leg.minutes), poundsOf(leg.priceInPence)],
    ...[time(leg.firstAt), time(leg.lastAt), leg.everyInMinutes === null ? '' : String(leg.everyInMinutes)],
    leg.isBothWays ? 'yes' : 'no',
  ])
  return stringify([[...columns], ...rows], { bom: true, escape_formulas: true })
}

/** Reads a table. @returns the lines, or the number of the first that cannot be read (1 is the line of the names). */
export function readTravelCsv(text: string): { legs: Leg[] } | { badLine: number } {
  let rows: string[][]
  try {
    rows = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true })
  } catch {
    return { badLine: 1 }
  }
  const [head, ...lines] = rows
  if (!head || columns.slice(0, 4).some((name, index) => head[index]?.toLowerCase() !== name)) return { badLine: 1 }
  if (lines.length > mostLines) return { badLine: mostLines + 2 }
  const legs = new Map<string, Leg>()
  for (const [index, cells] of lines.entries()) {
    const leg = readLeg(cells.map((cell) => cell.replace(/^'(?=[=+\-@])/, '')))
    if (!leg) return { badLine: index + 2 }
    legs.set(`${leg.fromPlace}\n${leg.toPlace}\n${leg.mode}`.toLowerCase(), leg)
  }
  return { legs: [...legs.values()] }
}

/** One line as it was typed: from, to, mode, minutes, price, first, last, every, both ways. */
export function readLeg(cells: readonly string[]): Leg | undefined {
  const [fromPlace = '', toPlace = '', way = '', long = '', price = '', first = '', last = '', every = '', both = ''] =
    cells
  const mode = way.toUpperCase() as Mode
  const whole = (typed: string) => (/^\d{1,3}$/.test(typed) && Number(typed) >= 1 ? Number(typed) : undefined)
  const minutes = whole(long)
  const priceInPence = price === '' ? 0 : penceOf(price)
  const time = (typed: string) => (typed === '' ? null : minuteOf(typed))
  const [firstAt, lastAt, everyInMinutes] = [time(first), time(last), every === '' ? null : whole(every)]
  const areNames = [fromPlace, toPlace].every((name) => name !== '' && name.length <= 200)
  if (!areNames || !modes.includes(mode) || minutes === undefined || minutes > 600 || priceInPence === undefined)
    return undefined
  if (firstAt === undefined || lastAt === undefined || everyInMinutes === undefined || (everyInMinutes ?? 1) > 600)
    return undefined
  return {
    fromPlace,
    toPlace,
    mode,
    minutes,
    priceInPence,
    firstAt,
    lastAt,
    everyInMinutes,
    isBothWays: both.toLowerCase() !== 'no',
  }
}
