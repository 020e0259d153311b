import type { Insertable } from 'kysely'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Tables } from '../src/platform/tables.ts'

export type Row<Table extends keyof Tables> = Insertable<Tables[Table]>

/** Rows that wait to be written, by table. All rows of a table have the same columns. */
export interface Sheets {
  add<Table extends keyof Tables>(table: Table, row: Row<Table>): void
  /** Writes what waits, parents before children, and forgets it. */
  write(client: Client): Promise<void>
}

/** Parents come before their children, since foreign keys are checked row by row. */
export const loadedTables = [
  'partnership', 'agency', 'team', 'account', 'team_member', 'password', 'key_work_schedule', 'agreement_party', 'service', 'service_revision',
  'person', 'person_identifier', 'person_alias', 'person_address', 'custody', 'release_date', 'case_file', 'case_party',
  'pathway_status', 'assessment', 'assessment_draft', 'answer', 'need', 'referral', 'referral_outcome', 'goal', 'step', 'plan_review', 'plan_reply', 'appointment',
  'note', 'note_version', 'key_work_session', 'supervisor_contact', 'unfiled_note', 'alert', 'saved_filter', 'event',
] as const satisfies (keyof Tables)[] // biome-ignore format: a list

export function openSheets(): Sheets {
  const sheets = new Map<keyof Tables, object[]>()
  return {
    add(table, row) {
      const rows = sheets.get(table)
      if (rows) rows.push(row)
      else sheets.set(table, [row])
    },
    async write(client) {
      for (const table of loadedTables) {
        const rows = sheets.get(table)
        if (rows) await copyRows(client, table, rows)
      }
      sheets.clear()
    },
  }
}

async function copyRows(client: Client, table: string, rows: object[]): Promise<void> {
  const columns = Object.keys(rows[0]!)
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  const done = new Promise<void>((resolve, reject) => stream.on('finish', resolve).on('error', reject))
  for (let from = 0; from < rows.length; from += 500) {
    const lines = rows.slice(from, from + 500).map((row) => lineOf(row, columns, table))
    if (!stream.write(lines.join(''))) await new Promise((resolve) => stream.once('drain', resolve))
  }
  stream.end()
  await done
}

function lineOf(row: object, columns: string[], table: string): string {
  const values = Object.entries(row)
  if (values.length !== columns.length) throw new Error(`A row of ${table} has other columns than the first.`)
  let line = ''
  for (let at = 0; at < columns.length; at += 1) {
    const [name, value] = values[at]!
    if (name !== columns[at]) throw new Error(`A row of ${table} has its columns in another order than the first.`)
    line += at === 0 ? cell(value) : `\t${cell(value)}`
  }
  return `${line}\n`
}

const unsafeInCopy = /[\\\t\n\r]/
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function cell(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return escaped(arrayLiteral(value))
  return escaped(typeof value === 'string' ? value : String(value))
}

const escaped = (text: string) =>
  unsafeInCopy.test(text) ? text.replace(/[\\\t\n\r]/g, (found) => escapes[found]!) : text

const arrayLiteral = (items: unknown[]): string =>
  `{${items.map((item) => `"${String(item).replace(/["\\]/g, '\\$&')}"`).join(',')}}`
