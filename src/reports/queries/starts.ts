import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'
import type { Range } from '../report.ts'

export interface DaysToService {
  pathway: string
  /** Null in the line for all providers of the pathway. */
  providerName: string | null
  started: number
  lowerQuartile: number
  median: number
  upperQuartile: number
}

/**
 * Days from a need being raised to its service being started, of services that started in these months, per pathway and per
 * provider. One indexed range of the agency's own referrals is read.
 */
export async function listDaysToService({ db, actor }: Reading, { from, to, side }: Range): Promise<DaysToService[]> {
  const mine = side === 'TO' ? sql`r.to_agency_id` : sql`r.from_agency_id`
  const { rows } = await sql<DaysToService>`
    select r.pathway, p.provider as "providerName", count(*)::int as started,
      percentile_cont(0.25) within group (order by d.days) as "lowerQuartile",
      percentile_cont(0.5) within group (order by d.days) as median,
      percentile_cont(0.75) within group (order by d.days) as "upperQuartile"
    from referral r join service s on s.id = r.service_id left join agency y on y.id = s.agency_id,
      lateral (select coalesce(y.name, s.provider_name) as provider) p,
      lateral (select ((r.started_at at time zone 'Europe/London')::date - (r.need_raised_at at time zone 'Europe/London')::date) as days) d
    where ${mine} = ${actor.agencyId} and r.need_raised_at is not null and r.started_at is not null
      and r.started_at >= ${from}::date::timestamp at time zone 'Europe/London'
      and r.started_at < (${to}::date + 1)::timestamp at time zone 'Europe/London'
    group by grouping sets ((r.pathway), (r.pathway, p.provider))
    order by r.pathway, p.provider nulls first limit 2000`.execute(db)
  return rows
}
