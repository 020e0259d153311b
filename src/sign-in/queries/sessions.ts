import { sql } from 'kysely'
import type { Change, Database, Reading } from '../../platform/database.ts'
import { tryAgain } from '../../platform/try-again.ts'

// What answers before anybody is known takes the database and not a Reading. Each is one definer function.

export interface SessionRow {
  session_id: string
  account_id: string
  agency_id: string
  name: string
  roles: string[]
  locale: string
  agency_name: string
  agency_kind: string
  team_ids: string[]
  seen_at: Date
  ends_at: Date
  job_title: string
  proved_at: Date
  lacks_second_step: boolean
  is_shared: boolean
}

export async function findSession(
  { unknown }: Database,
  tokenHash: Buffer,
  now: Date,
): Promise<SessionRow | undefined> {
  const asked = sql<SessionRow>`select * from find_session(${tokenHash}, ${now})`
  const { rows } = await tryAgain(() => asked.execute(unknown)) // every request begins here: a server that restarts ends none of them
  return rows[0]
}

export async function touchSession({ unknown }: Database, tokenHash: Buffer, now: Date): Promise<void> {
  await tryAgain(() => sql`select touch_session(${tokenHash}, ${now})`.execute(unknown))
}

/** The actor gave their password again in their session. */
export async function proveSession({ db, actor, now }: Change): Promise<void> {
  await sql`select prove_session(${actor.sessionId}, ${now})`.execute(db)
}

/** What somebody proved with who they are. */
export type OpenedWith = 'password' | 'passkey' | 'agency'

export interface NewSession {
  tokenHash: Buffer
  endsAt: Date
  address: string
  browser: string
  with: OpenedWith
  providerSid: string | undefined
  /** On a computer that several people use: over after 3 minutes without use. */
  isShared: boolean
}

/** Opens a session of the actor. @returns its id. */
export async function openSession({ db, now }: Change, session: NewSession): Promise<string> {
  const { tokenHash, endsAt, address, browser, with: how, providerSid, isShared } = session
  const { rows } = await sql<{ id: string }>`
    select open_session(${tokenHash}, ${now}, ${endsAt}, ${address}, ${browser}, ${how}, ${providerSid ?? null}, ${isShared}) as id`.execute(
    db,
  )
  return rows[0]!.id
}

export async function endSession({ unknown }: Database, tokenHash: Buffer, now: Date): Promise<void> {
  await sql`select end_session(${tokenHash}, ${now})`.execute(unknown)
}

export interface OwnSession {
  id: string
  startedAt: Date
  seenAt: Date
  /** Network address it was opened from. */
  address: string
  /** What the browser called itself. */
  browser: string
}

/** The actor's sessions that still live, last used first. */
export async function listOwnSessions({ db, now }: Reading): Promise<OwnSession[]> {
  const { rows } = await sql<OwnSession>`
    select id, started_at as "startedAt", seen_at as "seenAt", address, browser from list_own_sessions(${now})`.execute(
    db,
  )
  return rows
}

/** @returns how many were ended. */
export async function endOwnSessions(
  { db, now }: Change,
  { one, otherThan }: { one?: string | undefined; otherThan?: string | undefined },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select end_own_sessions(${one ?? null}, ${otherThan ?? null}, ${now}) as count`.execute(db)
  return rows[0]!.count
}

/** Forgets sessions, links and tries that are long over. */
export async function forgetOldSignIns({ unknown }: Database, now: Date): Promise<void> {
  await sql`select forget_old_sign_ins(${now})`.execute(unknown)
}
