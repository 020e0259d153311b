import { sql } from 'kysely'
import type { Change } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'

/** What moved from one record to the other, so that it can move back. */
export interface Moved {
  name: string
  identifierIds: string[]
  aliasIds: string[]
  /** The other record's own name, kept as another name of the one that stays. */
  newAliasId: string
}

/** Moves numbers and other names; a number that both have stays where it is. */
export async function moveToKept(
  { db, actor }: Change,
  keptId: string,
  mergedId: string,
  newAliasId: string,
): Promise<Moved> {
  const { rows } = await sql<Moved>`
    with named as (
      insert into person_alias (id, person_id, given_name, family_name, born_on, source, owner_agency_id)
      select ${newAliasId}, ${keptId}, given_name, family_name, born_on, 'MERGE', ${actor.agencyId} from person where id = ${mergedId}
    ), numbers as (
      update person_identifier i set person_id = ${keptId} where i.person_id = ${mergedId}
        and not exists (select from person_identifier k where k.person_id = ${keptId} and k.type = i.type and k.value = i.value)
      returning i.id
    ), aliases as (
      update person_alias set person_id = ${keptId} where person_id = ${mergedId} returning id
    )
    select given_name || ' ' || family_name as name, coalesce((select array_agg(id) from numbers), '{}') as "identifierIds",
      coalesce((select array_agg(id) from aliases), '{}') as "aliasIds", ${newAliasId} as "newAliasId"
    from person where id = ${mergedId}`.execute(db)
  return rows[0]!
}

/** Moves back what is still with the one that stayed, or with a record that this one was joined to since. */
export async function moveBack({ db }: Change, keptId: string, mergedId: string, moved: Moved): Promise<void> {
  const now = sql`with recursive kept(id) as (
    select ${keptId}::uuid union select p.merged_into_id from person p join kept on p.id = kept.id where p.merged_into_id is not null)`
  await sql`${now} update person_identifier set person_id = ${mergedId}
    where id = any(${moved.identifierIds}::uuid[]) and person_id in (select id from kept)`.execute(db)
  await sql`${now} update person_alias set person_id = ${mergedId}
    where id = any(${moved.aliasIds}::uuid[]) and person_id in (select id from kept)`.execute(db)
  await sql`delete from person_alias where id = ${moved.newAliasId}`.execute(db)
}

/** @returns false where the actor may not write in the record. */
export async function updateMergedInto({ db }: Change, personId: string, into: string | null): Promise<boolean> {
  const { numAffectedRows } = await sql`update person set merged_into_id = ${into}, version = version + 1
    where id = ${personId} and merged_into_id is distinct from ${into}::uuid`.execute(db)
  return numAffectedRows === 1n
}

export async function insertMerge(
  { db, actor, now }: Change,
  id: string,
  keptId: string,
  mergedId: string,
  moved: Moved,
): Promise<void> {
  await sql`insert into person_merge (id, kept_person_id, merged_person_id, moved, merged_by, merged_at, owner_agency_id)
    values (${id}, ${keptId}, ${mergedId}, ${JSON.stringify(moved)}, ${actor.userId}, ${now}, ${actor.agencyId})`.execute(
    db,
  )
}

export interface Merge {
  keptId: string
  mergedId: string
  moved: Moved
}

/** Claims a merge for undoing. @throws Refusal `merge.not-found`, undone ones too */
export async function updateUndone({ db, now }: Change, id: string): Promise<Merge> {
  const { rows } = await sql<Merge>`
    update person_merge set undone_at = ${now} where id = ${id} and undone_at is null
    returning kept_person_id as "keptId", merged_person_id as "mergedId", moved`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'merge.not-found')
  return rows[0]
}

/** A case of each of two people, for the events. */
export async function listCaseIds(
  { db }: Change,
  personIds: string[],
): Promise<{ personId: string; caseId: string }[]> {
  const { rows } = await sql<{ personId: string; caseId: string }>`
    select person_id as "personId", id as "caseId" from case_file where person_id = any(${personIds}::uuid[])`.execute(
    db,
  )
  return rows
}
