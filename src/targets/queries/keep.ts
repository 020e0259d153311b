import { sql } from 'kysely'
import { type Day, dayAt } from '../../platform/calendar-day.ts'
import type { Change } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { type Definition, definitions } from '../definitions.ts'
import type { Figures, Status } from '../rag.ts'
import type { Target } from './targets.ts'

/** What a coordinator decides of a target; all else follows from the rows. */
export interface TargetFields {
  name: string
  definition: Definition
  amount: number
  agencyId: string
  countedAgencyId: string | null
  sinceOn: Day
  dueOn: Day
}

export async function insertTarget({ db, actor, now }: Change, fields: TargetFields): Promise<string> {
  const id = newId()
  await sql`insert into target (id, position, name, definition, measure, amount, agency_id, counted_agency_id, since_on, due_on, made_by, made_at)
    values (${id}, (select coalesce(max(position), 0) + 1 from target), ${fields.name}, ${fields.definition},
      ${definitions[fields.definition].measure}, ${fields.amount}, ${fields.agencyId}, ${fields.countedAgencyId}, ${fields.sinceOn},
      ${fields.dueOn}, ${actor.userId}, ${now})`.execute(db)
  return id
}

/** Keeps what it said with why it was changed. @returns whether it was still at this version. */
export async function updateTarget(
  { db, actor, now }: Change,
  was: Target,
  fields: TargetFields,
  reason: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update target set name = ${fields.name}, definition = ${fields.definition}, measure = ${definitions[fields.definition].measure},
      amount = ${fields.amount}, agency_id = ${fields.agencyId}, counted_agency_id = ${fields.countedAgencyId},
      since_on = ${fields.sinceOn}, due_on = ${fields.dueOn}, version = version + 1
    where id = ${was.id} and version = ${was.version} and retired_at is null`.execute(db)
  if (numAffectedRows !== 1n) return false
  await sql`insert into target_version (target_id, version, name, definition, amount, counted_agency_id, since_on, due_on, reason, replaced_by, replaced_at)
    values (${was.id}, ${was.version}, ${was.name}, ${was.definition}, ${was.amount}, ${was.countedAgencyId}, ${was.sinceOn}, ${was.dueOn},
      ${reason}, ${actor.userId}, ${now})`.execute(db)
  return true
}

/** @returns whether it was there to be retired. */
export async function updateTargetRetired({ db, now }: Change, id: string, reason: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update target set retired_at = ${now}, retired_reason = ${reason}, version = version + 1 where id = ${id} and retired_at is null`.execute(
    db,
  )
  return numAffectedRows === 1n
}

/** Ends the status that was set by hand. @returns whether there was one. */
export async function updateOverrideLifted({ db, actor, now }: Change, targetId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update target_override set lifted_by = ${actor.userId}, lifted_at = ${now} where target_id = ${targetId} and lifted_at is null`.execute(
    db,
  )
  return numAffectedRows === 1n
}

export async function insertOverride(
  { db, actor, now }: Change,
  target: Target,
  figures: Figures,
  { status, reason }: { status: Status; reason: string },
): Promise<void> {
  await sql`insert into target_override (id, target_id, status, reason, delivered, computed, set_by, set_at)
    values (${newId()}, ${target.id}, ${status}, ${reason}, ${target.delivered}, ${figures.status}, ${actor.userId}, ${now})`.execute(
    db,
  )
}

/** Counts targets anew from the rows: all, one, or those of some definitions. @returns how many. */
export async function recountTargets(
  { db, now }: Change,
  { id = null, definitions: only = null }: { id?: string | null; definitions?: readonly Definition[] | null } = {},
): Promise<number> {
  const { rows } = await sql<{ counted: number }>`
    select recount_targets(${id}, ${only && [...only]}::text[], ${dayAt(now)}, ${now}) as counted`.execute(db)
  return rows[0]!.counted
}
