import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'

/** A hub that the actor's agency runs or has a desk in. */
export interface Hub {
  id: string
  name: string
  place: string
  agencyId: string
  agencyName: string
}

/** A partner's desk, and whether it is in on the day that was asked about. */
export interface Desk {
  id: string
  name: string
  agencyId: string
  agencyName: string
  weekdays: number[]
  opensMinute: number
  closesMinute: number
  /** By the weekly pattern, or what was said for this day. */
  isExpected: boolean
  /** Workers who said that they are in. */
  present: { accountId: string; name: string }[]
}

const columns = sql`h.id, h.name, h.place, h.agency_id as "agencyId", y.name as "agencyName" from hub h join agency y on y.id = h.agency_id`

export async function listHubs({ db }: Reading): Promise<Hub[]> {
  const { rows } = await sql<Hub>`select ${columns} where h.closed_at is null order by h.name, h.id limit 200`.execute(
    db,
  )
  return rows
}

/** @throws Refusal `hub.not-found` where it is of others, or closed. */
export async function getHub({ db }: Reading, id: string): Promise<Hub> {
  const { rows } = await sql<Hub>`select ${columns} where h.id = ${id} and h.closed_at is null`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'hub.not-found')
  return rows[0]
}

/** The desks of a hub on a day, with who is in. */
export async function listDesks({ db }: Reading, hubId: string, day: Day): Promise<Desk[]> {
  const { rows } = await sql<Desk>`
    select d.id, d.name, d.agency_id as "agencyId", y.name as "agencyName", d.weekdays, d.opens_minute as "opensMinute",
      d.closes_minute as "closesMinute", coalesce(x.is_in, extract(isodow from ${day}::date)::int = any(d.weekdays)) as "isExpected",
      (select coalesce(json_agg(json_build_object('accountId', a.id, 'name', a.name) order by a.name), '[]') from hub_presence p
        join account a on a.id = p.account_id where p.desk_id = d.id and p.on_day = ${day} and p.left_at is null) as present
    from hub_desk d join agency y on y.id = d.agency_id left join hub_desk_day x on x.desk_id = d.id and x.on_day = ${day}
    where d.hub_id = ${hubId} and d.ended_at is null order by d.name, d.id limit 100`.execute(db)
  return rows
}

export async function insertHub(
  { db, actor, now }: Change,
  { name, place }: Pick<Hub, 'name' | 'place'>,
): Promise<string> {
  const id = newId()
  await sql`insert into hub (id, agency_id, name, place, made_by, made_at)
    values (${id}, ${actor.agencyId}, ${name}, ${place}, ${actor.userId}, ${now})`.execute(db)
  return id
}

export async function insertDesk(
  { db, actor, now }: Change,
  hubId: string,
  { agencyId, name, weekdays }: Pick<Desk, 'agencyId' | 'name' | 'weekdays'>,
): Promise<string> {
  const id = newId()
  await sql`insert into hub_desk (id, hub_id, agency_id, name, weekdays, made_by, made_at)
    values (${id}, ${hubId}, ${agencyId}, ${name}, ${weekdays}::int[], ${actor.userId}, ${now})`.execute(db)
  return id
}

/** @returns whether it was one of this hub that had not ended. */
export async function updateDeskEnded({ db, now }: Change, hubId: string, deskId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update hub_desk set ended_at = ${now} where id = ${deskId} and hub_id = ${hubId} and ended_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** Screens and desks first: a desk that ended takes nobody's sight of the hub with it until the hub itself is closed. */
export async function updateHubClosed({ db, now }: Change, hubId: string): Promise<void> {
  await sql`update hub_screen set ended_at = ${now} where hub_id = ${hubId} and ended_at is null`.execute(db)
  await sql`update hub_desk set ended_at = ${now} where hub_id = ${hubId} and ended_at is null`.execute(db)
  await sql`update hub set closed_at = ${now} where id = ${hubId} and closed_at is null`.execute(db)
}

export async function upsertDeskDay(
  { db, actor, now }: Change,
  deskId: string,
  day: Day,
  isIn: boolean,
): Promise<void> {
  await sql`insert into hub_desk_day (desk_id, on_day, is_in, changed_by, changed_at) values (${deskId}, ${day}, ${isIn}, ${actor.userId}, ${now})
    on conflict (desk_id, on_day) do update set is_in = excluded.is_in, changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(
    db,
  )
}

/** Once for a worker, however often it is said. */
export async function insertPresence(
  { db, actor, now }: Change,
  hubId: string,
  deskId: string,
  day: Day,
): Promise<void> {
  await sql`insert into hub_presence (hub_id, desk_id, account_id, on_day, came_at) values (${hubId}, ${deskId}, ${actor.userId}, ${day}, ${now})
    on conflict do nothing`.execute(db)
}

export async function endPresence({ db, actor, now }: Change, hubId: string): Promise<void> {
  await sql`update hub_presence set left_at = ${now} where hub_id = ${hubId} and account_id = ${actor.userId} and left_at is null`.execute(
    db,
  )
}

/** As the system: what was left open on the days before. @returns how many lines. */
export async function closeDays({ db, now }: Change, today: Day): Promise<number> {
  const { rows } = await sql<{ count: number }>`select close_hub_days(${today}, ${now}) as count`.execute(db)
  return rows[0]!.count
}
