import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import type { Locale } from '../../platform/words.ts'

export interface PlannedReminder {
  id: string
  way: 'LETTER' | 'EMAIL' | 'TEXT'
  to: string
  locale: Locale
  forAt: Date
  /** Only where the person agreed that it is said. */
  agencyName: string | null
}

/** Makes what is due, and takes back what is no longer true. The system alone. */
export async function planDue({ db, now }: Change): Promise<PlannedReminder[]> {
  const { rows } = await sql<PlannedReminder>`
    select id, way, to_address as "to", locale, for_at as "forAt", agency_name as "agencyName" from plan_reminders(${now})`.execute(
    db,
  )
  return rows
}

/** One reminder of an appointment, and what became of it. */
export interface ReminderOf {
  way: 'LETTER' | 'EMAIL' | 'TEXT'
  forAt: Date
  sentAt: Date | null
  arrivedAt: Date | null
  failedAt: Date | null
  cancelledAt: Date | null
}

/** Of one appointment, newest first; at most 10. */
export async function listRemindersOf({ db }: Reading, appointmentId: string): Promise<ReminderOf[]> {
  return (await db
    .selectFrom('reminder')
    .select([
      'way',
      'for_at as forAt',
      'sent_at as sentAt',
      'arrived_at as arrivedAt',
      'failed_at as failedAt',
      'cancelled_at as cancelledAt',
    ])
    .where('appointment_id', '=', appointmentId)
    .orderBy('made_at', 'desc')
    .limit(10)
    .execute()) as ReminderOf[]
}

/** A letter that waits to be printed, with what it says. */
export interface Letter {
  id: string
  caseId: string
  personId: string
  name: string
  /** Where somebody inside gets their post: number, wing and cell. */
  prisonNumber: string | null
  wing: string | null
  cell: string | null
  locale: Locale
  startsAt: Date
  title: string
  withName: string
  place: string
  bring: string
  phone: string
}

const mostLetters = 100

/** Letters of the actor's agency that nobody has printed, for appointments to come; soonest first, at most 100. */
export async function listLetters({ db, actor, now }: Reading): Promise<Letter[]> {
  const { rows } = await sql<Letter>`
    select r.id, r.case_id as "caseId", r.person_id as "personId", s.shown_name as name, s.prison_number as "prisonNumber", s.wing, s.cell, r.locale,
      m.starts_at as "startsAt", m.title, coalesce(w.name, nullif(m.with_name, ''), y.name, '') as "withName", m.place, m.bring,
      coalesce(nullif(w.phone, ''), y.phone, o.phone) as phone
    from reminder r join appointment m on m.id = r.appointment_id and m.cancelled_at is null and m.starts_at = r.for_at
    join case_summary s on s.case_id = r.case_id and s.died_on is null
    left join account w on w.id = m.with_account_id left join agency y on y.id = m.with_agency_id left join agency o on o.id = r.owner_agency_id
    where r.owner_agency_id = ${actor.agencyId} and r.way = 'LETTER' and r.sent_at is null and r.cancelled_at is null
      and r.for_at > ${now} order by r.for_at, r.id limit ${mostLetters}`.execute(db)
  return rows
}

/** @returns whose letters are now printed. */
export async function markPrinted({ db, actor, now }: Change, ids: readonly string[]) {
  return db
    .updateTable('reminder')
    .set({ sent_at: now, sent_by: actor.userId })
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('way', '=', 'LETTER')
    .where('owner_agency_id', '=', actor.agencyId)
    .where('sent_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .returning(['id', 'case_id as caseId', 'person_id as personId'])
    .execute()
}
