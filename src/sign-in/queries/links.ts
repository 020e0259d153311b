import { sql } from 'kysely'
import type { Change, Database } from '../../platform/database.ts'
import type { Addressee } from './passwords.ts'

export async function insertPasswordLink(
  { db, now }: Change,
  accountId: string,
  tokenHash: Buffer,
  expiresAt: Date,
): Promise<void> {
  await sql`select make_password_link(${accountId}, ${tokenHash}, ${now}, ${expiresAt})`.execute(db)
}

/** Whose link this is; undefined when it is unknown, used, replaced or too old. */
export async function findPasswordLink(
  { unknown }: Database,
  tokenHash: Buffer,
  now: Date,
): Promise<LinkOwner | undefined> {
  const { rows } = await sql<LinkOwner>`
    select account_id as id, agency_id as "agencyId", name, email, locale, is_first as "isFirst"
    from find_password_link(${tokenHash}, ${now})`.execute(unknown)
  return rows[0]
}

export interface LinkOwner extends Addressee {
  /** They never had a password: the link was an invitation. */
  isFirst: boolean
}

/** Uses up the actor's link. @returns whether it could still be used. */
export async function takePasswordLink({ db, now }: Change, tokenHash: Buffer): Promise<boolean> {
  const { rows } = await sql<{ is_taken: boolean }>`select use_password_link(${tokenHash}, ${now}) as is_taken`.execute(
    db,
  )
  return rows[0]!.is_taken
}

/** Has a link made and mailed by the worker: asking takes the same time whether the address is known or not. */
export async function enqueuePasswordLink({ unknown }: Database, email: string): Promise<void> {
  await sql`select jobs.enqueue('send-password-link', ${JSON.stringify({ email })})`.execute(unknown)
}
