import type { Jurisdiction } from './jurisdictions.ts'

export const identifierKinds = ['PRISON_NUMBER', 'CRN', 'PNC', 'CRO', 'NHS', 'CODICE_FISCALE', 'BSN'] as const
export type IdentifierKind = (typeof identifierKinds)[number]

/** Which identifiers a country's people have, in the order in which they are shown. */
export const identifiersOf: Record<Jurisdiction, readonly IdentifierKind[]> = {
  'UK-EW': ['PRISON_NUMBER', 'CRN', 'PNC', 'CRO', 'NHS'],
  IT: ['CODICE_FISCALE'],
  NL: ['BSN'],
}

/**
 * What is wrong with a number: `malformed` is not of the kind at all and has no canonical form; `check-letter` and
 * `check-digit` have the form, but somebody mistyped a character.
 */
export type IdentifierProblem = 'malformed' | 'check-letter' | 'check-digit'

export interface Verdict {
  /** How the number is stored and compared; what was typed, cleaned, when it is malformed. */
  canonical: string
  problem?: IdentifierProblem
}

/** The text without the spaces and in the case that numbers are compared in. */
export const cleaned = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
