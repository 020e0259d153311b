import { sql } from 'kysely'
import { type Day, dayAt } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Reason, Risk } from '../levels.ts'

/** How one person is managed, and the facts from which the rule says so. */
export interface Management {
  reason: Reason
  /** What the rule alone would say. */
  ruled: Reason
  risk: Risk | null
  chosen: 'FULL' | 'KEY_WORK' | null
  words: string
  byName: string | null
  madeAt: Date | null
  isRecalled: boolean
  releaseOn: Day | null
}

/** As the rule in force says it today; for whoever sees the risk part of the case. */
export async function getManagement({ db, now }: Reading, caseId: string): Promise<Management> {
  const today = dayAt(now)
  const { rows } = await sql<Management>`
    select management_reason(r, m.risk, m.chosen, s.is_recalled, s.release_on, ${today}::date) as reason,
      management_reason(r, m.risk, null, s.is_recalled, s.release_on, ${today}::date) as ruled,
      m.risk, m.chosen, coalesce(m.reason, '') as words, a.name as "byName", m.made_at as "madeAt", s.is_recalled as "isRecalled",
      s.release_on as "releaseOn"
    from case_summary s join management_rule r on r.replaced_at is null
    left join case_management m on m.case_id = s.case_id and m.replaced_at is null left join account a on a.id = m.made_by
    where s.case_id = ${caseId}`.execute(db)
  return rows[0]!
}

export interface Statement {
  risk: Risk | null
  chosen: 'FULL' | 'KEY_WORK' | null
  words: string
}

/** What was stated before ends, and this stands. @returns its id. */
export async function replaceManagement(
  { db, actor, now }: Change,
  { caseId, personId }: { caseId: string; personId: string },
  said: Statement,
): Promise<string> {
  const id = newId()
  await sql`update case_management set replaced_at = ${now} where case_id = ${caseId} and replaced_at is null`.execute(
    db,
  )
  await sql`
    insert into case_management (id, case_id, person_id, risk, chosen, reason, made_by, made_at, owner_agency_id)
    values (${id}, ${caseId}, ${personId}, ${said.risk}, ${said.chosen}, ${said.words}, ${actor.userId}, ${now}, ${actor.agencyId})`.execute(
    db,
  )
  return id
}
