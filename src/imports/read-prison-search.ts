import { readJson } from '../platform/read-json.ts'
import type { ReadSheet, SheetRow } from './read-sheet.ts'
import { isTooLarge } from './sheet-size.ts'

/**
 * Lays out the page that a prison search API answers with, `{ content: [person, ...] }`, or a plain list of people: one
 * column for each property that anybody has. Lists and objects stay JSON, to be read where they are meant.
 */
export function readPrisonSearch(text: string): ReadSheet {
  const read = readJson(text)
  if ('problem' in read) return read
  const page = read.value
  const people = Array.isArray(page) ? page : isRecord(page) ? page['content'] : undefined
  if (!Array.isArray(people)) return { problem: 'not-a-page' }

  const records = people.map((person) => (isRecord(person) ? person : { value: person }))
  const columns = [...new Set(records.flatMap((person) => Object.keys(person)))]
  if (isTooLarge(columns.length, records.length)) return { problem: 'too-large' }
  const rows: SheetRow[] = records.map((person, index) => {
    const own = new Map(Object.entries(person))
    return { row: index + 1, cells: columns.map((column) => textOf(own.get(column))), extra: [] }
  })
  return { sheet: { format: 'PRISON_SEARCH', columns, rows } }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'object') return Object.keys(value).length === 0 ? '' : JSON.stringify(value)
  return String(value)
}
