import { sql } from 'kysely'
import type { WorkerRole } from '../../cases/index.ts'
import { type Day, dayAt } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import type { Reason } from '../levels.ts'

/** Somebody for whom nobody of the agency is named in a role. */
export interface Unallocated {
  caseId: string
  personId: string
  name: string
  wing: string | null
  releaseOn: Day | null
  /** The language in which an interpreter is needed. */
  language: string | null
  teamIds: string[]
  /** Workers who were named on a case of theirs before. */
  knownBy: string[]
  reason: Reason
  /** Points. */
  weight: number
  /** Of a caseload that moves: the place that is handed over, and its role. */
  partyId: string | null
  role: string | null
}

export const mostUnallocated = 50

const columns = (today: Day) => sql`
  s.case_id as "caseId", s.person_id as "personId", s.shown_name as name, s.wing, s.release_on as "releaseOn", s.needs_interpreter as language,
  array(select t.team_id from case_party t where t.case_id = s.case_id and t.until_on is null and t.team_id is not null) as "teamIds",
  array(select distinct k.account_id from case_file f join case_party k on k.case_id = f.id
    where f.person_id = s.person_id and k.account_id is not null) as "knownBy",
  management_reason(r, m.risk, m.chosen, s.is_recalled, s.release_on, ${today}::date) as reason,
  case when management_reason(r, m.risk, m.chosen, s.is_recalled, s.release_on, ${today}::date) in ('LOWER', 'CHOSEN_KEY_WORK')
    then r.key_work_points else r.full_points end as weight`
const joined = sql`join management_rule r on r.replaced_at is null
  left join case_management m on m.case_id = s.case_id and m.replaced_at is null`

/** People whom the actor's agency holds or supervises, with nobody of it named in the role. Whoever leaves soonest first. Looks. */
export async function listUnallocated(
  reading: Reading,
  role: WorkerRole,
  only: readonly string[] | null = null,
): Promise<Unallocated[]> {
  const { db, actor, now } = reading
  const { rows } = await sql<Unallocated>`
    select ${columns(dayAt(now))}, null as "partyId", null as role
    from (select distinct x.case_id from case_party x where x.agency_id = ${actor.agencyId} and x.until_on is null
      and x.relationship in ('CUSTODY', 'SUPERVISION')) p
    join case_summary s on s.case_id = p.case_id and s.is_open and s.died_on is null ${joined}
    where (${only}::uuid[] is null or s.case_id = any(${only}::uuid[])) and not exists (select from case_party w
      where w.case_id = s.case_id and w.role = ${role} and w.until_on is null)
    order by coalesce(s.release_on, 'infinity'), s.case_id limit ${mostUnallocated}`.execute(db)
  lookAt(reading, rows)
  return rows
}

export const mostMoved = 200

/** The places of one worker on open cases, as they would move to others. At most 200. Looks. */
export async function listCaseloadOf(reading: Reading, accountId: string): Promise<Unallocated[]> {
  const { db, actor, now } = reading
  const { rows } = await sql<Unallocated>`
    select ${columns(dayAt(now))}, p.id as "partyId", p.role
    from case_party p join case_summary s on s.case_id = p.case_id and s.is_open ${joined}
    where p.agency_id = ${actor.agencyId} and p.account_id = ${accountId} and p.relationship = 'ALLOCATED' and p.until_on is null
    order by coalesce(s.release_on, 'infinity'), s.case_id, p.id limit ${mostMoved}`.execute(db)
  lookAt(reading, rows)
  return rows
}

function lookAt(reading: Reading, rows: readonly Unallocated[]): void {
  const [personIds, caseIds] = [rows.map(({ personId }) => personId), rows.map(({ caseId }) => caseId)]
  reading.look({
    action: 'consult',
    personIds: [...new Set(personIds)],
    caseIds: [...new Set(caseIds)],
    fieldGroups: ['identity', 'custody'],
  })
}
