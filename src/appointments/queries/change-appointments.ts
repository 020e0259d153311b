import type { Change } from '../../platform/database.ts'
import type { Attendance } from '../attendances.ts'
import type { AppointmentFields } from '../book-appointment.ts'

export async function insertAppointment(
  { db, actor, now }: Change,
  { id, caseId, personId, seriesId, ...fields }: AppointmentFields & Booked,
): Promise<void> {
  const made = { made_by: actor.userId, made_at: now, owner_agency_id: actor.agencyId }
  const row = { id, case_id: caseId, person_id: personId, series_id: seriesId, ...columnsOf(fields), ...made }
  await db.insertInto('appointment').values(row).execute()
}

interface Booked {
  id: string
  caseId: string
  personId: string
  seriesId: string | null
}

type Alteration =
  | ({ kind: 'fields' } & AppointmentFields)
  | { kind: 'cancelled'; reason: string }
  | { kind: 'attendance'; attendance: Attendance; reason: string }

/** @returns whether it still had the version that the worker saw. */
export async function updateAppointment(
  { db, actor, now }: Change,
  id: string,
  version: number,
  alteration: Alteration,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('appointment')
    .set({ ...alteredColumns(alteration, actor.userId, now), version: version + 1, changed_at: now })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function alteredColumns(alteration: Alteration, userId: string, now: Date) {
  // Whoever moves it answers that the person cannot come.
  if (alteration.kind === 'fields') return { ...columnsOf(alteration), cannot_come_at: null }
  if (alteration.kind === 'cancelled') return { cancelled_at: now, cancelled_reason: alteration.reason }
  const { attendance, reason } = alteration
  return { attendance, attendance_reason: reason, attendance_by: userId, attendance_at: now }
}

function columnsOf(fields: AppointmentFields) {
  return {
    title: fields.title,
    pathway: fields.pathway,
    starts_at: fields.startsAt,
    length_in_minutes: fields.lengthInMinutes,
    place: fields.place,
    bring: fields.bring,
    with_agency_id: fields.withAgencyId,
    with_account_id: fields.withAccountId,
    with_name: fields.withName,
  }
}
