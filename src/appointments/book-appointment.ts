import { tellAccount } from '../alerts/index.ts'
import { getCaseSubject } from '../cases/index.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { insertAppointment } from './queries/change-appointments.ts'

export interface AppointmentFields {
  /** What it is for: plain text, 1 to 200 characters. */
  title: string
  pathway: string | null
  startsAt: Date
  lengthInMinutes: number | null
  place: string
  /** What the person brings. */
  bring: string
  withAgencyId: string | null
  withAccountId: string | null
  /** Somebody who has no account here. */
  withName: string
}

/**
 * Books an appointment for the person of a case, and tells the worker it is with.
 *
 * @returns the id of the appointment.
 * @throws Refusal `case.not-found`; `appointment.plan-closed` when the actor may not write in the plan.
 */
export async function bookAppointment(change: Change, caseId: string, fields: AppointmentFields): Promise<string> {
  const { personId, mayWrite } = await getCaseSubject(change, caseId, 'plan')
  if (!mayWrite) throw new Refusal('not allowed', 'appointment.plan-closed')

  const id = newId()
  await insertAppointment(change, { id, caseId, personId, ...fields })
  const fieldGroup = 'plan' as const
  const details = { startsAt: fields.startsAt.toISOString() }
  change.record({ name: 'appointment.booked', subjectId: id, caseId, personId, fieldGroup, details })
  if (fields.withAccountId) {
    const news = { caseId, name: 'appointment.booked', subjectId: id, fieldGroup, details }
    await tellAccount(change, fields.withAccountId, news)
  }
  return id
}
