import { sql } from 'kysely'
import type { Change, Database, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'

/** What a token opens: the API, or the keeping of its agency's users. */
export type Opens = 'api' | 'scim'

export interface CallerRow {
  opens: Opens
  token_id: string
  account_id: string
  agency_id: string
  name: string
  roles: string[]
  agency_name: string
  agency_kind: string
  team_ids: string[]
}

/** Answers before anybody is known, so it takes the database and not a Reading. */
export async function findCaller({ unknown }: Database, hash: Buffer, now: Date): Promise<CallerRow | undefined> {
  const { rows } = await sql<CallerRow>`select * from find_caller(${hash}, ${now})`.execute(unknown)
  return rows[0]
}

export interface Token {
  id: string
  accountId: string
  name: string
  opens: Opens
  madeByName: string
  madeAt: Date
  /** The day of its last use; null while nobody has used it. */
  seenOn: string | null
  revokedAt: Date | null
}

/** The tokens of the administrator's agency: those in force first, then by name. */
export function listTokens({ db, actor }: Reading): Promise<Token[]> {
  return db
    .selectFrom('api_token')
    .innerJoin('account as maker', 'maker.id', 'api_token.made_by')
    .innerJoin('account', 'account.id', 'api_token.account_id')
    .where('account.agency_id', '=', actor.agencyId)
    .select([
      'api_token.id',
      'api_token.account_id as accountId',
      'api_token.name',
      sql<Opens>`api_token.opens`.as('opens'),
      'maker.name as madeByName',
      'api_token.made_at as madeAt',
      'api_token.seen_on as seenOn',
      'api_token.revoked_at as revokedAt',
    ])
    .orderBy(sql`api_token.revoked_at is not null`)
    .orderBy(sql`api_token.name collate "C"`)
    .orderBy('api_token.id')
    .execute()
}

export type OwnToken = Pick<Token, 'id' | 'accountId' | 'name' | 'opens'>

/** @throws Refusal `token.not-found` */
export async function getToken({ db, actor }: Reading, id: string): Promise<OwnToken> {
  const found = await db
    .selectFrom('api_token')
    .innerJoin('account', 'account.id', 'api_token.account_id')
    .where('account.agency_id', '=', actor.agencyId)
    .where('api_token.id', '=', id)
    .where('api_token.revoked_at', 'is', null)
    .select([
      'api_token.id',
      'api_token.account_id as accountId',
      'api_token.name',
      sql<Opens>`api_token.opens`.as('opens'),
    ])
    .executeTakeFirst()
  if (!found) throw new Refusal('not found', 'token.not-found')
  return found
}

interface NewToken {
  id: string
  hash: Buffer
  accountId: string
  name: string
  opens: Opens
}

export async function insertToken(
  { db, actor, now }: Change,
  { id, hash, accountId, name, opens }: NewToken,
): Promise<void> {
  const row = { id, token_hash: hash, account_id: accountId, name, opens, made_by: actor.userId, made_at: now }
  await db.insertInto('api_token').values(row).execute()
}

export async function updateRevoked({ db, now }: Change, id: string): Promise<void> {
  await db.updateTable('api_token').set({ revoked_at: now }).where('id', '=', id).execute()
}
