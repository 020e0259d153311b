import type { ReleaseDateKind, ReleaseDates } from '../custody/index.ts'
import { isReleaseDateKind, releaseDateKinds } from '../custody/index.ts'
import { cleanName, type Jurisdiction, readLanguage } from '../people/index.ts'
import type { Day } from '../platform/calendar-day.ts'
import type { IncomingPerson } from './incoming-person.ts'
import type { RowProblem } from './problems.ts'
import { readAliases, splitName } from './read-aliases.ts'
import { readIdentifiers } from './read-identifiers.ts'
import type { SheetRow } from './read-sheet.ts'
import { type Columns, openRow, type RowCells } from './row-cells.ts'

/** For whom and when a file is read. */
export interface ReadingFor {
  jurisdiction: Jurisdiction
  today: Day
  /** The importing prison's code. */
  agencyCode: string
}

export interface ReadPerson {
  /** Absent where an error keeps the row out. */
  person?: IncomingPerson
  errors: RowProblem[]
  warnings: RowProblem[]
}

/** Reads one row as a person: cleans what is dirty, leaves out with a warning what cannot be read, keeps out the rest. */
export function readPerson(
  row: SheetRow,
  columns: Columns,
  { jurisdiction, today, agencyCode }: ReadingFor,
): ReadPerson {
  const cells = openRow(row, columns)
  const thisYear = Number(today.slice(0, 4))

  const names = readNames(cells)
  const bornOn = readBirth(cells, today)
  const identifiers = readIdentifiers(cells, jurisdiction, thisYear, bornOn !== undefined)
  const person: IncomingPerson = {
    row: row.row,
    ...names,
    ...given('bornOn', bornOn),
    ...given('sex', readSex(cells)),
    ...given('nationality', cells.text('nationality')),
    ...readLanguages(cells),
    identifiers,
    aliases: readOtherNames(cells),
    ...readPlace(cells, agencyCode),
    ...given('receivedOn', cells.date('receivedOn', thisYear - 99)),
    ...given('legalStatus', cells.text('legalStatus')),
    ...given('isRecalled', readYesNo(cells, 'isRecalled')),
    ...readDates(cells, thisYear),
  }
  const { errors, warnings } = cells
  return errors.length > 0 ? { errors, warnings } : { person, errors, warnings }
}

function readNames(cells: RowCells) {
  const whole = splitName(cells.text('fullName'))
  const familyName = readName(cells, 'familyName') || whole?.familyName || ''
  const givenName = readName(cells, 'givenName') || whole?.givenName || ''
  if (familyName === '') cells.reject(cells.has('familyName') ? 'familyName' : 'fullName', 'name-missing')
  else if (givenName === '') cells.warn('givenName', 'given-name-missing')
  return {
    givenName,
    middleNames: readName(cells, 'middleNames'),
    familyName,
    chosenName: readName(cells, 'chosenName'),
  }
}

function readName(cells: RowCells, field: 'familyName' | 'givenName' | 'middleNames' | 'chosenName'): string {
  const text = cells.text(field)
  const name = cleanName(text, field === 'familyName' ? 'family' : 'given')
  if (text !== '' && name === undefined) cells.warn(field, 'name-unreadable')
  return name ?? ''
}

function readBirth(cells: RowCells, today: Day): Day | undefined {
  const day = cells.date('bornOn', Number(today.slice(0, 4)) - 99)
  if (day === undefined || day < today) return day
  cells.warn('bornOn', 'date-of-birth-odd')
  return undefined
}

const sexes: Record<string, string> = {
  m: 'MALE', male: 'MALE', man: 'MALE', maschio: 'MALE', uomo: 'MALE',
  f: 'FEMALE', female: 'FEMALE', woman: 'FEMALE', femmina: 'FEMALE', donna: 'FEMALE', v: 'FEMALE', vrouw: 'FEMALE',
  x: 'OTHER', other: 'OTHER', 'non-binary': 'OTHER', altro: 'OTHER', anders: 'OTHER',
} // biome-ignore format: a word list

function readSex(cells: RowCells): string | undefined {
  const text = cells.text('sex')
  const sex = sexes[text.toLowerCase()]
  if (text !== '' && !sex) cells.warn('sex', 'sex-unknown')
  return sex
}

function readYesNo(cells: RowCells, field: 'isRecalled' | 'interpreter'): boolean | undefined {
  const text = cells.text(field).toLowerCase()
  if (text === '') return undefined
  if (/^(y|yes|true|1|recalled|si|sì|ja|j)$/.test(text)) return true
  if (/^(n|no|false|0|not recalled|nee)$/.test(text)) return false
  cells.warn(field, 'yes-or-no')
  return undefined
}

function readLanguages(cells: RowCells) {
  const languages = cells
    .text('languages')
    .split(/[,;/|]/)
    .map(readLanguage)
    .filter(Boolean)
  const needed = cells.text('interpreter')
  if (needed === '') return { languages }
  if (/^(n|no|false|0|nee)$/i.test(needed)) return { languages }
  const isYes = /^(y|yes|true|1|si|sì|ja|j)$/i.test(needed)
  return {
    languages,
    interpreterLanguage: isYes ? (languages.find((code) => code !== 'en') ?? '?') : readLanguage(needed),
  }
}

function readOtherNames(cells: RowCells): IncomingPerson['aliases'] {
  const text = cells.text('aliases')
  if (text === '') return []
  const { aliases, isWhole } = readAliases(text)
  if (!isWhole) cells.warn('aliases', 'alias-unreadable')
  return aliases
}

/** "MDI-B-2-14" and "B2-14" are cell 2-14 on B wing; "3-3-022" is cell 3-022 on wing 3. */
function readPlace(cells: RowCells, agencyCode: string): { wing: string; cell: string } {
  const prison = cells.text('prison')
  if (prison !== '' && prison.toUpperCase() !== agencyCode) cells.warn('prison', 'other-prison')

  const location = cells.text('location').replace(new RegExp(`^${agencyCode}-`, 'i'), '')
  const named = cells.text('wing').replace(/(?<=\S)\s*wing$/i, '')
  const whole = cells.text('cell') || location
  const wing = named || (/^([A-Za-z]+|\d+)(?=[-\d]|$)/.exec(whole)?.[1] ?? '')
  const isLed = wing !== '' && whole.toUpperCase().startsWith(wing.toUpperCase()) && !/^\d+$/.test(whole)
  return { wing, cell: isLed ? whole.slice(wing.length).replace(/^-/, '') : whole }
}

const dateFields = [...releaseDateKinds, 'releaseOn', 'otherDateOn'] as const

function readDates(cells: RowCells, thisYear: number): Pick<IncomingPerson, 'dates' | 'unreadDates'> {
  const dates: ReleaseDates = {}
  const unreadDates: ReleaseDateKind[] = []
  const from = thisYear - 50
  for (const kind of releaseDateKinds) {
    const day = cells.date(kind, from)
    if (day) dates[kind] = day
    else if (cells.text(kind) !== '') unreadDates.push(kind)
  }
  for (const [onField, typeField] of [
    ['releaseOn', 'releaseType'],
    ['otherDateOn', 'otherDateType'],
  ] as const) {
    const day = cells.date(onField, from)
    const type = cells.text(typeField).toUpperCase()
    if (!day) continue
    // Automatic release is the last of the dates shown: one of which the kind is not known never hides one of which it is.
    const kind = type || 'ARD'
    if (!isReleaseDateKind(kind)) cells.warn(typeField, 'date-type-unknown')
    else if (dates[kind] !== undefined && dates[kind] !== day) cells.warn(onField, 'two-values')
    else {
      dates[kind] = day
      if (type === '') cells.warn(onField, 'date-type-missing')
    }
  }
  if (!dateFields.some((field) => cells.holds(field))) cells.warn('releaseOn', 'no-release-date')
  return { dates, unreadDates }
}

const given = <Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> =>
  value === undefined || value === '' ? {} : ({ [key]: value } as Record<Key, Value>)
