import { endAllocation, getCaseFrame, handOver } from '../cases/index.ts'
import { dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { acceptTransfer } from '../transfers/index.ts'
import type { DeclineReason } from './handover-states.ts'
import { prepareTransfer, updateHandover } from './queries/change-handovers.ts'
import { getHandover, type Handover, readContinuity } from './queries/handovers.ts'
import { tellOf } from './tell.ts'
import { refuseMove } from './whose-move.ts'

/**
 * Keeps what the person answered beside a worker: by signing, or by saying it. A no does not end the handover; the sender must act.
 *
 * @throws Refusal `handover.not-found`; `handover.moved-on`; `handover.not-theirs` but for a worker of one of the two ends.
 */
export async function answerBeside(
  change: Change,
  id: string,
  { agrees, how, words }: { agrees: boolean; how: 'SIGNED' | 'SAID'; words: string },
): Promise<Handover> {
  const handover = await getHandover(change, id)
  const state = agrees ? 'AGREED' : 'DISAGREED'
  refuseMove(change.actor, handover, state)
  const answer = { answered_at: change.now, answered_how: how, answer_words: words, beside_id: change.actor.userId }
  if (!(await updateHandover(change, handover, { state, ...answer }))) throw movedOn()
  const what = agrees ? 'agreed' : 'disagreed'
  record(change, handover, what)
  await tellOf(change, handover, what, [handover.fromAccountId, handover.toAccountId])
  return handover
}

/** A manager of the sender's agency says why it goes on although the person disagrees. @throws Refusal as `answerBeside` */
export async function goOn(change: Change, id: string, words: string): Promise<Handover> {
  const handover = await getHandover(change, id)
  refuseMove(change.actor, handover, 'GONE_ON')
  const step = { went_on_by: change.actor.userId, went_on_at: change.now, went_on_words: words }
  if (!(await updateHandover(change, handover, { state: 'GONE_ON', ...step }))) throw movedOn()
  record(change, handover, 'gone-on')
  await tellOf(change, handover, 'gone-on', [handover.fromAccountId, handover.toAccountId])
  return handover
}

/**
 * The last signature: in this moment the receiver is responsible. Where the sender's agency answers for the case it passes by a transfer;
 * inside one agency the sender's place passes.
 *
 * @throws Refusal as `answerBeside`; but for the receiver or a manager of theirs `handover.not-theirs`; as `acceptTransfer`.
 */
export async function acceptHandover(change: Change, id: string): Promise<Handover> {
  const handover = await getHandover(change, id)
  refuseMove(change.actor, handover, 'ACCEPTED')
  const { overlapInDays } = await readContinuity(change, handover, dayAt(change.now))
  await tellOf(change, handover, 'accepted', [handover.fromAccountId]) // while they see the case
  record(change, handover, 'accepted')
  const transferId = await prepareTransfer(change, id)
  if (transferId) await acceptTransfer(change, transferId, `account:${handover.toAccountId}`)
  else if (handover.fromAgencyId === handover.toAgencyId) await passPlace(change, handover)
  const { actor, now } = change
  const signed = {
    accepted_by: actor.userId,
    accepted_at: now,
    overlap_in_days: overlapInDays,
    transfer_id: transferId,
  }
  if (!(await updateHandover(change, handover, { state: 'ACCEPTED', ...signed }))) throw movedOn()
  return handover
}

/** Says no, with a reason; the place that was made for the receiver ends. @throws Refusal as `acceptHandover` */
export async function declineHandover(
  change: Change,
  id: string,
  { reason, words }: { reason: DeclineReason; words: string },
): Promise<Handover> {
  const handover = await getHandover(change, id)
  refuseMove(change.actor, handover, 'DECLINED')
  await tellOf(change, handover, 'declined', [handover.fromAccountId])
  record(change, handover, 'declined')
  await end(change, handover, { state: 'DECLINED', end_reason: reason, end_words: words })
  return handover
}

/** Takes it back, with a reason. @throws Refusal as `answerBeside`; `handover.not-theirs` but for the sender's agency */
export async function cancelHandover(change: Change, id: string, words: string): Promise<Handover> {
  const handover = await getHandover(change, id)
  refuseMove(change.actor, handover, 'CANCELLED')
  await tellOf(change, handover, 'cancelled', [handover.toAccountId, handover.fromAccountId])
  record(change, handover, 'cancelled')
  await end(change, handover, { state: 'CANCELLED', end_reason: 'TAKEN_BACK', end_words: words })
  return handover
}

interface End {
  state: 'DECLINED' | 'CANCELLED'
  end_reason: string
  end_words: string
}

async function end(change: Change, handover: Handover, step: End): Promise<void> {
  const by = { ended_by: change.actor.userId, ended_at: change.now }
  if (!(await updateHandover(change, handover, { ...step, ...by }))) throw movedOn()
}

/** The sender's place on the case becomes the receiver's; the one that was made for the time of the handover ends. */
async function passPlace(change: Change, { caseId, fromAccountId, toAccountId, receiverPartyId }: Handover) {
  const { team } = await getCaseFrame(change, caseId)
  const place = team.find(({ accountId }) => accountId === fromAccountId)
  if (place && !team.some(({ accountId, role }) => accountId === toAccountId && role === place.role))
    await handOver(change, place.partyId, toAccountId)
  const isThere = team.some(({ partyId }) => partyId === receiverPartyId)
  if (place && receiverPartyId && isThere && place.role !== 'SUPPORT') await endAllocation(change, receiverPartyId)
}

function record(change: Change, { id, caseId, personId }: Handover, what: string): void {
  change.record({ name: `handover.${what}`, subjectId: id, caseId, personId, fieldGroup: 'plan' })
}

const movedOn = () => new Refusal('conflict', 'handover.moved-on')
