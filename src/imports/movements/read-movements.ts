import { createHash } from 'node:crypto'
import { type MovementKind, movementKinds } from '../../custody/index.ts'
import type { Day } from '../../platform/calendar-day.ts'
import { provesDayFirst, readDate } from '../read-date.ts'
import { readSheet } from '../read-sheet.ts'

/** One line of a list of movements, as it can be recorded, or the column that cannot be read. */
export interface MovementRow {
  /** As a spreadsheet counts: the headers are row 1. */
  row: number
  prisonNumber: string
  kind?: MovementKind
  happenedOn?: Day
  toPrison: string
  wing: string
  cell: string
  returnDueOn: Day | null
  /** Of the line: its own id where it has one, else of what it says, so that a list sent twice is recorded once. */
  externalId: string
  unreadable: 'number' | 'kind' | 'day' | 'return' | undefined
}

export type ReadMovements = { rows: MovementRow[] } | { problem: 'file' | 'columns' | 'too-many' }

const mostRows = 500
const headers: Record<string, RegExp> = {
  number: /^(prison|noms|offender|prisoner)?[ _]?(no|number|nomsid|id number|matricola|nummer)\.?$/i,
  kind: /^(movement|kind|type|what|movimento|tipo|beweging|soort)$/i,
  day: /^(day|date|on|giorno|data|dag|datum)$/i,
  to: /^(to|to prison|prison|carcere|a|naar|gevangenis)$/i,
  wing: /^(wing|sezione|afdeling)$/i,
  cell: /^(cell|cella|cel)$/i,
  back: /^(return|return due|due back|rientro|terug)$/i,
  id: /^(id|external id|reference|riferimento|kenmerk)$/i,
}

/** Reads a list of movements: prison number, movement (a code such as RECALL) and day; prison, wing, cell and day due back where they apply. */
export function readMovements(bytes: Uint8Array, now: Date): ReadMovements {
  const read = readSheet(bytes)
  if ('problem' in read) return { problem: 'file' }
  const { columns, rows } = read.sheet
  const at = (name: string) => columns.findIndex((column) => headers[name]!.test(column.trim()))
  const place = Object.fromEntries(Object.keys(headers).map((name) => [name, at(name)]))
  if (place['number'] === -1 || place['kind'] === -1 || place['day'] === -1) return { problem: 'columns' }
  if (rows.length > mostRows) return { problem: 'too-many' }

  const days = rows.flatMap(({ cells }) => [cells[place['day']!] ?? '', cells[place['back']!] ?? ''])
  const hints = { dayFirst: days.some((text) => provesDayFirst(text)), from: now.getUTCFullYear() - 50 }
  return {
    rows: rows.map(({ row, cells }) => {
      const text = (name: string) => (cells[place[name]!] ?? '').trim()
      const kind = movementKinds.find((each) => each === text('kind').toUpperCase().replace(/[ -]+/g, '_'))
      const [happenedOn, back] = [readDate(text('day'), hints).day, text('back') && readDate(text('back'), hints).day]
      const unreadable = !text('number')
        ? 'number'
        : !kind
          ? 'kind'
          : !happenedOn
            ? 'day'
            : back === undefined
              ? 'return'
              : undefined
      return {
        row,
        prisonNumber: text('number'),
        ...(kind && { kind }),
        ...(happenedOn && { happenedOn }),
        toPrison: text('to'),
        wing: text('wing').slice(0, 40),
        cell: text('cell').slice(0, 40),
        returnDueOn: back || null,
        externalId: text('id').slice(0, 100) || `row ${createHash('sha256').update(cells.join('\n')).digest('hex')}`,
        unreadable,
      } satisfies MovementRow
    }),
  }
}
