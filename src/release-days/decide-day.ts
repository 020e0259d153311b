import { changeAppointment, getAppointment } from '../appointments/index.ts'
import { getCaseSubject } from '../cases/index.ts'
import { dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { instantAt } from '../platform/wall-clock.ts'
import { timeOf } from './minutes.ts'
import { type DayFields, insertStop, type NewStop, removeStop, updateMeeting, upsertDay } from './queries/days.ts'

/**
 * Decides from where, when, with how much money and how somebody leaves, and who meets them.
 *
 * @throws Refusal `case.not-found`; `release-day.closed` when the actor may not write in the plan.
 */
export async function decideDay(change: Change, caseId: string, fields: DayFields): Promise<void> {
  const personId = await personOf(change, caseId, 'plan')
  const subjectId = await upsertDay(change, { caseId, personId }, fields)
  change.record({ name: 'release-day.decided', subjectId, caseId, personId, fieldGroup: 'plan' })
}

/** Keeps that whoever meets the person at the gate said yes. @throws Refusal as `decideDay`; `release-day.nobody-meets` */
export async function confirmMeeting(change: Change, caseId: string): Promise<void> {
  const personId = await personOf(change, caseId, 'plan')
  const subjectId = await updateMeeting(change, caseId)
  if (!subjectId) throw new Refusal('conflict', 'release-day.nobody-meets')
  change.record({ name: 'release-day.meeting-confirmed', subjectId, caseId, personId, fieldGroup: 'plan' })
}

/** Adds somewhere to be without being booked. A medicine belongs to the health part. @throws Refusal as `decideDay` */
export async function addStop(change: Change, caseId: string, stop: NewStop): Promise<string> {
  const fieldGroup = stop.isMedicine ? 'health' : 'plan'
  const personId = await personOf(change, caseId, fieldGroup)
  const subjectId = await insertStop(change, { caseId, personId }, stop)
  change.record({ name: 'release-day.stop-added', subjectId, caseId, personId, fieldGroup })
  return subjectId
}

/** @throws Refusal `release-stop.not-found` */
export async function takeOffStop(change: Change, id: string): Promise<string> {
  const found = await removeStop(change, id)
  if (!found) throw new Refusal('not found', 'release-stop.not-found')
  change.record({ name: 'release-day.stop-removed', subjectId: id, ...found })
  return found.caseId
}

/**
 * Moves booked times as the rehearsal proposed, all or none.
 *
 * @param moves - ids with the version that was seen and minutes after midnight.
 * @throws Refusal as `changeAppointment`; `appointment.not-found` for one of another case.
 */
export async function applyMoves(
  change: Change,
  caseId: string,
  moves: readonly { id: string; version: number; to: number }[],
): Promise<void> {
  for (const { id, version, to } of moves) {
    const appointment = await getAppointment(change, id)
    if (appointment.caseId !== caseId) throw new Refusal('not found', 'appointment.not-found')
    const withName = appointment.withAccountId ? '' : appointment.withName
    const startsAt = instantAt(dayAt(appointment.startsAt), timeOf(to))
    await changeAppointment(change, id, version, { ...appointment, withName, startsAt })
  }
}

async function personOf(change: Change, caseId: string, part: 'plan' | 'health'): Promise<string> {
  const { personId, mayWrite } = await getCaseSubject(change, caseId, part)
  if (!mayWrite) throw new Refusal('not allowed', 'release-day.closed')
  return personId
}
