import { sql } from 'kysely'
import { type Day, dayAt } from '../platform/calendar-day.ts'
import type { Change, Reading } from '../platform/database.ts'
import { timeAt } from '../platform/wall-clock.ts'
import type { Locale } from '../platform/words.ts'
import type { Choice } from './choice.ts'

/** Whoever never chose is mailed every day at eight. */
export async function getOwnChoice({ db, actor }: Reading): Promise<Choice> {
  const { rows } = await sql<Choice>`
    select rhythm, hour from digest_choice where account_id = ${actor.userId}`.execute(db)
  return rows[0] ?? { rhythm: 'DAILY', hour: 8 }
}

export async function upsertOwnChoice({ db, actor, now }: Change, { rhythm, hour }: Choice): Promise<void> {
  await sql`
    insert into digest_choice (account_id, rhythm, hour, changed_at) values (${actor.userId}, ${rhythm}, ${hour}, ${now})
    on conflict (account_id) do update set rhythm = excluded.rhythm, hour = excluded.hour, changed_at = excluded.changed_at`.execute(
    db,
  )
}

/** A mail that is due: how much news there is of each kind, by the first word of what happened. */
export interface Due {
  accountId: string
  agencyId: string
  email: string
  locale: Locale
  kinds: Record<string, number>
}

/** Of this hour of the wall clock; 1,000 at most, the rest at the next turn. */
export async function listDue({ db, now }: Reading): Promise<Due[]> {
  const hour = Number(timeAt(now).slice(0, 2))
  const { rows } = await sql<Due>`
    select account_id as "accountId", agency_id as "agencyId", email, locale, kinds
    from digests_due(${now}, ${dayAt(now)}, ${hour})`.execute(db)
  return rows
}

/** @returns whether it was the first for this day. */
export async function insertDigest({ db, now }: Change, accountId: string, forOn: Day, news: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into digest (account_id, for_on, sent_at, news) values (${accountId}, ${forOn}, ${now}, ${news})
    on conflict do nothing`.execute(db)
  return numAffectedRows === 1n
}
