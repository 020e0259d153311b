import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Typed } from '../platform/web/form.ts'
import { getCallBack, updateTaken } from './queries/call-backs.ts'
import { getCall, insertCall, updateDraft, updateOperator } from './queries/calls.ts'
import { getHelpline } from './queries/lines.ts'

/** Begins a call that is in the hand already. @returns its id. @throws Refusal `helpline.not-found` */
export async function beginCall(change: Change, helplineId: string): Promise<string> {
  await getHelpline(change, helplineId)
  const id = await insertCall(change, { helplineId })
  change.record({ name: 'helpline.call-taken', subjectId: id, fieldGroup: 'administration' })
  return id
}

/** Takes a call that waits or was missed, or takes one over from a colleague. @throws Refusal `helpline.call-not-found`, `helpline.call-closed` */
export async function takeCall(change: Change, id: string): Promise<void> {
  await getCall(change, id)
  if (!(await updateOperator(change, id))) throw new Refusal('conflict', 'helpline.call-closed')
  change.record({ name: 'helpline.call-taken', subjectId: id, fieldGroup: 'administration' })
}

/**
 * Keeps what was typed so far. Nothing of it is in the event: it is no fact yet.
 *
 * @throws Refusal `helpline.call-closed` where it is written up, or a colleague took it over.
 */
export async function keepDraft(change: Change, id: string, typed: Typed): Promise<void> {
  const { formId: _form, do: _do, ...draft } = typed
  if (!(await updateDraft(change, id, draft))) throw new Refusal('conflict', 'helpline.call-closed')
  change.record({ name: 'helpline.draft-kept', subjectId: id, fieldGroup: 'administration' })
}

/**
 * Takes a call-back in hand: it stops ringing, and a call opens with what is known of who is called.
 *
 * @returns the id of the call.
 * @throws Refusal `helpline.call-back-not-found`; `helpline.call-back-taken` where a colleague was quicker
 */
export async function takeCallBack(change: Change, id: string): Promise<void> {
  await getCallBack(change, id)
  if (!(await updateTaken(change, id))) throw new Refusal('conflict', 'helpline.call-back-taken')
  change.record({ name: 'helpline.call-back-taken', subjectId: id, fieldGroup: 'administration' })
}
