import type { Day } from '../platform/calendar-day.ts'
import type { Purpose } from '../sight/index.ts'

/** What one kind of relationship may see and write; `agencyKind` null is every party. */
export interface Grant {
  agencyKind: string | null
  relationship: string
  fieldGroup: string
  mayContribute: boolean
}

/** What parties sign. */
export interface Terms {
  title: string
  purpose: Purpose
  /** A code of `legal_gateway`. */
  gateway: string
  startsOn: Day
  reviewOn: Day
  endsOn: Day | null
  /** Where the signed paper is kept: an address, or a file number. */
  documentReference: string
  partyIds: readonly string[]
  grants: readonly Grant[]
}

/** A relationship and a kind of agency, as one table of the form: `ALLOCATED:prison`, `TEAM:any`. */
export const lineOf = ({ relationship, agencyKind }: Pick<Grant, 'relationship' | 'agencyKind'>): string =>
  `${relationship}:${agencyKind ?? 'any'}`
