import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'

/** A place on a case that ended, and the one that was made for it. */
export interface Moved {
  from: string
  to: string
}

export async function insertMove({ db, actor, now }: Change, fromId: string, moved: readonly Moved[]): Promise<string> {
  const id = newId()
  await sql`insert into caseload_move (id, from_account_id, moved, made_by, made_at)
    values (${id}, ${fromId}, ${JSON.stringify(moved)}, ${actor.userId}, ${now})`.execute(db)
  return id
}

export interface CaseloadMove {
  id: string
  fromName: string
  byName: string
  count: number
  madeAt: Date
  undoneAt: Date | null
}

/** Caseloads of the actor's agency that moved in the last day. */
export async function listMoves({ db }: Reading, since: Date): Promise<CaseloadMove[]> {
  const { rows } = await sql<CaseloadMove>`
    select v.id, a.name as "fromName", b.name as "byName", jsonb_array_length(v.moved) as count, v.made_at as "madeAt",
      v.undone_at as "undoneAt"
    from caseload_move v join account a on a.id = v.from_account_id join account b on b.id = v.made_by
    where v.made_at > ${since} order by v.made_at desc limit 20`.execute(db)
  return rows
}

/** Claims a move for undoing. @returns undefined where there is none since an instant that stands. */
export async function claimMove({ db, now }: Change, id: string, since: Date): Promise<Moved[] | undefined> {
  const { rows } = await sql<{ moved: Moved[] }>`
    update caseload_move set undone_at = ${now} where id = ${id} and undone_at is null and made_at > ${since} returning moved`.execute(
    db,
  )
  return rows[0]?.moved
}
