import type { Role } from '../../agencies/index.ts'
import { provesDayFirst, type ReadSheet, readDate, readSheet } from '../../imports/index.ts'
import type { Day } from '../../platform/calendar-day.ts'

// Reads a list of joiners and leavers as a staff system writes it; nothing is compared with what there is yet.

const headers = {
  email: ['email', 'e-mail', 'mail', 'email address', 'work email', 'e-mailadres', 'mailadres', 'indirizzo email', 'posta elettronica'],
  name: ['name', 'full name', 'nome', 'nome e cognome', 'naam', 'volledige naam'],
  role: ['role', 'ruolo', 'rol', 'functie'],
  team: ['team', 'squadra', 'gruppo'],
  startsOn: ['starts on', 'start', 'start date', 'from', 'inizia il', 'inizio', 'dal', 'begint op', 'begindatum', 'startdatum'],
  leavesOn: ['leaves on', 'leaves', 'end date', 'last day', 'until', 'lascia il', 'ultimo giorno', 'fine', 'vertrekt op', 'laatste dag', 'einddatum'],
} as const // biome-ignore format: lists
type Column = keyof typeof headers

const roleNames: Record<string, Role> = {
  ...{ worker: 'WORKER', operatore: 'WORKER', operatrice: 'WORKER', werker: 'WORKER', medewerker: 'WORKER' },
  ...{ manager: 'MANAGER', responsabile: 'MANAGER', leidinggevende: 'MANAGER' },
  ...{
    administrator: 'ADMINISTRATOR',
    amministratore: 'ADMINISTRATOR',
    amministratrice: 'ADMINISTRATOR',
    beheerder: 'ADMINISTRATOR',
  },
  ...{ mentor: 'MENTOR', mentore: 'MENTOR', maatje: 'MENTOR' },
  ...{ treasurer: 'TREASURER', tesoriere: 'TREASURER', tesoriera: 'TREASURER', penningmeester: 'TREASURER' },
  ...{ coordinator: 'COORDINATOR', coordinatore: 'COORDINATOR', coordinatrice: 'COORDINATOR', auditor: 'AUDITOR' },
  ...{ operator: 'OPERATOR', 'operatore della linea': 'OPERATOR', 'medewerker lijn': 'OPERATOR' },
}

/** What one row says. A part that is empty says nothing; one that cannot be read is a problem. */
export interface ReadRow {
  row: number
  email: string
  name: string
  role: Role | undefined
  team: string
  startsOn: Day | undefined
  leavesOn: Day | undefined
  problems: RowProblem[]
}
export type RowProblem =
  | 'email-missing' | 'email-form' | 'email-twice' | 'email-elsewhere' | 'name-missing' | 'name-long' | 'role-unknown' | 'role-appointed'
  | 'team-unknown' | 'date-unreadable' | 'leaves-before' | 'own-account' // biome-ignore format: a list

type FileProblem = Extract<ReadSheet, { problem: unknown }>['problem'] | 'no-email-column' | 'too-many'
const mostRows = 5_000

/** @returns the rows, or why the file cannot be read at all. */
export function readJoiners(text: string): { rows: ReadRow[] } | { problem: FileProblem } {
  const read = readSheet(new TextEncoder().encode(text))
  if ('problem' in read) return { problem: read.problem }
  const { columns, rows } = read.sheet
  const at = Object.fromEntries(
    Object.entries(headers).map(([column, names]) => [
      column,
      columns.findIndex((each) => (names as readonly string[]).includes(clean(each).toLowerCase())),
    ]),
  ) as Record<Column, number>
  if (at.email < 0) return { problem: 'no-email-column' }
  if (rows.length > mostRows) return { problem: 'too-many' }

  const cell = (cells: string[], column: Column) => (at[column] < 0 ? '' : clean(cells[at[column]] ?? ''))
  const dates = rows.flatMap(({ cells }) => [cell(cells, 'startsOn'), cell(cells, 'leavesOn')])
  const hints = { dayFirst: dates.some(provesDayFirst), from: 2000 }
  return {
    rows: rows.map(({ row, cells }) => {
      const problems: RowProblem[] = []
      const day = (column: 'startsOn' | 'leavesOn'): Day | undefined => {
        const typed = cell(cells, column)
        if (typed === '') return undefined
        const found = readDate(typed, hints).day
        if (!found) problems.push('date-unreadable')
        return found
      }
      const role = cell(cells, 'role').toLowerCase()
      if (role !== '' && !Object.hasOwn(roleNames, role)) problems.push('role-unknown')
      return {
        row,
        email: cell(cells, 'email').toLowerCase(),
        name: cell(cells, 'name'),
        role: Object.hasOwn(roleNames, role) ? roleNames[role] : undefined,
        team: cell(cells, 'team'),
        startsOn: day('startsOn'),
        leavesOn: day('leavesOn'),
        problems,
      }
    }),
  }
}

const clean = (text: string) => text.replace(/\s+/g, ' ').trim()
