import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'

export type Ending = 'DELIVERED' | 'GIVEN_UP' | 'NOT_SEEN'
export type Trouble = 'NO_ANSWER' | 'NOT_PERMITTED'

/** A message in the hands of the sender, with all that it takes to send it. */
export interface Claimed {
  messageId: string
  eventId: number
  tries: number
  webhookId: string
  url: string
  /** Sealed, the newest first. */
  secrets: string[]
  accountId: string
  name: string
  tokenId: string
  agencyId: string
  audiences: string[]
}

/** For the system: whether anything is due. Costs next to nothing where there is no webhook. */
export async function isAnyDue({ db, now }: Reading): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select exists (select from webhook w where w.off_at is null and w.removed_at is null and exists (
      select from webhook_message m where m.webhook_id = w.id and m.ended_at is null and m.next_try_at <= ${now})) as is`.execute(
    db,
  )
  return rows[0]!.is
}

/** @param most - messages of each webhook. */
export async function claimDue({ db, now }: Change, most: number): Promise<Claimed[]> {
  const { rows } = await sql<Claimed>`
    select message_id as "messageId", event_id as "eventId", tries, webhook_id as "webhookId", url, secrets, account_id as "accountId",
      name, token_id as "tokenId", agency_id as "agencyId", audiences from claim_webhook_messages(${now}, ${most})`.execute(
    db,
  )
  return rows
}

/** What is told of an event: nothing that says who somebody is. */
export interface ToldEvent {
  id: number
  name: string
  subjectId: string
  caseId: string | null
  fieldGroup: string
  happenedAt: Date
}

/** Those of some events that the reader sees, by the policies of the table. */
export async function readEvents({ db }: Reading, ids: readonly number[]): Promise<ToldEvent[]> {
  const { rows } = await sql<ToldEvent>`
    select id, name, subject_id as "subjectId", case_id as "caseId", field_group as "fieldGroup", happened_at as "happenedAt"
    from event where id = any(${ids}::bigint[])`.execute(db)
  return rows
}

export interface Try {
  messageId: string
  status: number | null
  tookMs: number
  trouble: Trouble | null
}

export async function insertTry({ db, now }: Change, { messageId, status, tookMs, trouble }: Try): Promise<void> {
  await sql`
    insert into webhook_try (message_id, nth, tried_at, status, took_ms, trouble)
    select ${messageId}, (select count(*) + 1 from webhook_try where message_id = ${messageId}), ${now}, ${status}, ${tookMs}, ${trouble}`.execute(
    db,
  )
}

type MessageSet = Partial<Record<'next_try_at', Date> & { tries: number; ended_at: Date | null; ending: Ending | null }>

export async function updateMessage({ db }: Change, id: string, set: MessageSet): Promise<void> {
  await db.updateTable('webhook_message').set(set).where('id', '=', id).execute()
}

export interface Message {
  id: string
  eventName: string
  queuedAt: Date
  ending: Ending | null
  nextTryAt: Date
  tries: { at: string; status: number | null; tookMs: number; trouble: Trouble | null }[]
}

/** What was sent by a webhook, the newest first. @param before - the id of the last one of the page before. */
export async function listMessages(
  { db }: Reading,
  webhookId: string,
  before: string | undefined,
  limit: number,
): Promise<Message[]> {
  const { rows } = await sql<Message>`
    select m.id, m.event_name as "eventName", m.queued_at as "queuedAt", m.ending, m.next_try_at as "nextTryAt",
      coalesce((select jsonb_agg(jsonb_build_object('at', y.tried_at, 'status', y.status, 'tookMs', y.took_ms, 'trouble', y.trouble) order by y.nth)
        from webhook_try y where y.message_id = m.id), '[]') as tries
    from webhook_message m where m.webhook_id = ${webhookId} and m.ending is distinct from 'NOT_SEEN'
      and (${before ?? null}::uuid is null or m.event_id < (select b.event_id from webhook_message b where b.id = ${before ?? null}))
    order by m.event_id desc limit ${limit}`.execute(db)
  return rows
}

/** @throws Refusal `webhook.not-found` */
export async function getEnding({ db }: Reading, webhookId: string, id: string): Promise<Ending | null> {
  const found = await db
    .selectFrom('webhook_message')
    .select('ending')
    .where('id', '=', id)
    .where('webhook_id', '=', webhookId)
    .executeTakeFirst()
  if (!found) throw new Refusal('not found', 'webhook.not-found')
  return found.ending as Ending | null
}

/** For the system: forgets what ended, or waits, since before a day. @returns how many. */
export async function deleteOldMessages({ db }: Change, before: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('webhook_message').where('queued_at', '<', before).executeTakeFirst()
  return Number(numDeletedRows)
}
