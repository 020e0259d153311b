import { addMonths, type Day } from '../platform/calendar-day.ts'

/** How long somebody is followed, and how long the courts may then take, in calendar months. */
export interface FollowUp {
  months: number
  waitingMonths: number
}

/**
 * The headline measure's year and half-year.
 *
 * @source Ministry of Justice, guide to proven reoffending statistics.
 */
export const oneYear: FollowUp = { months: 12, waitingMonths: 6 }

/** The horizon of the published two-year predictors. */
export const twoYears: FollowUp = { months: 24, waitingMonths: 6 }

/** An offence as police or a court wrote it down. */
export interface Offence {
  person: string
  offenceOn: Day
  /** As written: `conviction`, `Youth caution`, `pending`... */
  outcome: string
  /** None while nothing was decided. */
  outcomeOn?: Day
  kind: string
  /** As written; blank is England and Wales. */
  jurisdiction: string
  /** False for what police need not record, which the Ministry leaves out. */
  isRecordable?: boolean
}

export const reasonsNotCounted = [
  'BEFORE_INDEX',
  'AFTER_FOLLOW_UP',
  'NOT_PROVEN',
  'PROVEN_TOO_LATE',
  'BREACH',
  'OUTSIDE_ENGLAND_AND_WALES',
  'NOT_RECORDABLE',
] as const
export type ReasonNotCounted = (typeof reasonsNotCounted)[number]

/** The days between which an offence of somebody counts. */
export interface Limits {
  indexOn: Day
  /** The first day that is too late to offend. */
  followedUntil: Day
  /** The last day on which an outcome proves it. */
  provenBy: Day
}

/** An offence counts from the index day itself to the day before its anniversary; its outcome to the last day of the wait. */
export function limitsFrom(indexOn: Day, { months, waitingMonths }: FollowUp = oneYear): Limits {
  return {
    indexOn,
    followedUntil: addMonths(indexOn, months),
    provenBy: addMonths(indexOn, months + waitingMonths),
  }
}

/**
 * Why an offence is no proven reoffence; undefined where it is one.
 *
 * Day-level rules are not published. Ours: committed in [index, index + 12 months), decided by index + 18 months.
 */
export function whyNotCounted(offence: Offence, limits: Limits): ReasonNotCounted | undefined {
  if (offence.offenceOn < limits.indexOn) return 'BEFORE_INDEX'
  if (offence.offenceOn >= limits.followedUntil) return 'AFTER_FOLLOW_UP'
  if (!isEnglandAndWales(offence.jurisdiction)) return 'OUTSIDE_ENGLAND_AND_WALES'
  if (offence.isRecordable === false) return 'NOT_RECORDABLE'
  if (isBreach(offence.kind)) return 'BREACH'
  if (!provesIt(offence.outcome) || offence.outcomeOn === undefined) return 'NOT_PROVEN'
  return offence.outcomeOn > limits.provenBy ? 'PROVEN_TOO_LATE' : undefined
}

const proving = new Set([
  'conviction',
  'convicted',
  'caution',
  'simple caution',
  'conditional caution',
  'youth caution',
  'youth conditional caution',
  'reprimand', // of a young person, until 2013
  'warning',
  'final warning',
])

/** Outcomes of which it is known that they prove nothing in this measure. */
const provingNothing = new Set([
  '',
  'pending',
  'acquittal',
  'acquitted',
  'not guilty',
  'dismissed',
  'discontinued',
  'withdrawn',
  'no further action',
  'community resolution',
  'penalty notice',
  'fixed penalty notice',
  'cannabis warning',
  'recall',
])

const homeJurisdictions = new Set([
  '',
  'ew',
  'eaw',
  'gb eaw',
  'e&w',
  'england and wales',
  'england',
  'wales',
  'eng',
  'wls',
])

/** Whether an outcome is a conviction or a caution, whatever the capitals, spaces and dashes. */
export const provesIt = (outcome: string): boolean => proving.has(plain(outcome))

/** Whether an outcome is one of the words that are known, on either side: else it may be a conviction under another name. */
export const isKnownOutcome = (outcome: string): boolean => provesIt(outcome) || provingNothing.has(plain(outcome))

const isEnglandAndWales = (jurisdiction: string): boolean => homeJurisdictions.has(plain(jurisdiction))

/** A breach of an order, licence or bail is no new offence in this measure. */
const isBreach = (kind: string): boolean => /\bbreach/.test(plain(kind))

const plainForms = new Map<string, string>() // half a million rows hold a few dozen words

function plain(text: string): string {
  const known = plainForms.get(text)
  if (known !== undefined) return known
  const form = text
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim()
  if (plainForms.size < 10_000) plainForms.set(text, form)
  return form
}
