import { sql } from 'kysely'
import { addDays, type Day, dayAt } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Outcome } from '../outcomes.ts'

/** The days after release are counted from the day after it: day 1. */
export const firstDays = 14
const measuredDays = 180 // whose first fortnight began in these days before today

export interface FirstContact {
  dayNumber: number
  outcome: Outcome
  note: string
  byName: string
  at: Date
}

/** What happened on the days since a release, the latest first. At most 100. */
export async function listFirstContacts({ db }: Reading, caseId: string, releasedOn: Day): Promise<FirstContact[]> {
  const { rows } = await sql<FirstContact>`
    select f.day_number as "dayNumber", f.outcome, f.note, a.name as "byName", f.recorded_at as at
    from first_contact f join account a on a.id = f.recorded_by
    where f.case_id = ${caseId} and f.released_on = ${releasedOn} order by f.day_number, f.recorded_at desc limit 100`.execute(
    db,
  )
  return rows
}

/** On which days contact is expected. */
export async function listExpectedDays({ db }: Reading): Promise<number[]> {
  const rows = await db.selectFrom('first_contact_day').select('day_number').orderBy('day_number').execute()
  return rows.map(({ day_number }) => day_number)
}

export async function replaceExpectedDays({ db }: Change, days: readonly number[]): Promise<void> {
  await sql`delete from first_contact_day where day_number <> all(${days}::int[])`.execute(db)
  await sql`insert into first_contact_day select unnest(${days}::int[]) on conflict do nothing`.execute(db)
}

export interface Missed {
  caseId: string
  personId: string
  name: string
  releasedOn: Day
  days: number[]
}

/** Who left in the last fortnight and was not heard from on a day on which they should have been. At most 100. */
export async function listMissed({ db, now }: Reading): Promise<Missed[]> {
  const today = dayAt(now)
  const { rows } = await sql<Missed>`
    select s.case_id as "caseId", s.person_id as "personId", s.shown_name as name, s.release_on as "releasedOn",
      array_agg(d.day_number order by d.day_number) as days
    from case_summary s join first_contact_day d on s.release_on + d.day_number < ${today}::date
    where s.is_open and s.died_on is null and s.agency_id is null and s.release_on between ${addDays(today, -firstDays - 1)} and ${today}
      and exists (select from sight x where x.case_id = s.case_id and 'plan' = any(x.reads))
      and not exists (select from first_contact f where f.case_id = s.case_id and f.released_on = s.release_on
        and f.day_number = d.day_number and f.outcome in ('MET', 'SPOKE'))
    group by 1, 2, 3, 4 order by s.release_on, s.case_id limit 100`.execute(db)
  return rows
}

export interface Share {
  dayNumber: number
  /** People whose day this is over. */
  people: number
  heard: number
}

/** Of those who left in the last 180 days: how many were met or spoken to on days 1, 3, 7 and 14. */
export async function measureFirstDays({ db, now }: Reading): Promise<Share[]> {
  const today = dayAt(now)
  const { rows } = await sql<Share>`
    select d as "dayNumber", count(*)::int as people, (count(*) filter (where exists (select from first_contact f
      where f.case_id = s.case_id and f.released_on = s.release_on and f.day_number = d and f.outcome in ('MET', 'SPOKE'))))::int as heard
    from unnest(array[1, 3, 7, 14]) d join case_summary s on s.release_on + d < ${today}::date
    where s.is_open and s.died_on is null and s.agency_id is null and s.release_on between ${addDays(today, -measuredDays)} and ${today}
      and exists (select from sight x where x.case_id = s.case_id and 'plan' = any(x.reads))
    group by d order by d`.execute(db)
  return rows
}

export async function insertFirstContact(
  { db, actor, now }: Change,
  about: { caseId: string; personId: string; releasedOn: Day },
  { dayNumber, outcome, note }: Pick<FirstContact, 'dayNumber' | 'outcome' | 'note'>,
): Promise<string> {
  const id = newId()
  await db
    .insertInto('first_contact')
    .values({
      ...{ id, case_id: about.caseId, person_id: about.personId, released_on: about.releasedOn, day_number: dayNumber },
      ...{ outcome, note, recorded_by: actor.userId, recorded_at: now, owner_agency_id: actor.agencyId },
    })
    .execute()
  return id
}

/** For the system: tells named workers of yesterday's missed contact. @returns how many alerts were made. */
export async function tellMissed({ db, now }: Change): Promise<number> {
  const { rows } = await sql<{ told: number }>`select tell_missed_contacts(${now}) as told`.execute(db)
  return rows[0]!.told
}
