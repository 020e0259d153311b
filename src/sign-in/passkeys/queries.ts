import { sql } from 'kysely'
import type { Change, Database, Reading } from '../../platform/database.ts'

/** What a challenge is for: one made for signing in proves nothing later. */
export type Purpose = 'add' | 'sign-in' | 'prove'

export interface NewChallenge {
  tokenHash: Buffer
  challenge: string
  purpose: Purpose
  accountId: string | undefined
  expiresAt: Date
}

export async function insertChallenge({ unknown }: Database, made: NewChallenge): Promise<void> {
  const { tokenHash, challenge, purpose, accountId, expiresAt } = made
  await sql`select keep_passkey_challenge(${tokenHash}, ${challenge}, ${purpose}, ${accountId ?? null}, ${expiresAt})`.execute(
    unknown,
  )
}

/** Uses up a challenge, whatever comes of it. @returns undefined when it is unknown, used, over, or was for something else. */
export async function takeChallenge(
  { db, now }: Pick<Change, 'db' | 'now'>,
  { tokenHash, purpose, accountId }: Pick<NewChallenge, 'tokenHash' | 'purpose' | 'accountId'>,
): Promise<string | undefined> {
  const { rows } = await sql<{ challenge: string | null }>`
    select take_passkey_challenge(${tokenHash}, ${purpose}, ${accountId ?? null}, ${now}) as challenge`.execute(db)
  return rows[0]!.challenge ?? undefined
}

export interface KnownPasskey {
  id: string
  accountId: string
  agencyId: string
  email: string
  publicKey: Buffer
  transports: string[]
  isDisabled: boolean
}

/** Whose passkey this is, before anybody is known. */
export async function findPasskey({ unknown }: Database, credentialId: string): Promise<KnownPasskey | undefined> {
  const { rows } = await sql<KnownPasskey>`
    select id, account_id as "accountId", agency_id as "agencyId", email, public_key as "publicKey", transports,
      is_disabled as "isDisabled" from find_passkey(${credentialId})`.execute(unknown)
  return rows[0]
}

/** @returns false when its counter did not rise: then it is a copy. */
export async function takeCounter({ db, now }: Change, passkeyId: string, counter: number): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select use_passkey(${passkeyId}, ${counter}, ${now}) as is`.execute(db)
  return rows[0]!.is
}

export interface OwnPasskey {
  id: string
  credentialId: string
  name: string
  transports: string[]
  /** Kept by a password manager on several devices. */
  isSynced: boolean
  madeAt: Date
  usedAt: Date | null
}

/** The actor's passkeys, oldest first. */
export async function listOwnPasskeys({ db }: Reading): Promise<OwnPasskey[]> {
  const { rows } = await sql<OwnPasskey>`
    select id, credential_id as "credentialId", name, transports, is_synced as "isSynced", made_at as "madeAt", used_at as "usedAt"
    from list_own_passkeys()`.execute(db)
  return rows
}

export interface NewPasskey {
  credentialId: string
  publicKey: Buffer
  counter: number
  name: string
  transports: readonly string[]
  isSynced: boolean
}

/** @returns its id; undefined when it is somebody's already. */
export async function insertOwnPasskey({ db, now }: Change, made: NewPasskey): Promise<string | undefined> {
  const { credentialId, publicKey, counter, name, transports, isSynced } = made
  const { rows } = await sql<{ id: string | null }>`
    select keep_own_passkey(${credentialId}, ${publicKey}, ${counter}, ${name}, ${[...transports]}::text[], ${isSynced}, ${now}) as id`.execute(
    db,
  )
  return rows[0]!.id ?? undefined
}

/** @returns whether it was the actor's. */
export async function renameOwnPasskey({ db }: Change, id: string, name: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select rename_own_passkey(${id}, ${name}) as is`.execute(db)
  return rows[0]!.is
}

/** @returns whether it was the actor's. */
export async function deleteOwnPasskey({ db }: Change, id: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select forget_own_passkey(${id}) as is`.execute(db)
  return rows[0]!.is
}

/** All of somebody whom the actor administers. */
export async function deletePasskeysOf({ db }: Change, accountId: string): Promise<void> {
  await sql`select forget_passkeys(${accountId})`.execute(db)
}
