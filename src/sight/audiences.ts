import type { SightRow } from './queries.ts'
import { fieldGroups } from './sight-words.ts'

/** One part of a case as one audience sees it, with every reason. */
export interface Cell {
  fieldGroup: string
  mayContribute: boolean
  until: string | null
  reasons: SightRow[]
}

/** A worker, a team, or everybody of an agency, and what they see. */
export interface Audience {
  teamName: string | null
  accountName: string | null
  cells: Cell[]
}

/** Rows as people read them: by agency, in it by audience, in it by part. @param part - this part alone. */
export function byAgency(
  rows: readonly SightRow[],
  part?: string,
): { id: string; name: string; audiences: Audience[] }[] {
  const agencies = new Map<string, { id: string; name: string; audiences: Map<string, Audience> }>()
  for (const row of rows) {
    if (part !== undefined && row.fieldGroup !== part) continue
    const agency = agencies.get(row.agencyId) ?? { id: row.agencyId, name: row.agencyName, audiences: new Map() }
    agencies.set(row.agencyId, agency)
    const key = row.accountId ?? row.teamName ?? ''
    const audience: Audience = agency.audiences.get(key) ?? {
      teamName: row.teamName,
      accountName: row.accountName,
      cells: [],
    }
    agency.audiences.set(key, audience)
    const cell = audience.cells.find((each: Cell) => each.fieldGroup === row.fieldGroup)
    if (cell) {
      cell.reasons.push(row)
      cell.mayContribute ||= row.mayContribute // opened in an emergency as well: both are told, and the wider one stands
    } else audience.cells.push({ ...row, reasons: row.relationship ? [row] : [] })
  }
  return [...agencies.values()].map(({ id, name, audiences }) => ({
    id,
    name,
    audiences: [...audiences.values()].map((each) => ({ ...each, cells: each.cells.sort(inReadingOrder) })),
  }))
}

const order = new Map<string, number>(fieldGroups.map((code, index) => [code, index]))
const inReadingOrder = (a: Cell, b: Cell) => (order.get(a.fieldGroup) ?? 99) - (order.get(b.fieldGroup) ?? 99)
