import { sql } from 'kysely'
import type { Change, Database, Reading } from '../../platform/database.ts'
import type { Locale } from '../../platform/words.ts'

export interface PasswordRow {
  account_id: string
  agency_id: string
  hash: string | null
  is_disabled: boolean
}

export async function findPassword({ unknown }: Database, email: string): Promise<PasswordRow | undefined> {
  const { rows } = await sql<PasswordRow>`select * from find_password(${email.toLowerCase()})`.execute(unknown)
  return rows[0]
}

/** The hash of the actor's password; undefined while they have none. */
export async function findOwnPassword({ db }: Reading): Promise<string | undefined> {
  const { rows } = await sql<{ hash: string | null }>`select find_own_password() as hash`.execute(db)
  return rows[0]?.hash ?? undefined
}

/** Sets the actor's password and ends their sessions. @param keptSession - the one that goes on. */
export async function setOwnPassword({ db, now }: Change, hash: string, keptSession?: string): Promise<void> {
  await sql`select set_own_password(${hash}, ${now}, ${keptSession ?? null})`.execute(db)
}

/** Somebody as the mail and the rules about passwords need them. */
export interface Addressee {
  id: string
  agencyId: string
  name: string
  email: string
  locale: Locale
}

/** Who may sign in with an e-mail address; undefined when nobody may. */
export async function findAddressee({ db }: Reading, email: string): Promise<Addressee | undefined> {
  const found = await db
    .selectFrom('account')
    .innerJoin('agency', 'agency.id', 'account.agency_id')
    .select(['account.id', 'agency_id as agencyId', 'account.name', 'account.email', 'locale'])
    .where(sql`lower(account.email)`, '=', email.toLowerCase())
    .where('is_integration', '=', false)
    .where('disabled_at', 'is', null)
    .where('closed_on', 'is', null)
    .executeTakeFirst()
  return found as Addressee | undefined
}

/** The actor, for the rules about passwords. */
export async function getOwnAddressee({ db, actor }: Reading): Promise<Addressee> {
  const found = await db
    .selectFrom('account')
    .select(['id', 'agency_id as agencyId', 'name', 'email', 'locale'])
    .where('id', '=', actor.userId)
    .executeTakeFirstOrThrow()
  return found as Addressee
}
