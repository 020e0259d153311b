import type { Jurisdiction } from '../people/index.ts'
import type { Day } from '../platform/calendar-day.ts'
import type { Locale } from '../platform/words.ts'
import { type Clock, dueOn } from './clock.ts'
import { isOpen, type RequestState, requestState } from './states.ts'

export interface Pause {
  id: string
  question: string
  askedOn: Day
  answeredOn: Day | null
}

/** A request for a copy, as its reader's agency sees it: `builtAt` and `givenAt` are of the copy that this agency hands over. */
export interface SubjectRequest {
  id: string
  personId: string
  caseId: string
  personName: string
  handlingAgencyId: string
  handlingAgency: string
  askedBy: 'PERSON' | 'REPRESENTATIVE'
  askerName: string
  channel: 'LETTER' | 'EMAIL' | 'SPOKEN' | 'FORM' | 'OWN_DOOR'
  receivedOn: Day
  proof: '' | 'KNOWN' | 'DOCUMENT' | 'AUTHORITY' | 'OWN_DOOR'
  provedOn: Day | null
  locale: Locale
  /** Null: whoever holds something. */
  askedAgencies: string[] | null
  /** Null where it came through the own door. */
  loggedBy: string | null
  loggedAt: Date
  extendedAt: Date | null
  extensionReason: string
  collectedAt: Date | null
  /** The reader's agency handles it; true for the system too. */
  isHandler: boolean
  withdrawnAt: Date | null
  withdrawnReason: string
  version: number
  jurisdiction: Jurisdiction
  pauses: Pause[]
  builtAt: Date | null
  givenAt: Date | null
  /** Parts of the reader's agency that wait for decisions, or for the second check. */
  toDecideCount: number
  toCheckCount: number
}

/** What the clock counts by. */
export const clockOf = ({ receivedOn, provedOn, pauses, extendedAt }: SubjectRequest): Clock => ({
  receivedOn,
  provedOn,
  pauses,
  isExtended: extendedAt !== null,
})

export const stateOf = (request: SubjectRequest): RequestState =>
  requestState({
    ...request,
    isPaused: request.pauses.some(({ answeredOn }) => !answeredOn),
    isBuilt: request.builtAt !== null,
    isAnswered: !request.isHandler && request.toDecideCount + request.toCheckCount === 0,
  })

/** The last day for the copy, while it counts. */
export const lastDayOf = (request: SubjectRequest): Day | undefined =>
  isOpen(stateOf(request)) ? dueOn(clockOf(request), request.jurisdiction) : undefined

export const isLate = (request: SubjectRequest, today: Day): boolean => {
  const day = lastDayOf(request)
  return day !== undefined && day < today
}
