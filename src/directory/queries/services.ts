import { type RawBuilder, sql } from 'kysely'
import { addDays, type Day } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readEligibility } from '../eligibility.ts'
import type { Reliability, Service } from '../listed-service.ts'

export const serviceColumns = sql`
  s.id, s.agency_id as "agencyId", s.provider_name as "providerName", s.provider_email as "providerEmail",
  s.provider_phone as "providerPhone", s.name, s.plain_words as "plainWords", s.type, s.pathways, s.place,
  s.is_in_prison as "isInPrison", s.prisons, s.areas, s.eligibility, s.offers, s.unit, s.capacity,
  s.places_free as "placesFree", s.wait_in_days as "waitInDays", s.lead_time_in_days as "leadTimeInDays",
  s.opening_hours as "openingHours", s.contact, s.closed_until_on as "closedUntilOn", s.verified_on as "verifiedOn",
  s.withdrawn_at as "withdrawnAt", s.version`

const reliability = (now: Date) => sql`(
  select jsonb_build_object('asked', coalesce(sum(count) filter (where answer in ('ACCEPTED', 'DECLINED', 'EXPIRED')), 0),
    'answered', coalesce(sum(count) filter (where answer in ('ACCEPTED', 'DECLINED')), 0),
    'inTime', coalesce(sum(in_time_count), 0),
    'accepted', coalesce(sum(count) filter (where answer = 'ACCEPTED'), 0),
    'declined', coalesce(sum(count) filter (where answer = 'DECLINED'), 0),
    'expired', coalesce(sum(count) filter (where answer = 'EXPIRED'), 0),
    'daysToAnswer', ceil(sum(seconds) filter (where answer in ('ACCEPTED', 'DECLINED')) / 86400.0
      / nullif(sum(count) filter (where answer in ('ACCEPTED', 'DECLINED')), 0)))
  from service_answer_count c where c.service_id = s.id and c.month > ${now}::date - 365) as reliability`

export interface ServiceFilter {
  words?: string | undefined
  pathway?: string | undefined
  area?: string | undefined
  where?: 'prison' | 'community' | undefined
  /** Only those with a free place. */
  isFree?: boolean | undefined
  /** Only those that nobody checked for 90 days. */
  isStale?: boolean | undefined
  isWithdrawn?: boolean | undefined
  /** Only this agency's. */
  agencyId?: string | undefined
}

export interface Place {
  name: string
  id: string
}

/** A page of the directory by name, after a place in it. @param limit - one more than the page, to know whether there is a next. */
export async function listServices(
  { db, now }: Reading,
  filter: ServiceFilter,
  { after, limit }: { after?: Place | undefined; limit: number },
): Promise<Service[]> {
  const { rows } = await sql<Service>`
    select ${serviceColumns}, ${reliability(now)} from service s
    where ${conditions(filter, now)}
      and ${after ? sql`(s.name collate "C", s.id) > (${after.name} collate "C", ${after.id}::uuid)` : sql`true`}
    order by s.name collate "C", s.id limit ${limit}`.execute(db)
  return rows.map(serviceOf)
}

/** How many entries the filter leaves, and how many of them nobody checked for 90 days. */
export async function countServices(
  { db, now }: Reading,
  filter: ServiceFilter,
): Promise<{ all: number; stale: number }> {
  const { rows } = await sql<{ all: number; stale: number }>`
    select count(*)::int as "all", count(*) filter (where s.verified_on < ${staleBefore(now)}::date)::int as stale
    from service s where ${conditions(filter, now)}`.execute(db)
  return rows[0]!
}

/** Every area that an entry serves, for the filter. */
export async function listAreas({ db }: Reading): Promise<string[]> {
  const { rows } = await sql<{ area: string }>`
    select distinct area from service, unnest(areas) as area where withdrawn_at is null order by area limit 300`.execute(
    db,
  )
  return rows.map(({ area }) => area)
}

/** What could be asked for a need of this pathway. At most 200. */
export async function listServicesForPathway({ db, now }: Reading, pathway: string): Promise<Service[]> {
  const { rows } = await sql<Service>`
    select ${serviceColumns}, ${reliability(now)} from service s
    where s.pathways @> array[${pathway}] and s.withdrawn_at is null order by s.name collate "C", s.id limit 200`.execute(
    db,
  )
  return rows.map(serviceOf)
}

/** The services that an agency gives, by name. At most 100. */
export async function listServicesOf({ db, now }: Reading, agencyId: string): Promise<Service[]> {
  const { rows } = await sql<Service>`
    select ${serviceColumns}, ${reliability(now)} from service s
    where s.agency_id = ${agencyId} and s.withdrawn_at is null order by s.name collate "C", s.id limit 100`.execute(db)
  return rows.map(serviceOf)
}

/** @throws Refusal `service.not-found` */
export async function getService({ db, now }: Reading, id: string): Promise<Service> {
  const { rows } = await sql<Service>`
    select ${serviceColumns}, ${reliability(now)} from service s where s.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'service.not-found')
  return serviceOf(rows[0])
}

function conditions(filter: ServiceFilter, now: Date): RawBuilder<unknown> {
  const all = [filter.isWithdrawn ? sql`s.withdrawn_at is not null` : sql`s.withdrawn_at is null`]
  if (filter.words) {
    const like = `%${filter.words.replace(/[\\%_]/g, '\\$&')}%`
    all.push(
      sql`(s.name ilike ${like} or s.provider_name ilike ${like} or s.place ilike ${like} or s.plain_words ilike ${like})`,
    )
  }
  if (filter.pathway) all.push(sql`s.pathways @> array[${filter.pathway}]`)
  if (filter.area) all.push(sql`(s.areas = '{}' or ${filter.area} = any(s.areas))`)
  if (filter.where) all.push(sql`s.is_in_prison = ${filter.where === 'prison'}`)
  if (filter.isFree) all.push(sql`s.places_free > 0`)
  if (filter.isStale) all.push(sql`s.verified_on < ${staleBefore(now)}::date`)
  if (filter.agencyId) all.push(sql`s.agency_id = ${filter.agencyId}`)
  return sql.join(all, sql` and `)
}

const staleBefore = (now: Date): Day => addDays(now.toISOString().slice(0, 10), -90)
const serviceOf = (row: Service): Service => ({
  ...row,
  eligibility: readEligibility(row.eligibility),
  reliability: row.reliability as Reliability,
})
