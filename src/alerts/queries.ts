import { sql } from 'kysely'
import type { Change, Reading } from '../platform/database.ts'
import type { News } from './tell.ts'

/** Those named on the case who see the part, or the one account; never who acts. @returns how many were told. */
export async function insertAlerts({ db, now }: Change, news: News, accountId: string | null): Promise<number> {
  const { rows } = await sql<{ told: number }>`
    select tell_workers(${news.caseId}, ${news.fieldGroup ?? 'identity'}, ${accountId}, ${news.name}, ${news.subjectId},
      ${JSON.stringify(news.details ?? {})}, ${now}) as told`.execute(db)
  return rows[0]!.told
}

/** Colleagues of the actor's own agency, of something that is about no case; never who acts. */
export async function insertColleagueAlerts(
  { db, now }: Change,
  accountIds: readonly string[],
  { name, subjectId }: Pick<News, 'name' | 'subjectId'>,
): Promise<void> {
  await sql`select tell_colleagues(${accountIds}::uuid[], ${name}, ${subjectId}, ${now})`.execute(db)
}

export interface Alert {
  id: string
  name: string
  subjectId: string
  /** null, and nobody's name, for what is about no case. */
  caseId: string | null
  personName: string | null
  /** Who did it: the provider, where another agency wrote down what it said. */
  agencyName: string
  agencyKind: string
  details: Record<string, unknown>
  madeAt: Date
  isSeen: boolean
  /** What it is about is under a restriction: nobody may rely on it. */
  isRestricted: boolean
}

// A provider answers by a signed link, by telephone, or not at all: then the sender's agency kept the row, and is not who did it.
const columns = sql`
  a.id, a.name, a.subject_id as "subjectId", a.case_id as "caseId", s.shown_name as "personName",
  coalesce(v.provider_name, y.name, '') as "agencyName",
  coalesce(case when v.id is null then y.kind else o.kind end, '') as "agencyKind", a.details, a.made_at as "madeAt",
  a.seen_at is not null as "isSeen", exists (select from correction k
    where k.fact_id = a.subject_id and k.kind = 'RESTRICTION' and k.lifted_at is null) as "isRestricted"`

/** What the actor, or a colleague for whom they stand in, was told, newest first. `before` is the last one of the page before. */
export async function listAlerts(
  { db, actor }: Reading,
  { before, limit, isUnseenOnly }: { before?: string | undefined; limit: number; isUnseenOnly?: boolean },
): Promise<Alert[]> {
  const { rows } = await sql<Alert>`
    select ${columns} from alert a left join case_summary s on s.case_id = a.case_id left join agency y on y.id = a.agency_id
      left join service v on v.id = (a.details->>'serviceId')::uuid and v.agency_id is distinct from a.agency_id
      left join agency o on o.id = v.agency_id
    where a.account_id = any(${[actor.userId, ...actor.audiences]}::uuid[]) and (a.case_id is null or s.case_id is not null)
      and (not ${isUnseenOnly ?? false}::boolean or a.seen_at is null)
      and (${before ?? null}::uuid is null or (a.made_at, a.id) < (select b.made_at, b.id from alert b where b.id = ${before ?? null}))
    order by a.made_at desc, a.id desc limit ${limit}`.execute(db)
  return rows
}

/** Marks what the actor was told up to an instant as seen. @returns how many were not seen before. */
export async function markAlertsSeen({ db, actor, now }: Change, upTo: Date): Promise<number> {
  const { numAffectedRows } = await db
    .updateTable('alert')
    .set({ seen_at: now })
    .where('account_id', '=', actor.userId)
    .where('seen_at', 'is', null)
    .where('made_at', '<=', upTo)
    .executeTakeFirst()
    .then((result) => ({ numAffectedRows: result.numUpdatedRows }))
  return Number(numAffectedRows)
}
