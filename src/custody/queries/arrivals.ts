import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import type { MovementKind } from '../moves/movement-states.ts'

export interface Arrival {
  caseId: string
  personId: string
  name: string
  prisonNumber: string | null
  /** TRANSFER or RECALL. */
  kind: MovementKind
  happenedOn: Day
  fromName: string | null
  /** How much unfinished work came along. */
  cameCount: number
}

/** Whom the actor's prison expects, those sent first on top. */
export async function listExpected({ db, actor }: Reading): Promise<Arrival[]> {
  const { rows } = await sql<Arrival>`
    select s.case_id as "caseId", s.person_id as "personId", s.shown_name as name, s.prison_number as "prisonNumber", m.kind,
      m.happened_on as "happenedOn", f.name as "fromName", jsonb_array_length(m.came_with) as "cameCount"
    from case_summary s join lateral (select * from movement where movement.person_id = s.person_id and undone_at is null
      order by number desc limit 1) m on true left join agency f on f.id = m.from_agency_id
    where s.agency_id = ${actor.agencyId} and s.custody_state = 'EXPECTED' and s.is_open
    order by m.happened_on, s.sort_name collate "C", s.case_id limit 500`.execute(db)
  return rows
}

export interface Arrived {
  caseId: string
  personId: string
  name: string
  wing: string
  cell: string
}

/** Whom the actor's prison received on a day. */
export async function listArrived({ db, actor }: Reading, day: Day): Promise<Arrived[]> {
  const { rows } = await sql<Arrived>`
    select s.case_id as "caseId", s.person_id as "personId", s.shown_name as name, coalesce(s.wing, '') as wing, coalesce(s.cell, '') as cell
    from movement m join case_summary s on s.case_id = m.case_id
    where m.to_agency_id = ${actor.agencyId} and m.kind = 'RECEPTION' and m.happened_on = ${day} and m.undone_at is null
    order by s.sort_name collate "C", s.case_id limit 500`.execute(db)
  return rows
}

export interface Out {
  caseId: string
  personId: string
  name: string
  kind: MovementKind
  happenedOn: Day
  /** Of a temporary release. */
  returnDueOn: Day | null
}

/** Who of the actor's prison is out at court or on temporary release, those due back first on top. */
export async function listOut({ db, actor }: Reading): Promise<Out[]> {
  const { rows } = await sql<Out>`
    select s.case_id as "caseId", s.person_id as "personId", s.shown_name as name, m.kind, m.happened_on as "happenedOn",
      m.return_due_on as "returnDueOn"
    from case_summary s join lateral (select * from movement where movement.person_id = s.person_id and undone_at is null
      order by number desc limit 1) m on true
    where s.agency_id = ${actor.agencyId} and s.custody_state in ('AT_COURT', 'ON_TEMPORARY_RELEASE') and s.is_open
    order by coalesce(m.return_due_on, m.happened_on), s.case_id limit 500`.execute(db)
  return rows
}
