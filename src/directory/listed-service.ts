import type { Day } from '../platform/calendar-day.ts'
import { addDays } from '../platform/calendar-day.ts'
import type { Eligibility } from './eligibility.ts'

export const serviceTypes = [
  'ACCOMMODATION',
  'EDUCATION_TRAINING_AND_EMPLOYMENT',
  'FINANCE_BENEFITS_AND_DEBT',
  'DEPENDENCY_AND_RECOVERY',
  'LIFESTYLE_AND_ASSOCIATES',
  'FAMILY_AND_SIGNIFICANT_OTHERS',
  'EMOTIONAL_WELLBEING',
  'SOCIAL_INCLUSION',
  'WOMENS_SPECIFIC',
  'MENTORING',
] as const
export type ServiceType = (typeof serviceTypes)[number]

export const units = ['PLACES', 'BEDS', 'ROOMS', 'HOURS'] as const
export type Unit = (typeof units)[number]

/** What an entry of the directory says: these parts are kept at every change. */
export interface ServiceFields {
  providerName: string
  providerEmail: string
  providerPhone: string
  name: string
  /** For the person, reading age nine. */
  plainWords: string
  type: ServiceType
  pathways: string[]
  place: string
  isInPrison: boolean
  /** Ids of the prisons it works in; none of them means all. */
  prisons: string[]
  /** Names of the areas it serves; none of them means all. */
  areas: string[]
  eligibility: Eligibility
  offers: string[]
  unit: Unit
  capacity: number | null
  placesFree: number | null
  waitInDays: number | null
  leadTimeInDays: number | null
  openingHours: string
  contact: string
  closedUntilOn: Day | null
}

export interface Service extends ServiceFields {
  id: string
  /** Null for a provider without an account, who answers by a signed link. */
  agencyId: string | null
  verifiedOn: Day
  withdrawnAt: Date | null
  version: number
  /** How it answered the referrals of the last twelve months, of the whole partnership. */
  reliability: Reliability
}

export interface Reliability {
  /** Referrals that were answered or ran out; those still waiting are not counted. */
  asked: number
  answered: number
  inTime: number
  accepted: number
  declined: number
  expired: number
  /** From sent to answered, rounded up to whole days; undefined while nothing was answered. */
  daysToAnswer: number | null
}

const daysUntilStale = 90

/** An entry that nobody checked for more than 90 days may be wrong by now. */
export const isStale = (verifiedOn: Day, today: Day): boolean => addDays(verifiedOn, daysUntilStale) < today
