import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Attendance } from '../attendances.ts'
import { usualMinutes } from './clashes.ts'

export interface Appointment {
  id: string
  caseId: string
  personId: string
  referralId: string | null
  pathway: string | null
  title: string
  startsAt: Date
  lengthInMinutes: number | null
  place: string
  bring: string
  withAgencyId: string | null
  withAgencyName: string | null
  withAccountId: string | null
  /** The worker, or somebody without an account; '' for an agency alone. */
  withName: string
  attendance: Attendance | null
  attendanceReason: string
  cancelledAt: Date | null
  cancelledReason: string
  /** Of those that were booked together. */
  seriesId: string | null
  /** The person said at their own door that they cannot come. */
  cannotComeAt: Date | null
  madeByName: string
  agencyName: string
  version: number
  /** Another appointment of the person is at the same time. */
  isAtSameTime: boolean
}

const columns = sql`
  p.id, p.case_id as "caseId", p.person_id as "personId", p.referral_id as "referralId", p.pathway, p.title,
  p.starts_at as "startsAt", p.length_in_minutes as "lengthInMinutes", p.place, p.bring, p.with_agency_id as "withAgencyId",
  y.name as "withAgencyName", p.with_account_id as "withAccountId", coalesce(w.name, p.with_name) as "withName",
  p.attendance, p.attendance_reason as "attendanceReason", p.cancelled_at as "cancelledAt",
  p.cancelled_reason as "cancelledReason", p.series_id as "seriesId", p.cannot_come_at as "cannotComeAt",
  coalesce(m.name, '') as "madeByName", o.name as "agencyName", p.version,
  p.cancelled_at is null and exists (select from appointment x where x.person_id = p.person_id and x.id <> p.id
    and x.cancelled_at is null
    and x.starts_at < p.starts_at + make_interval(mins => coalesce(p.length_in_minutes, ${usualMinutes}::int))
    and p.starts_at < x.starts_at + make_interval(mins => coalesce(x.length_in_minutes, ${usualMinutes}::int))) as "isAtSameTime"`
const sources = sql`appointment p left join agency y on y.id = p.with_agency_id left join account w on w.id = p.with_account_id
  left join account m on m.id = p.made_by join agency o on o.id = p.owner_agency_id`

/** @throws Refusal `appointment.not-found` */
export async function getAppointment({ db }: Reading, id: string): Promise<Appointment> {
  const { rows } = await sql<Appointment>`select ${columns} from ${sources} where p.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'appointment.not-found')
  return rows[0]
}

/** Those to come, soonest first; at most 100. */
export async function listComing({ db, now }: Reading, caseId: string): Promise<Appointment[]> {
  const { rows } = await sql<Appointment>`select ${columns} from ${sources}
    where p.case_id = ${caseId} and p.starts_at >= ${now} order by p.starts_at, p.id limit 100`.execute(db)
  return rows
}

/** Those that were, latest first. `before` is the last one of the page before. */
export async function listPast(
  { db, now }: Reading,
  caseId: string,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<Appointment[]> {
  const { rows } = await sql<Appointment>`select ${columns} from ${sources}
    where p.case_id = ${caseId} and p.starts_at < ${now}
      and (${before ?? null}::uuid is null
        or (p.starts_at, p.id) < (select b.starts_at, b.id from appointment b where b.id = ${before ?? null}))
    order by p.starts_at desc, p.id desc limit ${limit}`.execute(db)
  return rows
}

/** Those of a series that come at or after one of it and stand, soonest first. */
export async function listRestOfSeries(
  { db }: Reading,
  { seriesId, startsAt }: Appointment,
): Promise<Pick<Appointment, 'id' | 'version'>[]> {
  if (!seriesId) return []
  return db
    .selectFrom('appointment')
    .select(['id', 'version'])
    .where('series_id', '=', seriesId)
    .where('starts_at', '>', startsAt)
    .where('cancelled_at', 'is', null)
    .where('attendance', 'is', null)
    .orderBy('starts_at')
    .execute()
}

/** Whether the death of the person of a case is on record. */
export async function hasDied({ db }: Reading, caseId: string): Promise<boolean> {
  const found = await db.selectFrom('case_summary').select('died_on').where('case_id', '=', caseId).executeTakeFirst()
  return found?.died_on != null
}

/** One line of a place's day. */
export interface AppointmentAtPlace {
  id: string
  caseId: string
  personId: string
  personName: string
  title: string
  startsAt: Date
  withAgencyId: string | null
  withName: string
}

/** What is booked at a place between two instants, of people whom the actor sees and who are alive; soonest first, at most 200. */
export async function listAtPlace(
  { db }: Reading,
  place: string,
  from: Date,
  until: Date,
): Promise<AppointmentAtPlace[]> {
  const { rows } = await sql<AppointmentAtPlace>`
    select p.id, p.case_id as "caseId", p.person_id as "personId", s.shown_name as "personName", p.title, p.starts_at as "startsAt",
      coalesce(p.with_agency_id, w.agency_id, p.owner_agency_id) as "withAgencyId", coalesce(w.name, p.with_name) as "withName"
    from appointment p join case_summary s on s.case_id = p.case_id left join account w on w.id = p.with_account_id
    where lower(p.place) = lower(${place}) and p.starts_at >= ${from} and p.starts_at < ${until} and p.cancelled_at is null
      and s.died_on is null order by p.starts_at, p.id limit 200`.execute(db)
  return rows
}
