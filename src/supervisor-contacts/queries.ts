import { sql } from 'kysely'
import { addDays, type Day, dayAt } from '../platform/calendar-day.ts'
import type { Change, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { ContactKind } from './contact-kinds.ts'

/** One time that the supervisor outside was in touch. */
export interface Contact {
  id: string
  caseId: string
  personId: string
  kind: ContactKind
  happenedOn: Day
  madeById: string
  madeBy: string
  /** Null where nothing was written, or the reader does not see the notes. */
  noteId: string | null
}

/** Since somebody came into custody: how often the supervisor outside was in touch, and whether it has lapsed. */
export interface Standing {
  counts: Record<ContactKind, number>
  lastOn: Day | null
  /** Word is counted as lapsed after so many weeks; null where the prison set none. */
  quietAfterWeeks: number | null
  /** Whole weeks since the last contact, or since reception or the naming, whichever is later. */
  quietWeeks: number
  hasLapsed: boolean
  managerName: string | null
}

const contact = sql`c.id, c.case_id as "caseId", c.person_id as "personId", c.kind, c.happened_on as "happenedOn",
  c.made_by as "madeById", coalesce(a.name, '') as "madeBy", n.id as "noteId"
  from supervisor_contact c left join account a on a.id = c.made_by left join note n on n.id = c.note_id`

export async function listContacts({ db }: Reading, caseId: string): Promise<Contact[]> {
  const { rows } = await sql<Contact>`
    select ${contact} where c.case_id = ${caseId} and c.withdrawn_at is null order by c.happened_on desc, c.made_at desc limit 200`.execute(
    db,
  )
  return rows
}

/** @throws Refusal `supervisor-contact.not-found`, withdrawn ones too */
export async function getContact({ db }: Reading, id: string): Promise<Contact> {
  const { rows } = await sql<Contact>`select ${contact} where c.id = ${id} and c.withdrawn_at is null`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'supervisor-contact.not-found')
  return rows[0]
}

/** Where it stands for each person in custody: one line a person, found by case. */
const standings = (today: Day) => sql`
  select s.case_id as "caseId", s.person_id as "personId", s.shown_name as "personName", s.wing, y.name as "prisonName",
    s.community_manager_name as "managerName", e.supervisor_quiet_after_weeks as "quietAfterWeeks", k.last_on as "lastOn",
    jsonb_build_object('VISIT', k.visits, 'VIDEO', k.videos, 'PHONE', k.calls, 'LETTER', k.letters) as counts,
    greatest(0, ${today}::date - greatest(k.last_on, c.received_on, m.since_on)) / 7 as "quietWeeks",
    coalesce(${today}::date - greatest(k.last_on, c.received_on, m.since_on) > 7 * e.supervisor_quiet_after_weeks, false) as "hasLapsed"
  from case_summary s join custody c on c.person_id = s.person_id and c.left_on is null join agency y on y.id = s.agency_id
  left join key_work_schedule e on e.agency_id = s.agency_id and e.replaced_at is null
  left join lateral (select max(p.since_on) as since_on from case_party p where p.case_id = s.case_id and p.until_on is null
    and p.role = 'COMMUNITY_OFFENDER_MANAGER') m on true
  left join lateral (select max(t.happened_on) as last_on, count(*) filter (where t.kind = 'VISIT')::int as visits,
      count(*) filter (where t.kind = 'VIDEO')::int as videos, count(*) filter (where t.kind = 'PHONE')::int as calls,
      count(*) filter (where t.kind = 'LETTER')::int as letters
    from supervisor_contact t where t.case_id = s.case_id and t.withdrawn_at is null and t.happened_on >= c.received_on) k on true`

/** Undefined for somebody who is in no prison, or whose custody the actor does not see. */
export async function readStanding({ db, now }: Reading, caseId: string): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`
    ${standings(dayAt(now))} where s.case_id = ${caseId} and s.is_open and s.died_on is null
      and exists (select from sight x where x.case_id = s.case_id and 'custody' = any(x.reads))`.execute(db)
  return rows[0]
}

export interface LapsedPerson extends Standing {
  caseId: string
  personId: string
  personName: string
  wing: string | null
  prisonName: string
}

export const mostLapsed = 200

/**
 * People in custody with whom the supervisor outside has not been in touch for longer than the prison allows, the longest first: for a
 * prison those who are in it, for any other agency those whom somebody of it is named for.
 */
export async function listLapsed({ db, actor, now }: Reading): Promise<LapsedPerson[]> {
  const today = dayAt(now)
  const ours =
    actor.agencyKind === 'prison'
      ? sql`s.agency_id = ${actor.agencyId}`
      : sql`s.case_id in (select p.case_id from case_party p where p.agency_id = ${actor.agencyId} and p.until_on is null
          and p.role = 'COMMUNITY_OFFENDER_MANAGER')`
  const { rows } = await sql<LapsedPerson>`
    select * from (${standings(today)} where ${ours} and s.is_open and s.died_on is null and c.received_on < ${addDays(today, -7)}::date) t
    where t."hasLapsed" order by t."quietWeeks" desc, t."caseId" limit ${mostLapsed}`.execute(db)
  return rows
}

/** @returns whom it is about; undefined where the actor may not write it, or sees no such case. */
export async function insertContact(
  { db, actor, now }: Change,
  row: { id: string; caseId: string; kind: ContactKind; happenedOn: Day; noteId: string | undefined },
): Promise<string | undefined> {
  const { rows } = await sql<{ personId: string }>`
    with target as (
      select person_id from sight where case_id = ${row.caseId} and writes && '{notes,custody}' limit 1
    ), added as (
      insert into supervisor_contact (id, case_id, person_id, kind, happened_on, note_id, made_by, made_at, owner_agency_id)
      select ${row.id}, ${row.caseId}, person_id, ${row.kind}, ${row.happenedOn}::date, ${row.noteId ?? null}::uuid, ${actor.userId}, ${now},
        ${actor.agencyId} from target)
    select person_id as "personId" from target`.execute(db)
  return rows[0]?.personId
}

export async function updateWithdrawn({ db, now }: Change, id: string): Promise<void> {
  await sql`update supervisor_contact set withdrawn_at = ${now}, version = version + 1 where id = ${id} and withdrawn_at is null`.execute(
    db,
  )
}
