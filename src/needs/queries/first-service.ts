import { sql } from 'kysely'
import type { Change } from '../../platform/database.ts'

/** Keeps the first time. @returns whether the actor may write the need. */
export async function markFirstService({ db, now }: Change, needId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update need set first_service_at = coalesce(first_service_at, ${now}) where id = ${needId}`.execute(db)
  return numAffectedRows === 1n
}
