import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Attendance, needsReason } from './attendances.ts'
import type { AppointmentFields } from './book-appointment.ts'
import { type Appointment, getAppointment, listRestOfSeries } from './queries/appointments.ts'
import { updateAppointment } from './queries/change-appointments.ts'

/**
 * Moves or rewords an appointment.
 *
 * @param version - of the appointment as the worker saw it.
 * @throws Refusal `appointment.not-found`; `appointment.cancelled`; `appointment.changed-meanwhile` when another worker
 *   saved first.
 */
export async function changeAppointment(
  change: Change,
  id: string,
  version: number,
  fields: AppointmentFields,
): Promise<Appointment> {
  const startsAt = fields.startsAt.toISOString()
  return keep(
    change,
    id,
    version,
    { kind: 'fields', ...fields },
    { name: 'appointment.changed', details: { startsAt } },
  )
}

/**
 * Calls an appointment off. It stays in the list as called off.
 *
 * @param reason - plain text, 1 to 500 characters.
 * @param withRest - all that come after it in its series too.
 * @throws Refusal as `changeAppointment`.
 */
export async function cancelAppointment(
  change: Change,
  id: string,
  version: number,
  { reason, withRest = false }: { reason: string; withRest?: boolean },
): Promise<Appointment> {
  const event = { name: 'appointment.cancelled', details: {} }
  const first = await keep(change, id, version, { kind: 'cancelled', reason }, event)
  const rest = withRest ? await listRestOfSeries(change, first) : []
  for (const each of rest) await keep(change, each.id, each.version, { kind: 'cancelled', reason }, event)
  return first
}

/**
 * Records how an appointment went. It can be recorded again, as when the person came after all.
 *
 * @param reason - plain text up to 500 characters; needed when the person was absent or it did not happen.
 * @throws Refusal as `changeAppointment`; `appointment.not-begun` before it starts; `appointment.reason-missing`.
 */
export async function recordAttendance(
  change: Change,
  id: string,
  version: number,
  { attendance, reason }: { attendance: Attendance; reason: string },
): Promise<Appointment> {
  const { startsAt } = await getAppointment(change, id)
  if (startsAt > change.now) throw new Refusal('conflict', 'appointment.not-begun')
  if (needsReason(attendance) && reason === '') throw new Refusal('not allowed', 'appointment.reason-missing')
  const event = { name: 'appointment.attendance-recorded', details: { attendance } }
  return keep(change, id, version, { kind: 'attendance', attendance, reason }, event)
}

async function keep(
  change: Change,
  id: string,
  version: number,
  alteration: Parameters<typeof updateAppointment>[3],
  event: { name: string; details: Record<string, string> },
): Promise<Appointment> {
  const appointment = await getAppointment(change, id)
  if (appointment.cancelledAt) throw new Refusal('conflict', 'appointment.cancelled')
  const isKept = await updateAppointment(change, id, version, alteration)
  if (!isKept) throw new Refusal('conflict', 'appointment.changed-meanwhile', { appointmentId: id })
  const { caseId, personId } = appointment
  change.record({ ...event, subjectId: id, caseId, personId, fieldGroup: 'plan' })
  return appointment
}
