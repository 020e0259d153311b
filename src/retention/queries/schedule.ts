import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import type { Action, RetentionClass, Rule } from '../rules.ts'

export interface Schedule {
  id: string
  jurisdiction: string
  edition: number
  madeAt: Date
  madeBy: string | null
  rules: Rule[]
  coolingOffInDays: number
}

/** The schedule in force in the partnership's country; one always is. */
export async function getSchedule({ db }: Reading): Promise<Schedule> {
  const { rows } = await sql<Schedule>`
    select s.id, s.jurisdiction, s.edition, s.made_at as "madeAt", a.name as "madeBy", t.cooling_off_in_days as "coolingOffInDays",
      (select coalesce(jsonb_agg(jsonb_build_object('class', r.class, 'trigger', r.trigger, 'months', r.months, 'action', r.action,
        'source', r.source) order by r.place), '[]') from retention_rule r where r.schedule_id = s.id) as rules
    from partnership p join retention_schedule s on s.jurisdiction = p.jurisdiction and s.retired_at is null
    cross join retention_state t left join account a on a.id = s.made_by`.execute(db)
  return rows[0]!
}

/** Earlier editions, the newest first. */
export async function listOldEditions({
  db,
}: Reading): Promise<Pick<Schedule, 'id' | 'edition' | 'madeAt' | 'madeBy'>[]> {
  const { rows } = await sql<Schedule>`
    select s.id, s.edition, s.made_at as "madeAt", a.name as "madeBy" from retention_schedule s
    join partnership p on p.jurisdiction = s.jurisdiction left join account a on a.id = s.made_by
    where s.retired_at is not null order by s.edition desc limit 50`.execute(db)
  return rows
}

/** @returns whether the edition was still the one in force. */
export async function updateRetired({ db, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update retention_schedule set retired_at = ${now} where id = ${id} and retired_at is null`.execute(db)
  return numAffectedRows === 1n
}

export async function insertSchedule(
  { db, actor, now }: Change,
  { id, jurisdiction, edition, rules }: Pick<Schedule, 'id' | 'jurisdiction' | 'edition' | 'rules'>,
): Promise<void> {
  await sql`insert into retention_schedule (id, jurisdiction, edition, made_by, made_at)
    values (${id}, ${jurisdiction}, ${edition}, ${actor.userId}, ${now})`.execute(db)
  await sql`insert into retention_rule (schedule_id, place, class, trigger, months, action, source)
    select ${id}, row_number() over (), r.class, r.trigger, r.months, r.action, r.source
    from jsonb_to_recordset(${JSON.stringify(rules)}::jsonb) as r(class retention_class, trigger text, months int, action text, source text)`.execute(
    db,
  )
}

export async function updateCoolingOff({ db }: Change, days: number): Promise<void> {
  await sql`update retention_state set cooling_off_in_days = ${days} where cooling_off_in_days <> ${days}`.execute(db)
}

export interface DueCount {
  class: RetentionClass
  action: Action
  due: number
  /** In the twelve months after today. */
  dueInAYear: number
}

/** How much would be due under these rules, in all agencies together. */
export async function countDueUnder({ db }: Reading, rules: readonly Rule[], today: Day): Promise<DueCount[]> {
  const { rows } = await sql<DueCount>`select class, action, due, due_in_a_year as "dueInAYear"
    from count_due_under(${JSON.stringify(rules)}::jsonb, ${today}::date)`.execute(db)
  return rows
}

/** Reads the people of the next events anew. */
export async function advanceClocks(
  { db, now }: Change,
  mostEvents: number,
): Promise<{ people: number; isLast: boolean }> {
  const { rows } = await sql<{ people: number; isLast: boolean }>`
    select people_read as people, is_last as "isLast" from advance_retention(${now}, ${mostEvents})`.execute(db)
  return rows[0]!
}
