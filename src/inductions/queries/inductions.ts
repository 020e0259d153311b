import { sql } from 'kysely'
import { type Day, dayAt } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Outcome } from '../outcomes.ts'

/** One session of somebody's series. */
export interface Induction {
  id: string
  caseId: string
  personId: string
  personName: string
  sessionName: string
  isRefresher: boolean
  dueOn: Day
  outcome: Outcome | null
  wing: string
}

const columns = sql`i.id, i.case_id as "caseId", i.person_id as "personId", s.shown_name as "personName", n.name as "sessionName",
  n.is_refresher as "isRefresher", i.due_on as "dueOn", i.outcome, coalesce(s.wing, '') as wing
  from induction i join induction_session n on n.id = i.session_id join case_summary s on s.case_id = i.case_id`

/** The series of one person in the prison where they are now, in order. */
export async function listOfPerson({ db }: Reading, personId: string): Promise<Induction[]> {
  const { rows } = await sql<Induction>`
    select ${columns} where i.person_id = ${personId} and i.agency_id = s.agency_id and i.lapsed_on is null
    order by i.due_on, i.id limit 200`.execute(db)
  return rows
}

/** What the actor's prison has to do: sessions missed, then those due by today; of nobody who has left. */
export async function listDue({ db, actor, now }: Reading): Promise<Induction[]> {
  const { rows } = await sql<Induction>`
    select ${columns} where i.agency_id = ${actor.agencyId} and s.agency_id = ${actor.agencyId} and i.lapsed_on is null
      and i.due_on <= ${dayAt(now)} and (i.outcome is null or i.outcome = 'MISSED')
    order by i.outcome is null, i.due_on, i.id limit 500`.execute(db)
  return rows
}

/** @throws Refusal `induction.not-found` where it is of another prison, or lapsed. */
export async function getInduction({ db, actor }: Reading, id: string): Promise<Induction> {
  const { rows } = await sql<Induction>`
    select ${columns} where i.id = ${id} and i.agency_id = ${actor.agencyId} and i.lapsed_on is null`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'induction.not-found')
  return rows[0]
}

/** @returns whether the actor may write it. */
export async function updateOutcome({ db, actor, now }: Change, id: string, outcome: Outcome | null): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update induction set outcome = ${outcome}, outcome_by = ${outcome && actor.userId}::uuid, outcome_at = ${outcome && now}::timestamptz,
      version = version + 1
    where id = ${id} and lapsed_on is null`.execute(db)
  return numAffectedRows === 1n
}
