import { sql } from 'kysely'
import { addDays, type Day, dayAt, weekdayOf } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'

/** Somebody on the wing, with when their next session is due. */
export interface DuePerson {
  caseId: string
  personId: string
  name: string
  prisonNumber: string | null
  wing: string | null
  cell: string | null
  keyWorkerName: string | null
  lastOn: Day | null
  /** Null where the prison has set no schedule and nothing was agreed. */
  dueOn: Day | null
  /** The beginning of the last note of key work, where it is asked for and the reader sees it. */
  lastLine: string | null
  /** Whether the reader may write a note there. */
  mayWrite: boolean
}

export interface DueFilter {
  /** Those whose key worker the reader is, or everybody. */
  who: 'mine' | 'all'
  /** Due by the end of today, of this week (Sunday), or whenever. */
  when: 'today' | 'week' | 'all'
  wing: string
  withLastLine?: boolean
}

export const mostDue = 200

/** People of the actor's prison, those whose session is due first at the top. */
export async function listDue({ db, actor, now }: Reading, filter: DueFilter): Promise<DuePerson[]> {
  const today = dayAt(now)
  const until = { today, week: addDays(today, 7 - weekdayOf(today)), all: null }[filter.when]
  const line = filter.withLastLine
    ? sql`(select left(n.body, 160) from key_work_session k join note n on n.id = k.note_id where k.case_id = d.case_id
        and k.withdrawn_at is null order by k.happened_on desc, k.made_at desc limit 1)`
    : sql`null`
  const { rows } = await sql<DuePerson>`
    select d.case_id as "caseId", d.person_id as "personId", d.shown_name as name, d.prison_number as "prisonNumber", d.wing, d.cell,
      d.key_worker_name as "keyWorkerName", d.due_on as "dueOn", ${line} as "lastLine",
      (select max(k.happened_on) from key_work_session k where k.case_id = d.case_id and k.kind = 'SESSION'
        and k.withdrawn_at is null) as "lastOn",
      exists (select from sight x where x.case_id = d.case_id and 'notes' = any(x.writes)) as "mayWrite"
    from (
      select s.*, key_work_due_on(s.case_id, c.received_on, s.agency_id) as due_on
      from case_summary s join custody c on c.person_id = s.person_id and c.left_on is null
      where s.agency_id = ${actor.agencyId} and s.is_open and s.died_on is null
        and (${filter.who} = 'all' or s.key_worker_id = ${actor.userId})
        and (${filter.wing} = '' or s.wing = ${filter.wing})
    ) d
    where ${until}::date is null or d.due_on <= ${until}::date
    order by d.due_on nulls last, d.wing, d.cell, d.case_id limit ${mostDue}`.execute(db)
  return rows
}

/** Wings of the actor's prison with somebody on them, and whether the actor is anybody's key worker. */
export async function readWings({ db, actor }: Reading): Promise<{ wings: string[]; mine: number }> {
  const { rows } = await sql<{ wings: string[]; mine: number }>`
    select coalesce(array_agg(distinct wing order by wing) filter (where coalesce(wing, '') <> ''), '{}') as wings,
      count(*) filter (where key_worker_id = ${actor.userId})::int as mine
    from case_summary where agency_id = ${actor.agencyId} and is_open`.execute(db)
  return rows[0]!
}

/** When somebody's next session is due, where they are in a prison and the actor sees that. */
export async function readDueOn({ db }: Reading, caseId: string): Promise<Day | null> {
  const { rows } = await sql<{ dueOn: Day | null }>`
    select key_work_due_on(s.case_id, c.received_on, s.agency_id) as "dueOn"
    from case_summary s join custody c on c.person_id = s.person_id and c.left_on is null
    where s.case_id = ${caseId} and s.is_open`.execute(db)
  return rows[0]?.dueOn ?? null
}
