import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import type { LeadKind } from '../lead-times/lead-kinds.ts'

export interface LeadTimes {
  edition: number
  /** Kind -> days before release. */
  kinds: Record<LeadKind, number>
  /** null: what a partnership starts with. */
  madeByName: string | null
  madeAt: Date
}

/** What counts now. */
export async function getLeadTimes({ db }: Reading): Promise<LeadTimes> {
  const { rows } = await sql<LeadTimes>`
    select e.edition, e.kinds, a.name as "madeByName", e.made_at as "madeAt" from lead_time_edition e
    left join account a on a.id = e.made_by order by e.edition desc limit 1`.execute(db)
  return rows[0]!
}

/** @returns whether this edition was still free. */
export async function insertLeadTimes(
  { db, actor, now }: Change,
  edition: number,
  kinds: Record<LeadKind, number>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('lead_time_edition')
    .values({ edition, kinds: JSON.stringify(kinds), made_by: actor.userId, made_at: now })
    .onConflict((conflict) => conflict.column('edition').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
