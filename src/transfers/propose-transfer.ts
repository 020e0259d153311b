import { getPartnership } from '../agencies/index.ts'
import { getCaseFrame } from '../cases/index.ts'
import { addDays, type Day, dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { getStanding, insertTransfer, listTakers } from './queries.ts'
import { tellTaker } from './tell.ts'

export interface Proposal {
  toAgencyId: string
  /** The day by which it should pass; today or later. */
  byOn: Day
  /** 1 to 1,000 characters. */
  reason: string
}

/**
 * Asks another agency to take over the responsibility for a case. The actor's agency stays responsible until that one accepts.
 *
 * @returns the id of the transfer.
 * @throws Refusal `case.not-found`; `transfer.not-theirs` unless the actor's agency answers for the case and they work on the whole of it
 *   or manage it; `transfer.case-closed`; `transfer.restricted` for a record that exists for its list alone; `transfer.already-proposed`;
 *   `transfer.handover-open` while a worker hands it over in a meeting of three;
 *   `transfer.no-taker` when the agency is party to no agreement of the case's purpose; `transfer.day-past`.
 */
export async function proposeTransfer(change: Change, caseId: string, proposal: Proposal): Promise<string> {
  const { personId } = await getCaseFrame(change, caseId)
  const { isOpen, isOurs, isRestricted, mayPropose, proposedId, handoverId } = await getStanding(change, caseId)
  if (!isOurs || !mayPropose) throw new Refusal('not allowed', 'transfer.not-theirs')
  if (!isOpen) throw new Refusal('conflict', 'transfer.case-closed')
  if (isRestricted) throw new Refusal('conflict', 'transfer.restricted')
  if (proposedId) throw new Refusal('conflict', 'transfer.already-proposed')
  if (handoverId) throw new Refusal('conflict', 'transfer.handover-open')
  if (proposal.byOn < dayAt(change.now)) throw new Refusal('conflict', 'transfer.day-past')
  const takers = await listTakers(change, caseId)
  if (!takers.some(({ id }) => id === proposal.toAgencyId)) throw new Refusal('not found', 'transfer.no-taker')

  const { expireAfterDays } = await getPartnership(change)
  const id = newId()
  const expiresAt = new Date(`${addDays(dayAt(change.now), expireAfterDays + 1)}T00:00:00Z`)
  await insertTransfer(change, { id, caseId, personId, ...proposal, expiresAt })
  const details = { toAgencyId: proposal.toAgencyId, byOn: proposal.byOn }
  change.record({ name: 'transfer.proposed', subjectId: id, caseId, personId, fieldGroup: 'identity', details })
  await tellTaker(change, proposal.toAgencyId, 'proposed', id)
  return id
}
