import { getCaseFrame } from '../cases/index.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { getUndone, insertEnding, setReopened } from './queries.ts'
import type { EndingReason } from './reasons.ts'
import { tellAgencies } from './tell.ts'

export interface Ending {
  reason: EndingReason
  /** How things stand; up to 1,000 characters. */
  words: string
  /** How the person sees it, in their words; empty where they would rather not say. */
  personsWords: string
}

/** What has to be finished first: a case does not end at the gate, nor while a service runs. */
export type Hindrance = 'in-custody' | 'service-open' | 'transfer-open' | 'no-death' | 'died'

/**
 * Ends a case: from the next request on nobody works on it, and it is kept for as long as the retention schedule says. Its parties stay
 * written down, so that a case which is taken up again has the team that it had.
 *
 * @returns the id of the ending.
 * @throws Refusal `case.not-found`; `case-ending.not-theirs` unless the actor's agency answers for the case and they work on the whole of
 *   it or manage it; `case-ending.hindered` with what hinders it.
 */
export async function endCase(change: Change, caseId: string, ending: Ending): Promise<string> {
  const { personId } = await getCaseFrame(change, caseId)
  const hindrance = hindranceOf(await getUndone(change, caseId), ending.reason)
  if (hindrance) throw new Refusal('conflict', 'case-ending.hindered', { hindrance })

  const id = newId()
  await insertEnding(change, { id, caseId, personId, ...ending })
  const details = { reason: ending.reason }
  change.record({ name: 'case.ended', subjectId: caseId, caseId, personId, fieldGroup: 'identity', details })
  await tellAgencies(change, caseId)
  return id
}

/** Whose death is recorded, a mistake and somebody who left for another country may be ended from wherever they are. */
export function hindranceOf(undone: Undone, reason: EndingReason): Hindrance | undefined {
  const { isInCustody, hasDied, services, offers } = undone
  if (reason === 'DIED') return hasDied ? undefined : 'no-death'
  if (hasDied && reason !== 'OPENED_BY_MISTAKE') return 'died'
  if (offers > 0) return 'transfer-open'
  if (services > 0) return 'service-open'
  if (isInCustody && reason !== 'OPENED_BY_MISTAKE' && reason !== 'MOVED_AWAY') return 'in-custody'
  return undefined
}

export interface Undone {
  /** Referrals that are waited for or run, offers and handovers to another, steps not done, appointments ahead. */
  services: number
  offers: number
  steps: number
  appointments: number
  isInCustody: boolean
  hasDied: boolean
}

/**
 * Takes a case up again, with the team it had.
 *
 * @throws Refusal `case-ending.not-found` unless the actor ended it or manages the agency that did; `case-ending.other-open` when the person
 *   has another open case by now.
 */
export async function reopenCase(change: Change, endingId: string, words: string): Promise<{ caseId: string }> {
  const { caseId, personId } = await setReopened(change, endingId, words)
  change.record({ name: 'case.reopened', subjectId: caseId, caseId, personId, fieldGroup: 'identity' })
  return { caseId }
}
