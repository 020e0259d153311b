import type { ReleaseDateKind, ReleaseDates } from '../custody/index.ts'
import type { IdentifierKind, IdentifierProblem } from '../people/index.ts'
import type { Day } from '../platform/calendar-day.ts'

/** A person as one row of a file tells of them, cleaned. What the file does not say is absent or empty. */
export interface IncomingPerson {
  row: number
  givenName: string
  middleNames: string
  familyName: string
  chosenName: string
  bornOn?: Day
  sex?: string
  nationality?: string
  languages: string[]
  interpreterLanguage?: string
  identifiers: IncomingIdentifier[]
  aliases: IncomingAlias[]
  wing: string
  cell: string
  receivedOn?: Day
  legalStatus?: string
  isRecalled?: boolean
  dates: ReleaseDates
  /** Kinds of date that the row gives in a way that cannot be read: what is on record stays. */
  unreadDates: ReleaseDateKind[]
}

export interface IncomingIdentifier {
  kind: IdentifierKind
  /** Canonical where it can be read, else as written. */
  value: string
  problem?: IdentifierProblem
}

export interface IncomingAlias {
  givenName: string
  familyName: string
  bornOn?: Day
}
