import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Locale } from '../../platform/words.ts'
import type { Way } from '../ways.ts'

export interface Mail {
  id: string
  way: Way
  to: string
  locale: Locale
  subject: string
  body: string
  madeAt: Date
  tries: number
  reminderId: string | null
  familyMemberId: string | null
}

const columns = ['id', 'way', 'to_address as to', 'locale', 'subject', 'body', 'made_at as madeAt', 'tries', 'reminder_id as reminderId', 'family_member_id as familyMemberId'] as const // biome-ignore format: one line

export interface NewMail {
  to: string
  accountId?: string | undefined
  locale: Locale
  subject: string
  body: string
  /** By e-mail where it is left out. */
  way?: Way
  /** Which reminder it is: it looks once more before it leaves, and says what became of it. */
  reminderId?: string
  /** Whom of a family it is for: it looks once more before it leaves. */
  familyMemberId?: string
}

export async function insertMail(
  { db, now }: Change,
  { to, accountId, locale, subject, body, way = 'EMAIL', reminderId, familyMemberId }: NewMail,
): Promise<void> {
  const who = {
    to_address: to,
    to_account_id: accountId ?? null,
    way,
    reminder_id: reminderId ?? null,
    family_member_id: familyMemberId ?? null,
  }
  await db
    .insertInto('mail')
    .values({ id: newId(), ...who, locale, subject, body, made_at: now, next_try_at: now })
    .execute()
}

/** What is due to be sent, oldest first. */
export async function listDueMailIds({ db, now }: Reading, mostTries: number, ways: readonly Way[]): Promise<string[]> {
  const rows = await db
    .selectFrom('mail')
    .select('id')
    .where('sent_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('next_try_at', '<=', now)
    .where('tries', '<', mostTries)
    .where('way', '=', sql<Way>`any(${ways})`)
    .orderBy('next_try_at')
    .limit(200)
    .execute()
  return rows.map(({ id }) => id)
}

/** Holds one mail while it is sent; undefined when somebody else has it or it is gone. */
export async function findMailToSend({ db }: Change, id: string): Promise<Mail | undefined> {
  const mail = await db
    .selectFrom('mail')
    .select(columns)
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .where('ended_at', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return mail as Mail | undefined
}

/** What a mail said is not kept once it has left: a link in it is worth a password. Nor is a person's own number. */
export async function markSent({ db, now }: Change, { id, reminderId, to }: Mail, outsideId?: string): Promise<void> {
  const kept = { to_address: reminderId ? '' : to, outside_id: outsideId ?? null, ended_at: outsideId ? null : now }
  await db
    .updateTable('mail')
    .set({ sent_at: now, body: '', last_error: null, ...kept })
    .where('id', '=', id)
    .execute()
}

export async function markNotSent({ db }: Change, { id, tries }: Mail, error: string, nextTryAt: Date): Promise<void> {
  await db
    .updateTable('mail')
    .set({ tries: tries + 1, last_error: error, next_try_at: nextTryAt })
    .where('id', '=', id)
    .execute()
}

/** Nothing more comes of it: it will never arrive, or is no longer true. Nothing of what it said or to whom stays. */
export async function markEnded({ db, now }: Change, id: string, error: string | null): Promise<void> {
  await db
    .updateTable('mail')
    .set({ ended_at: now, last_error: error, body: '', to_address: '' })
    .where('id', '=', id)
    .execute()
}

/** What waits in the outbox and may be read by the actor, newest first. @param before - id of the last one seen. */
export async function listWaitingMail({ db }: Reading, count: number, before?: string): Promise<Mail[]> {
  let query = db.selectFrom('mail').select(columns).where('sent_at', 'is', null).where('ended_at', 'is', null)
  if (before) query = query.where('id', '<', before)
  return (await query.orderBy('id', 'desc').limit(count).execute()) as Mail[]
}

export async function findWaitingMail({ db }: Reading, id: string): Promise<Mail | undefined> {
  const mail = await db
    .selectFrom('mail')
    .select(columns)
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return mail as Mail | undefined
}
