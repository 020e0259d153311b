import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import type { Locale } from '../../platform/words.ts'

/** What one agency answers for. Counts are zero to who does not see its items. */
export interface Part {
  id: string
  requestId: string
  agencyId: string
  agencyName: string
  agencyKind: string
  isApart: boolean
  decidedAt: Date | null
  decidedById: string | null
  decidedBy: string | null
  checkedAt: Date | null
  checkedBy: string | null
  returnedWords: string
  itemCount: number
  undecidedCount: number
  releasedCount: number
  redactedCount: number
  withheldCount: number
  /** Whether the reader decided any of it: then the second check is another's. */
  isOwnWork: boolean
}

export async function listParts({ db, actor }: Reading, requestId: string): Promise<Part[]> {
  const { rows } = await sql<Part>`
    select p.id, p.request_id as "requestId", p.owner_agency_id as "agencyId", y.name as "agencyName", y.kind as "agencyKind",
      p.is_apart as "isApart", p.decided_at as "decidedAt", p.decided_by as "decidedById", d.name as "decidedBy", p.checked_at as "checkedAt",
      c.name as "checkedBy", p.returned_words as "returnedWords", n.*,
      (p.decided_by is not distinct from ${actor.userId} or n."isOwnItem") as "isOwnWork"
    from subject_access_part p join agency y on y.id = p.owner_agency_id left join account d on d.id = p.decided_by
    left join account c on c.id = p.checked_by
    cross join lateral (select count(*)::int as "itemCount", count(*) filter (where decision is null)::int as "undecidedCount",
      count(*) filter (where decision = 'RELEASE')::int as "releasedCount", count(*) filter (where decision = 'REDACT')::int as "redactedCount",
      count(*) filter (where decision = 'WITHHOLD')::int as "withheldCount",
      coalesce(bool_or(decided_by = ${actor.userId}), false) as "isOwnItem"
      from subject_access_item i where i.part_id = p.id) n
    where p.request_id = ${requestId} order by p.is_apart, p.owner_agency_id <> ${actor.agencyId}, y.name, p.id`.execute(
    db,
  )
  return rows
}

/** Sends what the agency decided to the second check. @returns how many parts went. */
export async function updateSent({ db, actor, now }: Change, requestId: string): Promise<number> {
  const { numAffectedRows } =
    await sql`update subject_access_part p set decided_at = ${now}, decided_by = ${actor.userId}, returned_words = ''
    where request_id = ${requestId} and owner_agency_id = ${actor.agencyId} and decided_at is null
      and not exists (select from subject_access_item i where i.part_id = p.id and i.decision is null)`.execute(db)
  return Number(numAffectedRows)
}

export async function updateChecked({ db, actor, now }: Change, partId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update subject_access_part set checked_at = ${now}, checked_by = ${actor.userId}
    where id = ${partId} and owner_agency_id = ${actor.agencyId} and decided_at is not null and checked_at is null`.execute(
    db,
  )
  return numAffectedRows === 1n
}

export async function updateReturned({ db, actor }: Change, partId: string, words: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update subject_access_part set decided_at = null, decided_by = null, returned_words = ${words}
    where id = ${partId} and owner_agency_id = ${actor.agencyId} and decided_at is not null and checked_at is null`.execute(
      db,
    )
  return numAffectedRows === 1n
}

export interface Told {
  id: string
  name: string
  email: string
  locale: Locale
}

/** Managers of the agencies that have something to decide and were not told yet; each once. */
export async function listUntold({ db }: Reading): Promise<{ requestId: string; agencyId: string }[]> {
  const { rows } = await sql<{ requestId: string; agencyId: string }>`
    select distinct request_id as "requestId", owner_agency_id as "agencyId" from subject_access_part where told_at is null
    order by 1, 2 limit 200`.execute(db)
  return rows
}

export async function updateTold({ db, now }: Change, requestId: string, agencyId: string): Promise<void> {
  await sql`update subject_access_part set told_at = ${now} where request_id = ${requestId} and owner_agency_id = ${agencyId}
    and told_at is null`.execute(db)
}

const holder = sql`case when p.is_apart then p.owner_agency_id else p.handling_agency_id end`

/** For the system: whose copies were not given and who was told of no lateness, a request each; and whoever still decides. */
export async function listNotGiven({ db }: Reading): Promise<{ requestId: string; agencyIds: string[] }[]> {
  const { rows } = await sql<{ requestId: string; agencyIds: string[] }>`
    select p.request_id as "requestId", array_agg(distinct a.id) as "agencyIds"
    from subject_access_part p join subject_access_request r on r.id = p.request_id
    join agency a on a.id = ${holder} or (a.id = p.owner_agency_id and p.checked_at is null)
    where p.told_late_at is null and r.withdrawn_at is null and not exists (select from subject_access_bundle b
      where b.request_id = p.request_id and b.owner_agency_id = ${holder} and b.given_at is not null)
    group by p.request_id, r.received_on order by r.received_on, p.request_id limit 500`.execute(db)
  return rows
}

export async function updateToldLate({ db, now }: Change, requestId: string): Promise<void> {
  await sql`update subject_access_part set told_late_at = ${now} where request_id = ${requestId} and told_late_at is null`.execute(
    db,
  )
}

/** Managers of an agency, and with `null` the coordinators. */
export async function listToTell({ db }: Reading, agencyId: string | null): Promise<Told[]> {
  const { rows } = await sql<Told>`select id, name, email, locale from account
    where disabled_at is null and not is_integration
      and case when ${agencyId}::uuid is null then 'COORDINATOR' = any(roles) else agency_id = ${agencyId} and 'MANAGER' = any(roles) end
    order by id`.execute(db)
  return rows
}
