import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'

/** What a new appointment would run into. Said to the worker, and never a reason to refuse. */
export type Clash =
  | { kind: 'PERSON'; title: string; startsAt: Date }
  | { kind: 'WORKER' | 'PERSON_BUSY' | 'WORKER_BUSY'; startsAt: Date }
  | { kind: 'TRAVEL_FROM' | 'TRAVEL_TO'; title: string; place: string; startsAt: Date; minutes: number }
  | { kind: 'CURFEW'; startsAt: Date }

/** What is tried: an appointment that is not yet booked, or as it would be after a move. */
export interface Tried {
  caseId: string
  startsAt: Date
  lengthInMinutes: number | null
  place?: string
  withAccountId?: string | null
  exceptId?: string | undefined
}

/** How long an appointment is taken to last when nobody said. */
export const usualMinutes = 30
const mostSaid = 5

/** What is at the same time: for the person or the worker, seen or only known to be there. */
export async function listOverlaps({ db }: Reading, tried: Tried): Promise<Clash[]> {
  const { caseId, startsAt, withAccountId } = tried
  const minutes = tried.lengthInMinutes ?? usualMinutes
  const { rows } = await sql<Clash>`
    with tried as (select ${startsAt}::timestamptz as begins, ${startsAt}::timestamptz + make_interval(mins => ${minutes}::int) as ends),
      whom as (select person_id from case_file where id = ${caseId})
    select * from (
      select case when x.person_id = (select person_id from whom) then 'PERSON' else 'WORKER' end as kind,
        case when x.person_id = (select person_id from whom) then x.title else '' end as title, x.starts_at as "startsAt"
      from appointment x, tried t
      where (x.person_id = (select person_id from whom) or x.with_account_id = ${withAccountId ?? null}::uuid)
        and x.cancelled_at is null and x.id is distinct from ${tried.exceptId ?? null}::uuid
        and x.starts_at > t.begins - interval '1 day' and x.starts_at < t.ends
        and t.begins < x.starts_at + make_interval(mins => coalesce(x.length_in_minutes, ${usualMinutes}::int))
      union all
      select case when b.account_id is null then 'PERSON_BUSY' else 'WORKER_BUSY' end, '', b.starts_at
      from tried t, busy_times(${caseId}, array_remove(array[${withAccountId ?? null}::uuid], null), t.begins, t.ends) b
    ) found order by kind, "startsAt" limit ${mostSaid}`.execute(db)
  return rows
}

/** The appointment before and the one after, where the travel-time table says that the way takes longer than there is time. */
export async function listHurries({ db }: Reading, tried: Tried): Promise<Clash[]> {
  const { caseId, startsAt, place = '', exceptId } = tried
  if (place === '') return []
  const minutes = tried.lengthInMinutes ?? usualMinutes
  const { rows } = await sql<Clash>`
    with tried as (select ${startsAt}::timestamptz as begins, ${startsAt}::timestamptz + make_interval(mins => ${minutes}::int) as ends),
      others as (
        select x.title, x.place, x.starts_at, x.starts_at + make_interval(mins => coalesce(x.length_in_minutes, ${usualMinutes}::int)) as ends_at
        from appointment x, tried t where x.person_id = (select person_id from case_file where id = ${caseId}) and x.cancelled_at is null
          and x.id is distinct from ${exceptId ?? null}::uuid and x.place <> '' and lower(trim(x.place)) <> lower(trim(${place}))
          and x.starts_at between t.begins - interval '6 hours' and t.ends + interval '6 hours'),
      near as (
        (select 'TRAVEL_FROM' as kind, o.*, t.begins - o.ends_at as gap, o.place as starting, ${place} as going
          from others o, tried t where o.ends_at <= t.begins order by o.ends_at desc limit 1)
        union all
        (select 'TRAVEL_TO', o.*, o.starts_at - t.ends, ${place}, o.place
          from others o, tried t where o.starts_at >= t.ends order by o.starts_at limit 1))
    select n.kind, n.title, n.place, n.starts_at as "startsAt", l.minutes
    from near n cross join lateral (select min(l.minutes) as minutes from travel_leg l
      where (lower(l.from_place) = lower(trim(n.starting)) and lower(l.to_place) = lower(trim(n.going)))
        or (l.is_both_ways and lower(l.to_place) = lower(trim(n.starting)) and lower(l.from_place) = lower(trim(n.going)))) l
    where make_interval(mins => l.minutes) > n.gap order by n.starts_at`.execute(db)
  return rows
}
