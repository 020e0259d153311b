import { type CaseFrame, getCaseFrame, nameWorker, type WorkerRole } from '../cases/index.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Way } from './handover-states.ts'
import { partsSeenBy } from './queries/agenda.ts'
import { insertHandover } from './queries/change-handovers.ts'
import { findOfferedTo, listReceivers, type Receiver } from './queries/lists.ts'
import { tellOf } from './tell.ts'

export interface Proposal {
  toAccountId: string
  /** When the three meet. */
  meetsAt: Date
  meetsHow: Way
  /** At most 200 characters; '' for a call. */
  meetsPlace: string
  /** What matters, for the receiver to read beforehand; at most 1,000 characters. */
  why: string
}

/**
 * Proposes a meeting of three, by which the actor hands the person over to another worker, of their own agency or of another one on the
 * case. The receiver is named on the case from now on, so that both work with the person for a while; the actor stays responsible until
 * all three have signed.
 *
 * @returns the id of the handover.
 * @throws Refusal `case.not-found`; as `mayPropose`; `handover.no-receiver` for somebody who cannot be handed to;
 *   `handover.transfer-elsewhere` while the case is offered to a third agency; `handover.receiver-sees-nothing` for somebody to whom the
 *   person is closed.
 */
export async function proposeHandover(change: Change, caseId: string, proposal: Proposal): Promise<string> {
  const frame = await getCaseFrame(change, caseId)
  refuseToPropose(frame, change.actor.userId)
  const receiver = (await listReceivers(change, caseId)).find(({ accountId }) => accountId === proposal.toAccountId)
  if (!receiver) throw new Refusal('not found', 'handover.no-receiver')
  const offeredTo = await findOfferedTo(change, caseId)
  if (offeredTo && offeredTo !== receiver.agencyId) throw new Refusal('conflict', 'handover.transfer-elsewhere')

  const { accountId, agencyId: toAgencyId } = receiver
  const receiverPartyId = receiver.isNamed
    ? null
    : await nameWorker(change, caseId, { accountId, role: roleFor(frame, receiver) })
  if (!(await partsSeenBy(change, caseId, accountId)).includes('plan'))
    throw new Refusal('conflict', 'handover.receiver-sees-nothing')
  const id = newId()
  const { personId, releaseOn } = frame
  await insertHandover(change, { id, caseId, personId, toAgencyId, receiverPartyId, releaseOn, ...proposal })
  const details = { toAgencyId, toAccountId: accountId }
  change.record({ name: 'handover.proposed', subjectId: id, caseId, personId, fieldGroup: 'plan', details })
  await tellOf(change, { id, caseId }, 'proposed', [accountId])
  return id
}

/**
 * Says why the actor may not propose, before anything is typed.
 *
 * @throws Refusal `handover.case-closed` where the case was closed or the person died; `handover.one-at-a-time`; `handover.not-named`
 *   for whoever is not named on the case or does not work on the whole of it.
 */
export function refuseToPropose(frame: CaseFrame, userId: string): void {
  if (!frame.isOpen || frame.diedOn) throw new Refusal('conflict', 'handover.case-closed')
  if (frame.handover) throw new Refusal('conflict', 'handover.one-at-a-time')
  const isNamed = frame.team.some(({ accountId }) => accountId === userId)
  if (!isNamed || frame.sight.assessment !== true) throw new Refusal('not allowed', 'handover.not-named')
}

/** What the receiver is until they take over: the outside manager where nobody is yet, else a support. */
function roleFor({ team }: CaseFrame, { agencyKind }: Receiver): WorkerRole {
  const isFree = !team.some(({ role }) => role === 'COMMUNITY_OFFENDER_MANAGER')
  return agencyKind === 'probation' && isFree ? 'COMMUNITY_OFFENDER_MANAGER' : 'SUPPORT'
}
