import { tellAccount } from '../alerts/index.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import {
  type CaseRequest,
  type Decision,
  getRequest,
  leaveCase,
  listGrantable,
  mayDecide,
  updateDecision,
  updateEnd,
  type View,
} from './queries.ts'
import { mailAsker } from './tell.ts'

/**
 * Lets the agency that asked in, under a view that an agreement between both opens. It ends when either end ends it.
 *
 * @throws Refusal `case-request.not-found`; `case-request.not-theirs`; `case-request.no-agreement`; `case-request.decided`.
 */
export async function grantRequest(change: Change, id: string, view: View): Promise<void> {
  const request = await getToDecide(change, id)
  if (!(await listGrantable(change, request.caseId, request.agencyId)).includes(view))
    throw new Refusal('conflict', 'case-request.no-agreement')
  await decide(change, request, { decision: 'GRANTED', view, isTold: true, words: '' })
  const { caseId, accountId } = request
  await tellAccount(change, accountId, { caseId, name: 'case-request.granted', subjectId: id })
  await mailAsker(change, request, 'granted')
}

/**
 * Says no. The asker is told with the reason, or left without an answer: that somebody answered tells that there is a case.
 *
 * @throws Refusal as `grantRequest`.
 */
export async function declineRequest(
  change: Change,
  id: string,
  no: Pick<Decision, 'isTold' | 'words'>,
): Promise<void> {
  const request = await getToDecide(change, id)
  await decide(change, request, { decision: 'DECLINED', view: null, ...no })
  if (no.isTold) await mailAsker(change, request, 'declined')
}

/** Ends what was granted, at either end. @throws Refusal `case-request.not-found`; `case-request.not-open`. */
export async function endRequest(change: Change, id: string): Promise<CaseRequest> {
  const request = await getRequest(change, id)
  const { caseId, personId } = request
  if (request.agencyId === change.actor.agencyId) {
    if (!(await leaveCase(change, id))) throw new Refusal('conflict', 'case-request.not-open')
    change.record({ name: 'case-request.left', subjectId: id, ...(caseId && { caseId }), fieldGroup: 'identity' })
    return request
  }
  if (!(await updateEnd(change, id))) throw new Refusal('conflict', 'case-request.not-open')
  const about = { caseId: caseId!, personId: personId! }
  change.record({ name: 'case-request.ended', subjectId: id, ...about, fieldGroup: 'identity' })
  return request
}

type Found = CaseRequest & { caseId: string; personId: string }

async function getToDecide(change: Change, id: string): Promise<Found> {
  const request = await getRequest(change, id)
  const { caseId, personId } = request
  if (caseId === null || personId === null || !(await mayDecide(change, caseId)))
    throw new Refusal('not allowed', 'case-request.not-theirs')
  if (request.decision !== null || request.expiresAt <= change.now)
    throw new Refusal('conflict', 'case-request.decided')
  return { ...request, caseId, personId }
}

async function decide(change: Change, { id, caseId, personId, agencyId }: Found, decided: Decision): Promise<void> {
  if (!(await updateDecision(change, id, decided))) throw new Refusal('conflict', 'case-request.decided')
  const name = decided.decision === 'GRANTED' ? 'case-request.granted' : 'case-request.declined'
  const details = { agencyId, view: decided.view }
  change.record({ name, subjectId: id, caseId, personId, fieldGroup: 'identity', details })
}
