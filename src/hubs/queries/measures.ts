import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'

/** A day or a week of a hub, in numbers; of nobody by name. */
export interface Measure {
  /** The day, or the Monday of the week. */
  from: Day
  came: number
  /** Half of those who were seen waited less: minutes from coming to being seen. */
  minutesToService: number | null
  handOffs: number
  /** Second desks that joined a line instead of asking the same person anew. */
  avoided: number
  leftUnseen: number
}

/** By day or by week, oldest first, since a day. */
export async function listMeasures({ db }: Reading, hubId: string, by: 'day' | 'week', since: Day): Promise<Measure[]> {
  const { rows } = await sql<Measure>`
    select date_trunc(${by}, t.on_day)::date as "from", count(*)::int as came,
      round(percentile_cont(0.5) within group (order by extract(epoch from t.first_seen_at - t.arrived_at) / 60)
        filter (where t.first_seen_at is not null))::int as "minutesToService",
      sum(t.handed_on)::int as "handOffs", sum(cardinality(t.joined_desk_ids))::int as avoided,
      count(*) filter (where t.state in ('LEFT', 'NOT_RECORDED') and t.first_seen_at is null)::int as "leftUnseen"
    from hub_ticket t where t.hub_id = ${hubId} and t.on_day >= ${since} group by 1 order by 1 limit 400`.execute(db)
  return rows
}
