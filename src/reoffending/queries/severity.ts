import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import type { Weights } from '../severity/weights.ts'

/** The table of weights that an agency counts by. */
export interface SeverityTable extends Weights {
  fileName: string
  loadedBy: string
  loadedAt: Date
}

/** The actor's agency's, where it loaded one. */
export async function findWeights({ db, actor }: Reading): Promise<SeverityTable | undefined> {
  const { rows } = await sql<Omit<SeverityTable, 'weightOf'> & { weights: Record<string, number> }>`
    select t.version, t.file_name as "fileName", t.weights, coalesce(w.name, '') as "loadedBy", t.loaded_at as "loadedAt"
    from severity_table t left join account w on w.id = t.loaded_by
    where t.agency_id = ${actor.agencyId} and t.replaced_at is null`.execute(db)
  if (!rows[0]) return undefined
  const { weights, ...table } = rows[0]
  return { ...table, weightOf: new Map(Object.entries(weights)) }
}

export async function replaceWeights(
  { db, actor, now }: Change,
  { id, fileName, version, weightOf }: Weights & { id: string; fileName: string },
): Promise<void> {
  await sql`update severity_table set replaced_at = ${now} where agency_id = ${actor.agencyId} and replaced_at is null`.execute(
    db,
  )
  await sql`insert into severity_table (id, agency_id, version, file_name, weights, loaded_by, loaded_at)
    values (${id}, ${actor.agencyId}, ${version}, ${fileName}, ${JSON.stringify(Object.fromEntries(weightOf))}, ${actor.userId}, ${now})`.execute(
    db,
  )
}
