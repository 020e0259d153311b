import { sql } from 'kysely'
import type { Change, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Locale } from '../platform/words.ts'
import { mostTakings } from './takings.ts'

/** `WAITING` for a decision; `APPROVED` may be taken; `TAKEN` as often as it may; `OVER` a day after its approval. */
export type ExportState = 'WAITING' | 'APPROVED' | 'DECLINED' | 'WITHDRAWN' | 'TAKEN' | 'OVER'

export interface ExportRequest {
  id: string
  /** The address of the capability that makes the file, without its slash: `releases`. */
  kind: string
  /** The filter, as the part of an address after the question mark. */
  query: string
  /** When it was asked for; the file may hold fewer or more. */
  peopleCount: number
  reason: string
  askedBy: string
  askedByName: string
  askedAt: Date
  decidedByName: string | null
  decidedAt: Date | null
  takenCount: number
  state: ExportState
}

const columns = (now: Date) => sql`
  r.id, r.kind, r.query, r.people_count as "peopleCount", r.reason, r.asked_by as "askedBy", a.name as "askedByName",
  r.asked_at as "askedAt", m.name as "decidedByName", d.decided_at as "decidedAt", t.count as "takenCount",
  case when r.withdrawn_at is not null then 'WITHDRAWN' when d.request_id is null then 'WAITING'
    when not d.is_approved then 'DECLINED' when t.count >= ${mostTakings} then 'TAKEN'
    when ${now} >= d.decided_at + interval '24 hours' then 'OVER' else 'APPROVED' end as state`
const tables = sql`
  export_request r join account a on a.id = r.asked_by left join export_decision d on d.request_id = r.id
  left join account m on m.id = d.decided_by
  cross join lateral (select count(*)::int as count from export_taking x where x.request_id = r.id) t`

/** The actor's own, and for a manager those of the agency: what waits first, then the newest. */
export async function listExportRequests({ db, now }: Reading, limit: number): Promise<ExportRequest[]> {
  const { rows } = await sql<ExportRequest>`
    select ${columns(now)} from ${tables}
    order by (d.request_id is null and r.withdrawn_at is null) desc, r.asked_at desc, r.id desc limit ${limit}`.execute(
    db,
  )
  return rows
}

/** @throws Refusal `export.not-found` */
export async function getExportRequest({ db, now }: Reading, id: string): Promise<ExportRequest> {
  const { rows } = await sql<ExportRequest>`select ${columns(now)} from ${tables} where r.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'export.not-found')
  return rows[0]
}

/** How many files wait for the actor to say yes or no. */
export async function countToDecide({ db, actor }: Reading): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from export_request r left join export_decision d on d.request_id = r.id
    where d.request_id is null and r.withdrawn_at is null and r.asked_by <> ${actor.userId}`.execute(db)
  return rows[0]!.count
}

/** Up to so many people a file needs nobody's approval. */
export async function getExportLimit({ db }: Reading): Promise<number> {
  const { people } = await db.selectFrom('export_limit').select('people').executeTakeFirstOrThrow()
  return people
}

export async function updateExportLimit({ db }: Change, people: number): Promise<void> {
  await db.updateTable('export_limit').set({ people }).execute()
}

export type Asked = Pick<ExportRequest, 'kind' | 'query' | 'peopleCount' | 'reason'>

export async function insertRequest({ db, actor, now }: Change, id: string, asked: Asked): Promise<void> {
  const { kind, query, peopleCount: people_count, reason } = asked
  const by = { owner_agency_id: actor.agencyId, asked_by: actor.userId, asked_at: now }
  await db
    .insertInto('export_request')
    .values({ id, kind, query, people_count, reason, ...by })
    .execute()
}

export async function insertDecision({ db, actor, now }: Change, id: string, isApproved: boolean): Promise<void> {
  const row = { request_id: id, is_approved: isApproved, decided_by: actor.userId, decided_at: now }
  await db.insertInto('export_decision').values(row).execute()
}

export async function insertTaking({ db, now }: Change, id: string, nth: number): Promise<void> {
  await db.insertInto('export_taking').values({ request_id: id, nth, taken_at: now }).execute()
}

export async function updateWithdrawn({ db, now }: Change, id: string): Promise<void> {
  await db.updateTable('export_request').set({ withdrawn_at: now }).where('id', '=', id).execute()
}

export interface Told {
  id: string
  name: string
  email: string
  locale: Locale
}

/** Who may approve what the actor asks for: the other managers of the agency. */
export async function listApprovers({ db, actor }: Reading): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select id, name, email, locale from account where agency_id = ${actor.agencyId} and 'MANAGER' = any(roles)
      and disabled_at is null and not is_integration and id <> ${actor.userId} order by id`.execute(db)
  return rows
}

/** @returns undefined for somebody who was shut out. */
export async function findTold({ db }: Reading, accountId: string): Promise<Told | undefined> {
  const { rows } = await sql<Told>`
    select id, name, email, locale from account where id = ${accountId} and disabled_at is null and not is_integration`.execute(
    db,
  )
  return rows[0]
}
