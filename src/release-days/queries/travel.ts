import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { type Leg, placeKey } from '../the-day/day-plan.ts'

export interface KeptLeg extends Leg {
  id: string
  changedAt: Date
}

/** The whole table, by place. At most 2,000 lines. */
export async function listLegs({ db }: Reading): Promise<KeptLeg[]> {
  const { rows } = await sql<KeptLeg>`
    select id, from_place as "fromPlace", to_place as "toPlace", mode, minutes, price_in_pence as "priceInPence",
      first_minute as "firstAt", last_minute as "lastAt", every_in_minutes as "everyInMinutes", is_both_ways as "isBothWays",
      changed_at as "changedAt"
    from travel_leg order by from_place collate "C", to_place collate "C", mode limit 2000`.execute(db)
  return rows
}

/** Writes lines of the table; one that is there for the same places and way is replaced. */
export async function upsertLegs({ db, actor, now }: Change, legs: readonly Leg[]): Promise<void> {
  await sql`
    insert into travel_leg (from_place, to_place, mode, minutes, price_in_pence, first_minute, last_minute, every_in_minutes,
      is_both_ways, changed_by, changed_at)
    select l."fromPlace", l."toPlace", l.mode, l.minutes, l."priceInPence", l."firstAt", l."lastAt", l."everyInMinutes",
      l."isBothWays", ${actor.userId}, ${now}
    from jsonb_to_recordset(${JSON.stringify(legs)}::jsonb) as l("fromPlace" text, "toPlace" text, mode text, minutes int,
      "priceInPence" int, "firstAt" int, "lastAt" int, "everyInMinutes" int, "isBothWays" boolean)
    on conflict (lower(from_place), lower(to_place), mode) do update set minutes = excluded.minutes,
      price_in_pence = excluded.price_in_pence, first_minute = excluded.first_minute, last_minute = excluded.last_minute,
      every_in_minutes = excluded.every_in_minutes, is_both_ways = excluded.is_both_ways, changed_by = excluded.changed_by,
      changed_at = excluded.changed_at`.execute(db)
}

/** @returns whether there was such a line. */
export async function deleteLeg({ db }: Change, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('travel_leg').where('id', '=', id).executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

export interface OpenHours {
  opensAt: number
  closesAt: number
}

/** When places are open on a day of the week, by `placeKey`; a place that is not known is absent. */
export async function readHours({ db }: Reading, weekday: number): Promise<Map<string, OpenHours>> {
  const { rows } = await sql<OpenHours & { place: string }>`
    select place, opens_minute as "opensAt", closes_minute as "closesAt" from place_hours where weekday = ${weekday} limit 2000`.execute(
    db,
  )
  return new Map(rows.map(({ place, ...hours }) => [placeKey(place), hours]))
}

/** Sets when a place is open on these days of the week. */
export async function upsertHours(
  { db, actor, now }: Change,
  { place, weekdays, opensAt, closesAt }: OpenHours & { place: string; weekdays: readonly number[] },
): Promise<void> {
  await sql`
    insert into place_hours (place, weekday, opens_minute, closes_minute, changed_by, changed_at)
    select ${place}, w, ${opensAt}, ${closesAt}, ${actor.userId}, ${now} from unnest(${weekdays}::int[]) w
    on conflict (place, weekday) do update set opens_minute = excluded.opens_minute, closes_minute = excluded.closes_minute,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(db)
}
