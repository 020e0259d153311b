import { sql } from 'kysely'
import type { Change, Database, Reading } from '../../platform/database.ts'

export interface Provider {
  issuer: string
  clientId: string
  /** Sealed: see platform/seal.ts. */
  clientSecret: string
  emailDomains: string[]
  agencyName: string
}

/** The agencies that let their workers in through an account of their own. */
export async function listProviderAgencies({ unknown }: Database): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from list_provider_agencies()`.execute(
    unknown,
  )
  return rows
}

export async function findProvider({ unknown }: Database, agencyId: string): Promise<Provider | undefined> {
  const { rows } = await sql<Provider>`
    select issuer, client_id as "clientId", client_secret as "clientSecret", email_domains as "emailDomains", name as "agencyName"
    from find_provider(${agencyId})`.execute(unknown)
  return rows[0]
}

/** What has to come back with somebody who went to the provider. */
export interface Journey {
  /** Who proves again who they are; null while somebody signs in. */
  accountId: string | null
  verifier: string
  state: string
  nonce: string
  back: string | null
}

export async function insertJourney(
  { unknown }: Database,
  { tokenHash, agencyId, expiresAt, ...journey }: Journey & { tokenHash: Buffer; agencyId: string; expiresAt: Date },
): Promise<void> {
  const { accountId, verifier, state, nonce, back } = journey
  await sql`select keep_provider_sign_in(${tokenHash}, ${agencyId}, ${accountId}, ${verifier}, ${state}, ${nonce}, ${back}, ${expiresAt})`.execute(
    unknown,
  )
}

/** Nobody comes back twice. */
export async function takeJourney(
  { unknown, clock }: Database,
  tokenHash: Buffer,
  agencyId: string,
): Promise<Journey | undefined> {
  const { rows } = await sql<Journey>`
    select account_id as "accountId", verifier, state, nonce, back
    from take_provider_sign_in(${tokenHash}, ${agencyId}, ${clock.now()})`.execute(unknown)
  return rows[0]
}

export interface Known {
  accountId: string
  email: string
  isLinked: boolean
  /** Disabled, or somebody whom only a coordinator appoints. */
  isShut: boolean
}

/** @param email - only where the provider has verified it; small letters. */
export async function findProviderAccount(
  { unknown }: Database,
  {
    agencyId,
    issuer,
    subject,
    email,
  }: { agencyId: string; issuer: string; subject: string; email: string | undefined },
): Promise<Known | undefined> {
  const { rows } = await sql<Known>`
    select account_id as "accountId", email, is_linked as "isLinked", is_shut as "isShut"
    from find_provider_account(${agencyId}, ${issuer}, ${subject}, ${email ?? null})`.execute(unknown)
  return rows[0]
}

/** @returns false when either is somebody else's by now. */
export async function linkOwnAccount({ db, now }: Change, issuer: string, subject: string): Promise<boolean> {
  const { rows } = await sql<{
    is: boolean
  }>`select link_provider_account(${issuer}, ${subject}, ${now}) as is`.execute(db)
  return rows[0]!.is
}

/** @returns how many sessions were ended. */
export async function endProviderSessions(
  { unknown, clock }: Database,
  {
    agencyId,
    issuer,
    subject,
    sid,
  }: { agencyId: string; issuer: string; subject: string | undefined; sid: string | undefined },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select end_provider_sessions(${agencyId}, ${issuer}, ${subject ?? null}, ${sid ?? null}, ${clock.now()}) as count`.execute(
    unknown,
  )
  return rows[0]!.count
}

export interface OwnProvider {
  issuer: string
  clientId: string
  emailDomains: string[]
  isPasswordOff: boolean
}

/** What the actor's agency has set, without the secret. */
export async function findOwnProvider({ db, actor }: Reading): Promise<OwnProvider | undefined> {
  const found = await db
    .selectFrom('agency_sign_in')
    .select(['issuer', 'client_id', 'email_domains', 'is_password_off'])
    .where('agency_id', '=', actor.agencyId)
    .executeTakeFirst()
  if (!found?.issuer) return undefined
  const { issuer, client_id: clientId, email_domains: emailDomains, is_password_off: isPasswordOff } = found
  return { issuer, clientId: clientId ?? '', emailDomains, isPasswordOff }
}

/** @param clientSecret - sealed; left out where the kept one stays. Undefined takes the provider away. */
export async function updateOwnProvider(
  { db, actor }: Change,
  provider: (OwnProvider & { clientSecret?: string | undefined }) | undefined,
): Promise<void> {
  const set = provider
    ? {
        issuer: provider.issuer,
        client_id: provider.clientId,
        email_domains: provider.emailDomains,
        is_password_off: provider.isPasswordOff,
        ...(provider.clientSecret !== undefined && { client_secret: provider.clientSecret }),
      }
    : { issuer: null, client_id: null, client_secret: null, email_domains: [], is_password_off: false }
  const found = await db
    .selectFrom('agency_sign_in')
    .select('agency_id')
    .where('agency_id', '=', actor.agencyId)
    .execute()
  if (found.length > 0)
    await db.updateTable('agency_sign_in').set(set).where('agency_id', '=', actor.agencyId).execute()
  else
    await db
      .insertInto('agency_sign_in')
      .values({ agency_id: actor.agencyId, ...set })
      .execute()
}
