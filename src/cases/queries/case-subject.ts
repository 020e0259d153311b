import { sql } from 'kysely'
import type { FieldGroup, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'

/**
 * Whom a case is about, and whether the actor may write in a part of it.
 *
 * @throws Refusal `case.not-found` when the case does not exist for the actor.
 */
export async function getCaseSubject(
  { db }: Reading,
  caseId: string,
  part: FieldGroup,
): Promise<{ personId: string; mayWrite: boolean }> {
  const { rows } = await sql<{ personId: string; mayWrite: boolean }>`
    select person_id as "personId", exists (select from sight
      where case_id = ${caseId} and ${part} = any(writes)) as "mayWrite"
    from case_file where id = ${caseId}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'case.not-found')
  return rows[0]
}

export interface LastChange {
  name: string
  agencyName: string
  at: Date
}

/** Who changed a thing of a case last; undefined where the actor may not see that. */
export async function findLastChange(
  { db }: Reading,
  { caseId, subjectId }: { caseId: string; subjectId: string },
): Promise<LastChange | undefined> {
  const { rows } = await sql<LastChange>`
    select coalesce(a.name, '') as name, y.name as "agencyName", e.happened_at as at
    from event e join agency y on y.id = e.agency_id left join account a on a.id = e.actor_id
    where e.case_id = ${caseId} and e.subject_id = ${subjectId} order by e.id desc limit 1`.execute(db)
  return rows[0]
}
