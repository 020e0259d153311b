import { sql } from 'kysely'
import type { Change, Database, Reading } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { Locale } from '../platform/words.ts'
import type { FeedEntry } from './write-calendar.ts'

const mostReadsInHour = 60

type ReadFeed = { isTooOften: true } | { isTooOften: false; locale: Locale; entries: FeedEntry[] }

/** What stands behind a secret address; undefined where it is nobody's, or was ended. */
export async function readFeed({ unknown, clock }: Database, tokenHash: Buffer): Promise<ReadFeed | undefined> {
  const { rows } = await sql<{ found: ReadFeed | null }>`
    select read_calendar_feed(${tokenHash}, ${clock.now()}, ${mostReadsInHour}) as found`.execute(unknown)
  return rows[0]!.found ?? undefined
}

/** How often this network address asked for a feed that is nobody's, lately; this time counted. */
export async function countMisses({ unknown, clock }: Database, address: string, since: Date): Promise<number> {
  const { rows } = await sql<{ tries: number }>`
    select count_attempt(${`calendar-feed ${address}`}, ${clock.now()}, ${since}) as tries`.execute(unknown)
  return rows[0]!.tries
}

export interface OwnFeed {
  madeAt: Date
  readAt: Date | null
}

/** The actor's own live feed, without its address: that is kept nowhere. */
export async function findOwnFeed({ db, actor }: Reading): Promise<OwnFeed | undefined> {
  return db
    .selectFrom('calendar_feed')
    .select(['made_at as madeAt', 'read_at as readAt'])
    .where('account_id', '=', actor.userId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

/** @returns the id of the new feed. */
export async function insertFeed({ db, actor, now }: Change, tokenHash: Buffer): Promise<string> {
  const id = newId()
  await db
    .insertInto('calendar_feed')
    .values({ id, account_id: actor.userId, token_hash: tokenHash, made_at: now })
    .execute()
  return id
}

/** @returns whether there was one to end. */
export async function endOwnFeed({ db, actor, now }: Change): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('calendar_feed')
    .set({ ended_at: now })
    .where('account_id', '=', actor.userId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
