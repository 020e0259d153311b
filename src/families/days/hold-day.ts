import { getCaseFrame, getCaseSubject } from '../../cases/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import type { Change } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { DayConsent } from '../kinds.ts'
import { insertContact } from '../queries/beside.ts'
import {
  findDay,
  insertDay,
  insertInvitations,
  listInvitations,
  lockPlaces,
  type NewDay,
  updateAttendance,
  updateCalledOff,
} from '../queries/days.ts'
import { findMember } from '../queries/members.ts'

/** Plans a day for families at the actor's prison. @throws Refusal `family-day.no-prison` for any other agency. */
export async function planDay(change: Change, day: NewDay): Promise<string> {
  if (change.actor.agencyKind !== 'prison') throw new Refusal('not allowed', 'family-day.no-prison')
  const id = await insertDay(change, day)
  change.record({ name: 'family-day.planned', subjectId: id, fieldGroup: 'administration' })
  return id
}

/** Calls a day off: whoever of the family is invited reads it. @throws Refusal `family-day.not-found` for one that is over, or another's */
export async function callOffDay(change: Change, id: string): Promise<void> {
  if (!(await updateCalledOff(change, id))) throw new Refusal('not found', 'family-day.not-found')
  change.record({ name: 'family-day.called-off', subjectId: id, fieldGroup: 'administration' })
}

/**
 * Invites the person of a case, who said yes to it, with those of their family whom they want there.
 *
 * @throws Refusal `case.not-found`; `family.closed`; `family-day.not-found` for a day that is over, called off or another's;
 *   `family-day.full`; `family.not-found` for somebody who may not come in; `case.not-open` where it ended or the person died.
 */
export async function inviteToDay(
  change: Change,
  caseId: string,
  invitation: { dayId: string; memberIds: readonly string[]; consentHow: DayConsent },
): Promise<void> {
  const { personId, mayWrite } = await getCaseSubject(change, caseId, 'family')
  if (!mayWrite) throw new Refusal('not allowed', 'family.closed')
  const { isOpen, diedOn } = await getCaseFrame(change, caseId)
  if (!isOpen || diedOn) throw new Refusal('conflict', 'case.not-open')
  for (const id of invitation.memberIds) {
    const member = await findMember(change, caseId, id)
    if (!member?.isOpen) throw new Refusal('not found', 'family.not-found')
  }
  const left = await lockPlaces(change, invitation.dayId, caseId)
  if (left === undefined) throw new Refusal('not found', 'family-day.not-found')
  if (left < 1) throw new Refusal('conflict', 'family-day.full')
  await insertInvitations(change, { caseId, personId }, invitation)
  const subjectId = invitation.dayId
  change.record({ name: 'family-day.invited', subjectId, caseId, personId, fieldGroup: 'family' })
}

export interface Attended {
  invitationId: string
  attendance: 'CAME' | 'DID_NOT_COME'
  /** Of the person's own invitation: what came of the day; may be ''. */
  outcome: string
}

/**
 * Keeps who came. Each of the family who did is one contact; whoever was said before stays as they were said.
 *
 * @throws Refusal `family-day.not-found`; `family-day.not-yet` before it begins.
 */
export async function keepAttendance(change: Change, dayId: string, attended: readonly Attended[]): Promise<void> {
  const day = await findDay(change, dayId)
  if (!day || day.calledOffAt) throw new Refusal('not found', 'family-day.not-found')
  if (day.startsAt > change.now) throw new Refusal('conflict', 'family-day.not-yet')
  const invitations = await listInvitations(change, { dayId })
  change.record({ name: 'family-day.kept', subjectId: dayId, fieldGroup: 'administration' })
  for (const { invitationId, attendance, outcome } of attended) {
    const about = invitations.find(({ id }) => id === invitationId)
    if (!about || !(await updateAttendance(change, invitationId, { attendance, outcome }))) continue
    const { caseId, personId, memberId } = about
    if (memberId && attendance === 'CAME') {
      const happenedOn = dayAt(day.startsAt)
      await insertContact(change, { id: memberId, caseId, personId }, { kind: 'FAMILY_DAY', happenedOn })
    }
    if (!memberId) {
      change.record({ name: 'family-day.attended', subjectId: dayId, caseId, personId, fieldGroup: 'family' })
    }
  }
}
