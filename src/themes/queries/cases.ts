import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'

/** Somebody's case that belongs to a theme, for those who see that person's risk. */
export interface LinkedCase {
  id: string
  caseId: string
  personId: string
  personName: string
  why: string
  linkedByName: string
  linkedByAgency: string
  linkedAt: Date
}

export async function listLinkedCases({ db }: Reading, themeId: string): Promise<LinkedCase[]> {
  const { rows } = await sql<LinkedCase>`
    select c.id, c.case_id as "caseId", c.person_id as "personId", s.shown_name as "personName", c.why, a.name as "linkedByName",
      y.name as "linkedByAgency", c.linked_at as "linkedAt"
    from theme_case c join case_summary s on s.case_id = c.case_id join account a on a.id = c.linked_by join agency y on y.id = c.owner_agency_id
    where c.theme_id = ${themeId} and c.parted_at is null order by s.sort_name collate "C", c.id limit 500`.execute(db)
  return rows
}

/** Of these cases, those in whose risk the actor may write. */
export async function findLinkable({ db }: Reading, caseIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.case_id as id from sight a join case_summary s on s.case_id = a.case_id
    where a.case_id = any(${[...caseIds]}::uuid[]) and 'risk' = any(a.writes) and s.is_open`.execute(db)
  return rows.map(({ id }) => id)
}

/** @returns whom the case is about and the link; undefined where the actor may not write in its risk, or it is linked already. */
export async function insertLink(
  { db, actor, now }: Change,
  themeId: string,
  caseId: string,
  why: string,
): Promise<{ id: string; personId: string } | undefined> {
  const id = newId()
  const { rows } = await sql<{ personId: string }>`
    with target as (
      select person_id from sight where case_id = ${caseId} and 'risk' = any(writes)
        and not exists (select from theme_case x where x.theme_id = ${themeId} and x.case_id = ${caseId} and x.parted_at is null) limit 1
    ), added as (
      insert into theme_case (id, theme_id, case_id, person_id, why, linked_by, linked_at, owner_agency_id, sensitivity)
      select ${id}, ${themeId}, ${caseId}, person_id, ${why}, ${actor.userId}, ${now}, ${actor.agencyId}, 'SENSITIVE' from target)
    select person_id as "personId" from target`.execute(db)
  return rows[0] && { id, personId: rows[0].personId }
}

/** @returns what was linked; undefined where there is nothing that the actor may part. */
export async function updateParted(
  { db, actor, now }: Change,
  themeId: string,
  id: string,
): Promise<{ caseId: string; personId: string } | undefined> {
  const { rows } = await sql<{ caseId: string; personId: string }>`
    update theme_case set parted_by = ${actor.userId}, parted_at = ${now} where id = ${id} and theme_id = ${themeId} and parted_at is null
    returning case_id as "caseId", person_id as "personId"`.execute(db)
  return rows[0]
}
