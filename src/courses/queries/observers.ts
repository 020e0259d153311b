import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'

export interface NewObserver {
  name: string
  comesFrom: string
  agreedPlaceIds: string[]
}

/** Somebody who sat in on a session. */
export interface Observer {
  id: string
  sessionId: string
  name: string
  comesFrom: string
  askedAt: Date
  agreed: number
}

export async function insertObserver(
  { db, actor, now }: Change,
  sessionId: string,
  { name, comesFrom, agreedPlaceIds }: NewObserver,
): Promise<string> {
  const id = newId()
  await sql`insert into course_observer (id, session_id, name, comes_from, agreed_place_ids, asked_by, asked_at)
    values (${id}, ${sessionId}, ${name}, ${comesFrom}, ${agreedPlaceIds}::uuid[], ${actor.userId}, ${now})`.execute(db)
  return id
}

export async function listObservers({ db }: Reading, sessionId: string): Promise<Observer[]> {
  const { rows } =
    await sql<Observer>`select id, session_id as "sessionId", name, comes_from as "comesFrom", asked_at as "askedAt",
    cardinality(agreed_place_ids) as agreed from course_observer where session_id = ${sessionId} order by asked_at`.execute(
      db,
    )
  return rows
}
