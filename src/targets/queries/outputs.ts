import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { OutputFields } from '../output-kinds.ts'

export interface Output extends OutputFields {
  id: string
  agencyId: string
  agencyName: string
}

/** What partners recorded, the latest first. */
export async function listOutputs({ db }: Reading): Promise<Output[]> {
  const { rows } = await sql<Output>`
    select o.id, o.agency_id as "agencyId", y.name as "agencyName", o.kind, o.title, o.happened_on as "happenedOn",
      o.people_count as "peopleCount", o.hours::float8 as hours, o.languages, o.evidence
    from output o join agency y on y.id = o.agency_id where o.withdrawn_at is null
    order by o.happened_on desc, o.id limit 500`.execute(db)
  return rows
}

/** Of the actor's own agency. @returns its id. */
export async function insertOutput({ db, actor, now }: Change, output: OutputFields): Promise<string> {
  const id = newId()
  await sql`insert into output (id, agency_id, kind, title, happened_on, people_count, hours, languages, evidence, recorded_by, recorded_at)
    values (${id}, ${actor.agencyId}, ${output.kind}, ${output.title}, ${output.happenedOn}, ${output.peopleCount}, ${output.hours},
      ${[...output.languages]}::text[], ${output.evidence}, ${actor.userId}, ${now})`.execute(db)
  return id
}

/** @returns whether it was theirs and not withdrawn. */
export async function updateOutputWithdrawn({ db, actor, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update output set withdrawn_by = ${actor.userId}, withdrawn_at = ${now} where id = ${id} and withdrawn_at is null`.execute(
    db,
  )
  return numAffectedRows === 1n
}
