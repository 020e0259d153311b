import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Locale } from '../../platform/words.ts'

export type OffBecause = 'BY_HAND' | 'FAILING' | 'GONE'

export interface Webhook {
  id: string
  tokenId: string
  /** What the integration is called. */
  tokenName: string
  url: string
  events: string[]
  madeByName: string
  madeAt: Date
  failures: number
  failingSince: Date | null
  offAt: Date | null
  offBecause: OffBecause | null
  /** Until when a secret that was replaced still signs; null when one alone does. */
  oldSecretUntil: Date | null
  lastTryAt: Date | null
  waiting: number
}

const chosen = (now: Date) => sql`
  select w.id, w.token_id as "tokenId", t.name as "tokenName", w.url, w.events, m.name as "madeByName", w.made_at as "madeAt", w.failures,
    w.failing_since as "failingSince", w.off_at as "offAt", w.off_because as "offBecause",
    (select max(s.until) from webhook_secret s where s.webhook_id = w.id and s.until > ${now}) as "oldSecretUntil",
    (select max(y.tried_at) from webhook_message x join webhook_try y on y.message_id = x.id where x.webhook_id = w.id) as "lastTryAt",
    (select count(*)::int from webhook_message x where x.webhook_id = w.id and x.ended_at is null) as waiting
  from webhook w join api_token t on t.id = w.token_id join account m on m.id = w.made_by
  where w.removed_at is null and t.revoked_at is null`

/** The webhooks of one integration of the actor's agency. */
export async function listWebhooks({ db, now }: Reading, tokenId: string): Promise<Webhook[]> {
  const { rows } = await sql<Webhook>`${chosen(now)} and w.token_id = ${tokenId} order by w.made_at, w.id`.execute(db)
  return rows
}

/** @throws Refusal `webhook.not-found` */
export async function getWebhook({ db, now }: Reading, id: string): Promise<Webhook> {
  const { rows } = await sql<Webhook>`${chosen(now)} and w.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'webhook.not-found')
  return rows[0]
}

export interface NewWebhook {
  tokenId: string
  url: string
  events: readonly string[]
}

export async function insertWebhook(
  { db, actor, now }: Change,
  id: string,
  { tokenId, url, events }: NewWebhook,
): Promise<void> {
  const row = { id, token_id: tokenId, url, events: [...events], made_by: actor.userId, made_at: now }
  await db.insertInto('webhook').values(row).execute()
}

interface Set {
  events?: string[]
  failures?: number
  failing_since?: Date | null
  off_at?: Date | null
  off_because?: OffBecause | null
  removed_at?: Date
}

export async function updateWebhook({ db }: Change, id: string, set: Set): Promise<void> {
  await db.updateTable('webhook').set(set).where('id', '=', id).execute()
}

/** @param sealed - see platform/seal.ts */
export async function insertSecret({ db, now }: Change, webhookId: string, sealed: string): Promise<void> {
  await db.insertInto('webhook_secret').values({ id: newId(), webhook_id: webhookId, sealed, made_at: now }).execute()
}

/** The secret in force signs until then, beside the one that replaces it. */
export async function endSecrets({ db }: Change, webhookId: string, until: Date): Promise<void> {
  await db
    .updateTable('webhook_secret')
    .set({ until })
    .where('webhook_id', '=', webhookId)
    .where('until', 'is', null)
    .execute()
}

/** For the system: who keeps the integrations of an agency. */
export async function listKeepers({ db }: Reading, agencyId: string) {
  const { rows } = await sql<{ id: string; name: string; email: string; locale: Locale }>`
    select id, name, email, locale from account where agency_id = ${agencyId} and disabled_at is null and not is_integration
      and roles && '{ADMINISTRATOR,COORDINATOR}' order by id`.execute(db)
  return rows
}

/** For the system: how a webhook stands, held until the end of the change. */
export async function getForSystem({ db }: Change, id: string): Promise<Pick<Webhook, 'failures' | 'failingSince'>> {
  return db
    .selectFrom('webhook')
    .select(['failures', 'failing_since as failingSince'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
}
