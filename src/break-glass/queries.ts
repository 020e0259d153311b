import { sql } from 'kysely'
import type { Change, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Locale } from '../platform/words.ts'

export type Finding = 'JUSTIFIED' | 'NOT_JUSTIFIED'

export interface BreakGlass {
  id: string
  accountId: string
  accountName: string
  agencyName: string
  identifier: string
  /** Null where no record has the number. */
  personId: string | null
  /** Null to a reader for whom the person does not exist (any more). */
  personName: string | null
  /** An open case that the reader sees. */
  caseId: string | null
  reason: string
  usedAt: Date
  endsAt: Date
  closedAt: Date | null
  reviewDueAt: Date
  reviewerName: string | null
  reviewedAt: Date | null
  finding: Finding | null
  findingWords: string
  escalatedAt: Date | null
  ownerAgencyId: string | null
}

const columns = sql`b.id, b.account_id as "accountId", w.name as "accountName", y.name as "agencyName", b.identifier,
  b.person_id as "personId", s.shown_name as "personName", s.case_id as "caseId", b.reason, b.used_at as "usedAt", b.ends_at as "endsAt",
  b.closed_at as "closedAt", b.review_due_at as "reviewDueAt", r.name as "reviewerName", b.reviewed_at as "reviewedAt", b.finding,
  b.finding_words as "findingWords", b.escalated_at as "escalatedAt", b.owner_agency_id as "ownerAgencyId"`
const sources = sql`break_glass b join account w on w.id = b.account_id join agency y on y.id = b.agency_id
  left join account r on r.id = b.reviewed_by
  left join lateral (select shown_name, case_id from case_summary where person_id = b.person_id and is_open limit 1) s on true`

interface NewBreakGlass {
  id: string
  identifier: string
  numbers: readonly string[]
  reason: string
  reviewDueAt: Date
}

export async function insertBreakGlass({ db, now }: Change, glass: NewBreakGlass): Promise<void> {
  const { id, identifier, numbers, reason, reviewDueAt } = glass
  await sql`select use_break_glass(${id}, ${identifier}, ${numbers}::text[], ${reason}, ${now}, ${reviewDueAt})`.execute(
    db,
  )
}

/** @throws Refusal `break-glass.not-found` when it is none of the actor's business. */
export async function getBreakGlass({ db }: Reading, id: string): Promise<BreakGlass> {
  const { rows } = await sql<BreakGlass>`select ${columns} from ${sources} where b.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'break-glass.not-found')
  return rows[0]
}

/** What the actor used, the latest first. */
export async function listOwnGlass({ db, actor }: Reading, limit: number): Promise<BreakGlass[]> {
  const { rows } = await sql<BreakGlass>`
    select ${columns} from ${sources} where b.account_id = ${actor.userId} order by b.used_at desc, b.id limit ${limit}`.execute(
    db,
  )
  return rows
}

/** What somebody else used of records that the actor answers for: those that wait first, the longest waiting on top. */
export async function listReviews({ db, actor }: Reading, limit: number, offset: number): Promise<BreakGlass[]> {
  const { rows } = await sql<BreakGlass>`
    select ${columns} from ${sources} where b.account_id <> ${actor.userId} and b.person_id is not null
    order by b.reviewed_at is not null, case when b.reviewed_at is null then b.used_at end, b.reviewed_at desc, b.id
    limit ${limit} offset ${offset}`.execute(db)
  return rows
}

/** @returns whether it was the actor's to review, and nobody had. */
export async function updateFinding(
  { db, actor, now }: Change,
  id: string,
  { finding, words }: { finding: Finding; words: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('break_glass')
    .set({ finding, finding_words: words, reviewed_by: actor.userId, reviewed_at: now })
    .where('id', '=', id)
    .where('reviewed_at', 'is', null)
    .where('account_id', '<>', actor.userId)
    .where('person_id', 'is not', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** One's own; for the system (`null`) all whose hour is over. @returns how many were closed. */
export async function closeBreakGlass({ db, now }: Change, id: string | null): Promise<number> {
  const { rows } = await sql<{ closed: number }>`select close_break_glass(${id}, ${now}) as closed`.execute(db)
  return rows[0]!.closed
}

/** For the system. @returns ids of those whose review has become late. */
export async function escalateLate({ db, now }: Change): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select escalate_break_glass(${now}) as id`.execute(db)
  return rows.map(({ id }) => id)
}

interface Told {
  id: string
  name: string
  email: string
  locale: Locale
}

export const listManagers = (reading: Reading, agencyId: string): Promise<Told[]> =>
  listByRole(reading, sql`agency_id = ${agencyId} and 'MANAGER' = any(roles)`)

export const listCoordinators = (reading: Reading): Promise<Told[]> =>
  listByRole(reading, sql`'COORDINATOR' = any(roles)`)

async function listByRole({ db, actor }: Reading, condition: ReturnType<typeof sql>): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select id, name, email, locale from account
    where ${condition} and disabled_at is null and not is_integration and id <> ${actor.userId} order by id`.execute(db)
  return rows
}
