import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'

/** One session of a prison's series. */
export interface Session {
  id: string
  name: string
  /** After reception; of a refresher some weeks. */
  afterDays: number
  isRefresher: boolean
}

/** The series of the actor's prison, in the order in which people go through it. */
export async function listSeries({ db, actor }: Reading): Promise<Session[]> {
  const { rows } = await sql<Session>`
    select id, name, after_days as "afterDays", is_refresher as "isRefresher" from induction_session
    where agency_id = ${actor.agencyId} and ended_at is null order by after_days, made_at, id limit 100`.execute(db)
  return rows
}

export async function insertSession(
  { db, actor, now }: Change,
  { name, afterDays, isRefresher }: Omit<Session, 'id'>,
): Promise<string> {
  const id = newId()
  await sql`
    insert into induction_session (id, agency_id, name, after_days, is_refresher, made_by, made_at)
    values (${id}, ${actor.agencyId}, ${name}, ${afterDays}, ${isRefresher}, ${actor.userId}, ${now})`.execute(db)
  return id
}

/** @returns whether it was one of the actor's prison that had not ended. */
export async function endSession({ db, actor, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update induction_session set ended_at = ${now} where id = ${id} and agency_id = ${actor.agencyId} and ended_at is null`.execute(
    db,
  )
  return numAffectedRows === 1n
}
