import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'

export type Why = 'NOT_FOUND' | 'CASE_CLOSED' | 'MAY_NOT_WRITE' | 'INCOMPLETE'
/** A form as it was typed. */
export type Said = Record<string, string | string[] | undefined>

/** A note from the wing that belongs to no case that its author may write in. */
export interface Unfiled {
  id: string
  why: Why
  said: Said
  writtenAt: Date
  arrivedAt: Date
}

const columns = sql`select id, why, said, written_at as "writtenAt", arrived_at as "arrivedAt" from unfiled_note`

/** The actor's own that wait. */
export async function listUnfiled({ db }: Reading): Promise<Unfiled[]> {
  const { rows } = await sql<Unfiled>`${columns} where settled_at is null order by written_at limit 100`.execute(db)
  return rows
}

/** @throws Refusal `key-work.unfiled-not-found`, settled ones too */
export async function getUnfiled({ db }: Reading, id: string): Promise<Unfiled> {
  const { rows } = await sql<Unfiled>`${columns} where id = ${id} and settled_at is null`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'key-work.unfiled-not-found')
  return rows[0]
}

/** Whether a note with this id has arrived before, whatever became of it. */
export async function hasArrived({ db }: Reading, id: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from key_work_session where id = ${id}) or exists (select from unfiled_note where id = ${id}) as has`.execute(
    db,
  )
  return rows[0]!.has
}

/** Two sendings of one note come one after the other. */
export async function awaitTurn({ db }: Change, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(db)
}

export async function insertUnfiled(
  { db, actor, now }: Change,
  note: { id: string; why: Why; said: Said; writtenAt: Date },
): Promise<void> {
  await sql`
    insert into unfiled_note (id, author_id, why, said, written_at, arrived_at, owner_agency_id)
    values (${note.id}, ${actor.userId}, ${note.why}, ${JSON.stringify(note.said)}, ${note.writtenAt}, ${now}, ${actor.agencyId})`.execute(
    db,
  )
}

/** Nothing of what it said is left here. @returns whether it still waited. */
export async function settleUnfiled({ db, now }: Change, id: string, as: 'FILED' | 'THROWN_AWAY'): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update unfiled_note set said = '{}', settled_at = ${now}, settled_as = ${as} where id = ${id} and settled_at is null`.execute(
    db,
  )
  return numAffectedRows === 1n
}
