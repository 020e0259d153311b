import { getCaseSubject } from '../cases/index.ts'
import type { Day } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { BarReason, ContactKind } from './kinds.ts'
import { endBarred, insertBarred, insertCheck, insertContact, type NewCheck } from './queries/beside.ts'
import {
  decideBlock,
  findMember,
  insertMember,
  insertShareChange,
  type MemberOfCase,
  type NewMember,
  updateConflict,
  updateStopped,
} from './queries/members.ts'

/**
 * Names somebody of the family together with the person, who said yes to it.
 *
 * @throws Refusal `case.not-found`; `family.closed` when the actor may not write in the family part.
 */
export async function nameMember(change: Change, caseId: string, member: NewMember): Promise<void> {
  const { personId, mayWrite } = await getCaseSubject(change, caseId, 'family')
  if (!mayWrite) throw new Refusal('not allowed', 'family.closed')
  const subjectId = await insertMember(change, { caseId, personId }, member)
  change.record({ name: 'family.named', subjectId, caseId, personId, fieldGroup: 'family' })
}

/** Keeps what the person said alone: it shows the release date or hides it. @throws Refusal as `memberOf` */
export async function keepCheck(change: Change, caseId: string, id: string, check: NewCheck): Promise<void> {
  const member = await memberOf(change, caseId, id)
  await insertCheck(change, member, check)
  record(change, 'family.asked-alone', member)
}

/**
 * Changes what somebody may see, with the person's yes: more, or less. It counts at their next request.
 *
 * @throws Refusal as `memberOf`; `family.stopped` where their pages are closed.
 */
export async function changeShares(
  change: Change,
  caseId: string,
  id: string,
  asked: Pick<NewMember, 'shares' | 'consentHow'>,
): Promise<void> {
  const member = await memberOf(change, caseId, id)
  if (!member.isOpen) throw new Refusal('conflict', 'family.stopped')
  await insertShareChange(change, member, asked)
  record(change, 'family.shares-changed', member)
}

/** Ends it at once; words that were said stay in the record. @throws Refusal as `memberOf` */
export async function stopMember(change: Change, caseId: string, id: string): Promise<void> {
  const member = await memberOf(change, caseId, id)
  if (!(await updateStopped(change, id))) throw new Refusal('conflict', 'family.stopped')
  record(change, 'family.stopped', member)
}

/** @throws Refusal as `memberOf` */
export async function noteConflict(change: Change, caseId: string, id: string, conflict: string): Promise<void> {
  const member = await memberOf(change, caseId, id)
  if (!(await updateConflict(change, id, conflict))) throw new Refusal('not allowed', 'family.closed')
  record(change, 'family.conflict-noted', member)
}

/** Counts that a worker was in touch. @throws Refusal as `memberOf` */
export async function keepContact(
  change: Change,
  caseId: string,
  id: string,
  contact: { kind: ContactKind; happenedOn: Day },
): Promise<void> {
  const member = await memberOf(change, caseId, id)
  await insertContact(change, member, contact)
  record(change, 'family.contacted', member)
}

/** A manager lets somebody in who looked like one with whom there must be no contact, or keeps them out. @throws Refusal `family.not-found` */
export async function decideOnBlock(change: Change, id: string, decision: 'ALLOWED' | 'KEPT'): Promise<void> {
  const about = await decideBlock(change, id, decision)
  if (!about) throw new Refusal('not found', 'family.not-found')
  change.record({ name: 'family.block-decided', subjectId: id, ...about, fieldGroup: 'family' })
}

/** Writes down with whom the person must not be in touch. @throws Refusal `case.not-found`; `family.closed` */
export async function barContact(
  change: Change,
  caseId: string,
  barred: { name: string; toAddress: string; why: BarReason },
): Promise<void> {
  const { personId, mayWrite } = await getCaseSubject(change, caseId, 'risk')
  if (!mayWrite) throw new Refusal('not allowed', 'family.closed')
  const subjectId = await insertBarred(change, { caseId, personId }, barred)
  change.record({ name: 'family.contact-barred', subjectId, caseId, personId, fieldGroup: 'risk' })
}

/** @throws Refusal `family.not-found` where none stands that the actor may end. */
export async function liftBarred(change: Change, caseId: string, id: string): Promise<void> {
  const about = await endBarred(change, caseId, id)
  if (!about) throw new Refusal('not found', 'family.not-found')
  change.record({ name: 'family.contact-bar-lifted', subjectId: id, ...about, fieldGroup: 'risk' })
}

/** @throws Refusal `family.not-found` where the case has no such one; `family.closed` where the actor may not write in the part. */
export async function memberOf(change: Change, caseId: string, id: string): Promise<MemberOfCase> {
  const { mayWrite } = await getCaseSubject(change, caseId, 'family')
  const member = await findMember(change, caseId, id)
  if (!member) throw new Refusal('not found', 'family.not-found')
  if (!mayWrite) throw new Refusal('not allowed', 'family.closed')
  return member
}

export function record(change: Change, name: string, { id, caseId, personId }: MemberOfCase): void {
  change.record({ name, subjectId: id, caseId, personId, fieldGroup: 'family' })
}
