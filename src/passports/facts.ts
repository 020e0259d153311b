import type { Jurisdiction } from '../people/index.ts'
import type { Locale } from '../platform/words.ts'

/** What is known and may stand on a paper that anybody could pick up. Days are text, instants ISO 8601. */
export interface PassportFacts {
  /** Codes, the one that an interpreter is needed for first. */
  languages: string[]
  jurisdiction: Jurisdiction
  /** Of the partnership. */
  locale: Locale
  nightLineName: string
  nightLinePhone: string
  pathways: { code: string; labels: Record<Locale, string | null> }[]
  licenceEndsOn: string | null
  /** Minutes after midnight. Of the licence only the curfew: other conditions tell a finder too much. */
  curfew: { from: number; until: number } | null
  firstNight: string | null
  /** Pieces of addresses that nobody may learn: whatever contains one is left out. */
  hiddenPlaces: string[]
  steps: StepFact[]
  needs: { id: string; pathway: string; words: string; isMet: boolean }[]
  referrals: ReferralFact[]
  /** From today on, the next first. */
  appointments: AppointmentFact[]
  attended: { pathway: string | null; title: string; count: number }[]
  ownWords: { pathway: string; text: string }[]
  /** The latest first. */
  issues: IssueFact[]
}

export interface StepFact {
  pathway: string | null
  title: string
  dueOn: string | null
  isForPerson: boolean
  isDone: boolean
  needId: string | null
  agencyName: string | null
  workerName: string | null
}

export interface ReferralFact {
  pathway: string
  needId: string
  service: string
  provider: string
  status: 'SENT' | 'RECEIVED' | 'ACCEPTED' | 'STARTED' | 'COMPLETED'
  startsOn: string | null
}

export interface AppointmentFact {
  pathway: string | null
  title: string
  startsAt: string
  place: string
  bring: string
  withName: string | null
}

export interface IssueFact {
  id: string
  locale: Locale
  size: 'A4' | 'A5'
  shortCode: string
  issuedAt: string
  issuedByName: string
  agencyName: string
}
