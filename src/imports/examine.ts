import type { ReleaseDateKind } from '../custody/index.ts'
import { isReleaseDateKind } from '../custody/index.ts'
import { matchPeople, type PersonMatch } from '../people/index.ts'
import type { Reading } from '../platform/database.ts'
import { compare, type Difference, isNothing, isSomebodyElse } from './compare.ts'
import type { ColumnMapping } from './fields.ts'
import type { IncomingPerson } from './incoming-person.ts'
import type { RowProblem } from './problems.ts'
import { type KnownPerson, listKnownPeople } from './queries/known.ts'
import { keyOf } from './read-identifiers.ts'
import { readPeople } from './read-people.ts'
import type { ReadingFor } from './read-person.ts'
import type { Sheet } from './read-sheet.ts'

/** What becomes of a row. */
export type Outcome = 'ADDED' | 'CHANGED' | 'UNCHANGED' | 'DUPLICATE' | 'REJECTED'

export interface PlannedRow {
  row: number
  outcome: Outcome
  person?: IncomingPerson
  /** Whom the row is about, when that is known. */
  personId?: string
  known?: KnownPerson
  difference?: Difference
  /** Whom it may be about. */
  candidateIds: string[]
}

export interface Counts {
  read: number
  added: number
  changed: number
  unchanged: number
  duplicates: number
  rejected: number
}

/** What a file would do, row by row, with nothing done yet. */
export interface Examination {
  rows: PlannedRow[]
  counts: Counts
  errors: RowProblem[]
  warnings: RowProblem[]
  ignored: { column: string; count: number }[]
}

const chunkSize = 1_000

/** Reads a sheet and finds what it would do: one query for whom the rows are about, one for what is on record, a thousand rows. */
export async function examine(
  reading: Reading,
  sheet: Sheet,
  mapping: ColumnMapping,
  readingFor: ReadingFor,
): Promise<Examination> {
  const { people, errors, warnings, ignored } = readPeople(sheet, mapping, readingFor)
  const askedFor = new Set(Object.values(mapping).filter((field): field is ReleaseDateKind => isReleaseDateKind(field)))

  const starts = Array.from({ length: Math.ceil(people.length / chunkSize) }, (_, at) => at * chunkSize)
  const plan = { source: sheet.format, askedFor, readingFor }
  // All are sent at once: the database looks for the first thousand while the next are written down.
  const planned = await Promise.all(
    starts.map((start) => planRows(reading, people.slice(start, start + chunkSize), plan)),
  )
  const rows = planned.flat()
  for (const row of new Set(errors.map((error) => error.row))) rows.push({ row, outcome: 'REJECTED', candidateIds: [] })
  rows.sort((a, b) => a.row - b.row)
  return { rows, counts: count(rows, sheet), errors, warnings: [...warnings, ...keptHere(rows)], ignored }
}

interface Plan {
  source: string
  askedFor: ReadonlySet<ReleaseDateKind>
  readingFor: Pick<ReadingFor, 'jurisdiction'>
}

/** Finds out about some rows what becomes of each. */
export async function planRows(reading: Reading, people: IncomingPerson[], plan: Plan): Promise<PlannedRow[]> {
  const key = keyOf[plan.readingFor.jurisdiction]
  const sought = people.map((person) => ({
    row: person.row,
    keyType: key,
    keyValue: person.identifiers.find(({ kind }) => kind === key)?.value ?? null,
    others: person.identifiers.filter(({ kind, problem }) => kind !== key && !problem).map(({ value }) => value),
    bornOn: person.bornOn ?? null,
    givenName: person.givenName,
    familyName: person.familyName,
  }))
  const matches = new Map((await matchPeople(reading, sought)).map((match) => [match.row, match]))
  const ids = [...matches.values()].flatMap(({ personId }) => personId ?? [])
  const known = new Map((await listKnownPeople(reading, ids)).map((person) => [person.id, person]))
  return people.map((person) => planRow(person, matches.get(person.row), known, plan))
}

function planRow(
  person: IncomingPerson,
  match: PersonMatch | undefined,
  knownPeople: Map<string, KnownPerson>,
  { source, askedFor }: Plan,
): PlannedRow {
  const { row } = person
  if (!match) return { row, outcome: 'ADDED', person, candidateIds: [] }
  const { personId, candidateIds } = match
  if (!personId) return { row, outcome: 'DUPLICATE', person, candidateIds }

  const known = knownPeople.get(personId)
  if (!known) return { row, outcome: 'CHANGED', person, personId, candidateIds: [] } // comes from elsewhere
  if (isSomebodyElse(person, known)) return { row, outcome: 'DUPLICATE', person, candidateIds: [personId] }
  const difference = compare(person, known, source, askedFor)
  const outcome = isNothing(difference) && known.caseId ? 'UNCHANGED' : 'CHANGED'
  return { row, outcome, person, personId, known, difference, candidateIds: [] }
}

function count(rows: PlannedRow[], sheet: Sheet): Counts {
  const of = (outcome: Outcome) => rows.filter((row) => row.outcome === outcome).length
  return {
    read: sheet.rows.length,
    added: of('ADDED'),
    changed: of('CHANGED'),
    unchanged: of('UNCHANGED'),
    duplicates: of('DUPLICATE'),
    rejected: of('REJECTED'),
  }
}

/** Where the file says otherwise than a worker who mended the record here: ours is kept, and said. */
function keptHere(rows: PlannedRow[]): RowProblem[] {
  return rows.flatMap(({ row, person, difference }) =>
    (difference?.kept ?? []).map((field) => ({
      row,
      column: field,
      value: String(person?.[field as keyof IncomingPerson] ?? ''),
      problem: 'corrected-here' as const,
    })),
  )
}
