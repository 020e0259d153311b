import { getPartnership } from '../agencies/index.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { morningAfter } from './call-clock.ts'
import { type CallForm, dueOf, problemsOfCall } from './call-form.ts'
import { insertCallBack } from './queries/call-backs.ts'
import { findCaller } from './queries/callers.ts'
import { getCall, insertNoteOfCall, updateClosed, updateWritten } from './queries/calls.ts'
import { insertHandOff } from './queries/hand-offs.ts'

/**
 * Writes a call up and closes it: who called, how they were, what was agreed; with a call-back, and word for a worker in the morning.
 * Of somebody of the record it is kept as a note of mentoring too, where the line's agency may write there.
 *
 * @param noteText - what the note says, in the operator's words.
 * @throws Refusal `helpline.call-not-found`, `helpline.call-closed`; `helpline.call-unwritten` for what `problemsOfCall` finds
 */
export async function writeUpCall(change: Change, id: string, form: CallForm, noteText: string): Promise<void> {
  const call = await getCall(change, id)
  const isInRecord = form.who !== 'NAMED' && form.who !== 'ANONYMOUS'
  const known = isInRecord ? await findCaller(change, form.who) : undefined
  if (problemsOfCall(change.now, form, known).length > 0) throw new Refusal('unreadable', 'helpline.call-unwritten')
  const isWritten = await updateWritten(change, id, {
    ...form,
    caller: known ? 'KNOWN' : (form.who as 'NAMED' | 'ANONYMOUS'),
    personId: known?.personId ?? null,
    caseId: known?.caseId ?? null,
    callerName: form.who === 'NAMED' ? form.callerName : '',
  })
  if (!isWritten) throw new Refusal('conflict', 'helpline.call-closed')

  const dueAt = dueOf(change.now, form)
  const backWords = form.backWords
  if (dueAt) {
    const to = { helplineId: call.helplineId, callId: id, phone: form.phone }
    await insertCallBack(change, { ...to, dueAt, words: backWords })
  }
  if (known && form.toAccountId) {
    const { jurisdiction } = await getPartnership(change)
    const dueOn = morningAfter(call.answeredAt ?? call.rangAt, jurisdiction)
    const said = { words: form.handWords, isAgreed: form.isAgreed === 'yes', toAccountId: form.toAccountId, dueOn }
    await insertHandOff(change, call, known, said)
  }
  const noteId = known ? await insertNoteOfCall(change, id, noteText) : null
  await updateClosed(change, id, noteId)
  const about = known ? { personId: known.personId, caseId: known.caseId } : {}
  const details = { risk: form.risk, hasCallBack: Boolean(dueAt), isHandedOn: Boolean(form.toAccountId) }
  change.record({ name: 'helpline.call-closed', subjectId: id, ...about, fieldGroup: known ? 'mentoring' : 'administration', details }) // biome-ignore format: one line
}
