import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'

export type WhyUnfiled = 'NOT_FOUND' | 'CANCELLED' | 'MARKED_SINCE' | 'NOT_SEEN' | 'INCOMPLETE'
/** A form as it was filled in. */
export type Said = Record<string, string | string[] | undefined>

/** A register that was taken without a network and could not be kept as it came. */
export interface UnfiledRegister {
  id: string
  /** null: of no session that its author sees. */
  sessionId: string | null
  why: WhyUnfiled
  said: Said
  writtenAt: Date
  arrivedAt: Date
}

const columns = sql`select id, session_id as "sessionId", why, said, written_at as "writtenAt", arrived_at as "arrivedAt" from unfiled_register`

/** The actor's own that wait. */
export async function listUnfiledRegisters({ db }: Reading): Promise<UnfiledRegister[]> {
  const { rows } =
    await sql<UnfiledRegister>`${columns} where settled_at is null order by written_at limit 100`.execute(db)
  return rows
}

/** @throws Refusal `course.unfiled-not-found`, settled ones too */
export async function getUnfiledRegister({ db }: Reading, id: string): Promise<UnfiledRegister> {
  const { rows } = await sql<UnfiledRegister>`${columns} where id = ${id} and settled_at is null`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'course.unfiled-not-found')
  return rows[0]
}

export async function insertUnfiledRegister(
  { db, actor, now }: Change,
  register: Omit<UnfiledRegister, 'arrivedAt'>,
): Promise<void> {
  const { id, sessionId, why, said, writtenAt } = register
  await sql`
    insert into unfiled_register (id, author_id, session_id, why, said, written_at, arrived_at, owner_agency_id)
    values (${id}, ${actor.userId}, ${sessionId}, ${why}, ${JSON.stringify(said)}, ${writtenAt}, ${now}, ${actor.agencyId})`.execute(
    db,
  )
}

/** Nothing of what it said is left here. @returns whether it still waited. */
export async function settleUnfiledRegister(
  { db, now }: Change,
  id: string,
  as: 'FILED' | 'THROWN_AWAY',
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update unfiled_register set said = '{}', settled_at = ${now}, settled_as = ${as} where id = ${id} and settled_at is null`.execute(
    db,
  )
  return numAffectedRows === 1n
}
