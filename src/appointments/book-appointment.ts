import { tellAccount } from '../alerts/index.ts'
import { getCaseSubject } from '../cases/index.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { hasDied } from './queries/appointments.ts'
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
 * Books an appointment for the person of a case, or a series of them, and tells the worker it is with.
 *
 * @param again - when the others of a series begin; each stands alone afterwards.
 * @returns the id of the (first) appointment.
 * @throws Refusal `case.not-found`; `appointment.plan-closed` when the actor may not write in the plan; `appointment.person-died`.
 */
export async function bookAppointment(
  change: Change,
  caseId: string,
  fields: AppointmentFields,
  again: readonly Date[] = [],
): Promise<string> {
  const { personId, mayWrite } = await getCaseSubject(change, caseId, 'plan')
  if (!mayWrite) throw new Refusal('not allowed', 'appointment.plan-closed')
  if (await hasDied(change, caseId)) throw new Refusal('conflict', 'appointment.person-died')

  const id = newId()
  const seriesId = again.length > 0 ? id : null
  const fieldGroup = 'plan' as const
  for (const startsAt of [fields.startsAt, ...again]) {
    const subjectId = startsAt === fields.startsAt ? id : newId()
    await insertAppointment(change, { ...fields, id: subjectId, caseId, personId, seriesId, startsAt })
    const details = { startsAt: startsAt.toISOString() }
    change.record({ name: 'appointment.booked', subjectId, caseId, personId, fieldGroup, details })
  }
  if (fields.withAccountId) {
    const details = { startsAt: fields.startsAt.toISOString() }
    const news = { caseId, name: 'appointment.booked', subjectId: id, fieldGroup, details }
    await tellAccount(change, fields.withAccountId, news)
  }
  return id
}
