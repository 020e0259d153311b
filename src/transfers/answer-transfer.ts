import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { getTransfer, isBeingHandedOver, listHands, type Transfer, updateTransfer } from './queries.ts'
import { tellSender, tellTaker } from './tell.ts'

/**
 * Takes a case over: from now on the actor's agency answers for it, and somebody of it works there. The other agency goes out in the same
 * moment, but for what has a cause of its own.
 *
 * @param hands - who works on it: `account:` or `team:` and the id.
 * @throws Refusal `transfer.not-found`; `transfer.not-theirs` at the other end; `transfer.answered` when it no longer waits or has lapsed;
 *   `transfer.no-hands` for somebody of another agency; `transfer.handover-open` while not all have signed who must before.
 */
export async function acceptTransfer(change: Change, id: string, hands: string): Promise<Transfer> {
  const transfer = await getToAnswer(change, id)
  if (await isBeingHandedOver(change, transfer.caseId)) throw new Refusal('conflict', 'transfer.handover-open')
  if (!(await listHands(change)).some(({ value }) => value === hands))
    throw new Refusal('not found', 'transfer.no-hands')
  const [kind, handId] = hands.split(':') as [string, string]
  const { actor, now } = change
  const taken = kind === 'team' ? { team_id: handId } : { taker_id: handId }
  if (!(await updateTransfer(change, id, { accepted_at: now, answered_by: actor.userId, ...taken }))) throw answered()
  record(change, transfer, 'transfer.accepted')
  await tellSender(change, transfer, 'accepted')
  return transfer
}

/** Says no, with a reason. @throws Refusal as `acceptTransfer`. */
export async function declineTransfer(change: Change, id: string, reason: string): Promise<Transfer> {
  const transfer = await getToAnswer(change, id)
  const { actor, now } = change
  await tellSender(change, transfer, 'declined') // while the actor's agency is on the case
  record(change, transfer, 'transfer.declined')
  const step = { declined_at: now, answered_by: actor.userId, decline_words: reason }
  if (!(await updateTransfer(change, id, step))) throw answered()
  return transfer
}

/** Takes the offer back. @throws Refusal `transfer.not-found`; `transfer.not-theirs`; `transfer.answered`. */
export async function cancelTransfer(change: Change, id: string): Promise<Transfer> {
  const transfer = await getTransfer(change, id)
  const { actor, now } = change
  if (transfer.fromAgencyId !== actor.agencyId) throw new Refusal('not allowed', 'transfer.not-theirs')
  if (!(await updateTransfer(change, id, { cancelled_at: now, cancelled_by: actor.userId }))) throw answered()
  record(change, transfer, 'transfer.cancelled')
  await tellTaker(change, transfer.toAgencyId, 'cancelled', id)
  return transfer
}

/** For the system: reminds the agency that was asked. @throws Refusal `transfer.answered` */
export async function chaseTransfer(change: Change, id: string): Promise<void> {
  const transfer = await getTransfer(change, id)
  const step = { chased_at: change.now, chased_count: transfer.chasedCount + 1 }
  if (!(await updateTransfer(change, id, step))) throw answered()
  record(change, transfer, 'transfer.chased')
  await tellTaker(change, transfer.toAgencyId, 'chased', id)
}

/** For the system: nobody answered in time, and the sender keeps the case. @throws Refusal `transfer.answered` */
export async function expireTransfer(change: Change, id: string): Promise<void> {
  const transfer = await getTransfer(change, id)
  if (transfer.expiresAt > change.now) throw answered()
  if (!(await updateTransfer(change, id, { expired_at: change.now }))) throw answered()
  record(change, transfer, 'transfer.expired')
  await tellSender(change, transfer, 'expired')
}

async function getToAnswer(change: Change, id: string): Promise<Transfer> {
  const transfer = await getTransfer(change, id)
  if (transfer.toAgencyId !== change.actor.agencyId) throw new Refusal('not allowed', 'transfer.not-theirs')
  if (transfer.state !== 'PROPOSED' || transfer.expiresAt <= change.now) throw answered()
  return transfer
}

function record(change: Change, { id, caseId, personId, fromAgencyId, toAgencyId }: Transfer, name: string): void {
  const details = { fromAgencyId, toAgencyId }
  change.record({ name, subjectId: id, caseId, personId, fieldGroup: 'identity', details })
}

const answered = () => new Refusal('conflict', 'transfer.answered')
