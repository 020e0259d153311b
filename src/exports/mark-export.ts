import { randomInt } from 'node:crypto'
import type { Reading } from '../platform/database.ts'

/** What every row of a file says of itself: which export it is, who took it, of which agency, and when. */
export interface ExportMark {
  /** `EX-` and ten letters and digits; stands in the audit too, so that a stray page leads to who took it. */
  number: string
  by: string
  agency: string
  at: Date
}

// Read aloud and typed by hand from paper: no I, L, O or U.
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 10

/** A new mark for a file that the reader takes now. Its number belongs in the `details` of the look. */
export function markExport({ actor, now }: Pick<Reading, 'actor' | 'now'>): ExportMark {
  const drawn = Array.from({ length }, () => signs[randomInt(signs.length)])
  return { number: `EX-${drawn.join('')}`, by: actor.name, agency: actor.agencyName, at: now }
}
