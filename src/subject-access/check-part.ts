import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { listParts, type Part, updateChecked, updateReturned, updateSent } from './queries/parts.ts'
import { mayMove, partState } from './states.ts'

/** Sends what the actor's agency decided to the second check. @throws Refusal `subject-access.undecided` while something is not decided. */
export async function sendToCheck(change: Change, requestId: string): Promise<void> {
  const own = (await listParts(change, requestId)).filter(({ agencyId }) => agencyId === change.actor.agencyId)
  const open = own.filter((part) => mayMove(partState(part), 'TO_CHECK'))
  if (open.length === 0) throw new Refusal('conflict', 'subject-access.moved-on')
  if (open.some(({ undecidedCount }) => undecidedCount > 0)) throw new Refusal('conflict', 'subject-access.undecided')
  await updateSent(change, requestId)
  record(change, requestId, 'sent-to-check')
}

/**
 * Somebody else of the agency looked at every decision and agrees. Once all that goes into a copy is checked, it is built.
 *
 * @throws Refusal `subject-access.own-work` to anybody who decided any of it; `subject-access.moved-on`.
 */
export async function passCheck(change: Change, requestId: string, partId: string): Promise<void> {
  await getToCheck(change, requestId, partId, 'CHECKED')
  if (!(await updateChecked(change, partId))) throw new Refusal('conflict', 'subject-access.moved-on')
  record(change, requestId, 'checked')
  change.later('build-subject-access', { requestId })
}

/** Somebody else of the agency does not agree, and says why: it is decided again. */
export async function returnToDeciding(change: Change, requestId: string, partId: string, why: string): Promise<void> {
  await getToCheck(change, requestId, partId, 'DECIDING')
  if (!(await updateReturned(change, partId, why))) throw new Refusal('conflict', 'subject-access.moved-on')
  record(change, requestId, 'returned')
}

async function getToCheck(
  change: Change,
  requestId: string,
  partId: string,
  to: 'CHECKED' | 'DECIDING',
): Promise<Part> {
  const part = (await listParts(change, requestId)).find(({ id }) => id === partId)
  if (!part || part.agencyId !== change.actor.agencyId) throw new Refusal('not found', 'subject-access.not-found')
  if (partState(part) !== 'TO_CHECK' || !mayMove('TO_CHECK', to))
    throw new Refusal('conflict', 'subject-access.moved-on')
  if (part.isOwnWork) throw new Refusal('not allowed', 'subject-access.own-work')
  return part
}

const record = (change: Change, subjectId: string, what: string) =>
  change.record({ name: `subject-access.${what}`, subjectId, fieldGroup: 'administration' })
