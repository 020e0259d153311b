import type { Day } from '../platform/calendar-day.ts'

/** For what agencies work together: a case is opened under one of these, and an agreement opens cases of its purpose alone. */
export const purposes = ['RESETTLEMENT', 'INTEGRATED_OFFENDER_MANAGEMENT', 'SAFETY_HOUSE', 'PREVENTIVE'] as const
export type Purpose = (typeof purposes)[number]

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
