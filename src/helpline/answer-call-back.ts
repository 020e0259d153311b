import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { getCallBack, updateDueAgain, updateOutcome } from './queries/call-backs.ts'
import { insertCall } from './queries/calls.ts'

/**
 * They were reached: the call-back is done, and a call opens that knows who it is.
 *
 * @returns the id of the call.
 * @throws Refusal `helpline.call-back-not-found`; `helpline.call-back-taken` where it is not in the actor's hand
 */
export async function reachCaller(change: Change, id: string): Promise<string> {
  const callBack = await getCallBack(change, id)
  if (!(await updateOutcome(change, id, 'REACHED'))) throw taken()
  const draft = { who: callBack.caseId ?? (callBack.name ? 'NAMED' : 'ANONYMOUS'), phone: callBack.phone, callerName: callBack.caseId ? '' : callBack.name } // biome-ignore format: one line
  const callId = await insertCall(change, { helplineId: callBack.helplineId, callBackId: id, draft })
  change.record({ name: 'helpline.call-back-reached', subjectId: id, fieldGroup: 'administration' })
  return callId
}

/** Nobody answered: it is tried again at another time. @throws as `reachCaller` */
export async function tryAgainAt(change: Change, id: string, dueAt: Date): Promise<void> {
  await getCallBack(change, id)
  if (!(await updateDueAgain(change, id, dueAt))) throw taken()
  change.record({ name: 'helpline.call-back-tried', subjectId: id, fieldGroup: 'administration' })
}

/** It ends without a talk: nobody answers any more, or they do not want it. @throws as `reachCaller` */
export async function endCallBack(change: Change, id: string, outcome: 'NO_ANSWER' | 'NOT_WANTED'): Promise<void> {
  await getCallBack(change, id)
  if (!(await updateOutcome(change, id, outcome))) throw taken()
  change.record({ name: 'helpline.call-back-ended', subjectId: id, fieldGroup: 'administration', details: { outcome } })
}

const taken = () => new Refusal('conflict', 'helpline.call-back-taken')
