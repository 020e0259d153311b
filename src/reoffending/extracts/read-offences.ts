import { columnsOf, openRow, type RowCells, type RowProblem, type Sheet } from '../../imports/index.ts'
import { readIdentifier } from '../../people/index.ts'
import type { Day } from '../../platform/calendar-day.ts'
import { isKnownOutcome, provesIt } from '../definition.ts'
import { arpOffences } from '../scores/arp.ts'
import { numberFields, type OffenceField } from './offence-fields.ts'

/** An offence as a row says it, under the number that its source knows the person by. */
export interface IncomingOffence {
  row: number
  identifierType: (typeof numberFields)[number]
  identifier: string
  reference: string | null
  offenceOn: Day
  outcome: string
  outcomeOn: Day | null
  kind: string
  category: string | null
  jurisdiction: string
  isRecordable: boolean
}

/** What a file holds, row by row, with nothing kept yet. */
export interface ReadOffences {
  read: number
  offences: IncomingOffence[]
  errors: RowProblem[]
  warnings: RowProblem[]
  /** Columns that feed no field, and in how many rows something stood in them. */
  ignored: { column: string; count: number }[]
}

const oldestOffence = 100 // years

export function readOffences(sheet: Sheet, mapping: Record<string, OffenceField>, today: Day): ReadOffences {
  const columns = columnsOf(sheet, mapping)
  const year = Number(today.slice(0, 4))
  const seen = new Set<string>()
  const found: ReadOffences = { read: sheet.rows.length, offences: [], errors: [], warnings: [], ignored: [] }
  for (const row of sheet.rows) {
    const cells = openRow(row, columns)
    const offence = readOffence(row.row, cells, year, seen)
    found.errors.push(...cells.errors)
    if (cells.errors.length === 0 && offence) found.offences.push(offence)
    if (cells.errors.length === 0) found.warnings.push(...cells.warnings)
  }
  const used = new Set(columns.indexOf.values())
  found.ignored = sheet.columns.flatMap((column, index) =>
    used.has(index)
      ? []
      : { column, count: sheet.rows.filter(({ cells }) => (cells[index] ?? '').trim() !== '').length },
  )
  return found
}

function readOffence(row: number, cells: RowCells<OffenceField>, year: number, seen: Set<string>) {
  const number = readNumber(cells, year)
  const offenceOn = readDay(cells, 'offenceOn', year)
  const outcomeOn = readDay(cells, 'outcomeOn', year)
  const outcome = cells.text('outcome')
  if (!cells.holds('offenceOn')) cells.reject('offenceOn', 'offence-day-missing')
  if (provesIt(outcome) && !cells.holds('outcomeOn')) cells.reject('outcomeOn', 'outcome-day-missing')
  if (!isKnownOutcome(outcome)) cells.warn('outcome', 'outcome-unknown')
  if (offenceOn && outcomeOn && outcomeOn < offenceOn) cells.reject('outcomeOn', 'outcome-first')
  const reference = cells.text('reference') || null
  if (reference && seen.has(reference)) cells.reject('reference', 'same-reference-twice')
  if (reference) seen.add(reference)
  if (!number || !offenceOn) return undefined
  return {
    ...{ row, ...number, reference, offenceOn, outcome, outcomeOn: outcomeOn ?? null },
    kind: cells.text('kind'),
    category: readCategory(cells),
    jurisdiction: cells.text('jurisdiction'),
    isRecordable: !/^(no|n|false|0|nee)$/i.test(cells.text('isRecordable')),
  } satisfies IncomingOffence
}

/** A number with a wrong check letter keeps the row out: it may be somebody else's. */
function readNumber(cells: RowCells<OffenceField>, year: number) {
  const field = numberFields.find((each) => cells.text(each) !== '')
  if (!field) {
    cells.reject(numberFields.find((each) => cells.has(each)) ?? 'PNC', 'number-missing')
    return undefined
  }
  const { canonical, problem } = readIdentifier(field, cells.text(field), year)
  if (problem) cells.reject(field, problem === 'malformed' ? 'identifier-malformed' : problem)
  return { identifierType: field, identifier: canonical }
}

function readDay(cells: RowCells<OffenceField>, field: 'offenceOn' | 'outcomeOn', year: number): Day | undefined {
  const day = cells.date(field, year - oldestOffence + 1)
  if (!day && cells.text(field) !== '') cells.reject(field, 'date-unreadable')
  return day
}

function readCategory(cells: RowCells<OffenceField>): string | null {
  const category = cells
    .text('category')
    .toUpperCase()
    .replace(/[\s-]+/g, '_')
  if (category === '' || arpOffences.includes(category)) return category || null
  cells.warn('category', 'category-unknown')
  return null
}
