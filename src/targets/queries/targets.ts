import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Definition } from '../definitions.ts'
import type { Promised, Status } from '../rag.ts'

/** A status set by hand, with what the figures said then. */
export interface Override {
  status: Status
  reason: string
  setByName: string
  setAt: string
}

/** What other agencies are told, in steps of several people. */
export type Told = Pick<MonthCount, 'delivered' | 'ofAll' | 'people' | 'engagements'> & { toldAt: string }

/** An expected result with what was last counted for it. */
export interface Target extends Promised {
  id: string
  name: string
  definition: Definition
  agencyId: string
  agencyName: string
  /** Whose rows count; null: everybody's. */
  countedAgencyId: string | null
  countedAgencyName: string | null
  /** Different people behind what was delivered. */
  people: number
  /** Rows behind it: sessions, plans, outputs. */
  engagements: number
  /** Null until it was counted. */
  countedAt: Date | null
  /** What other agencies were last told of it; null until it is of enough people. */
  told: Told | null
  override: Override | null
  version: number
}

const isOfThis = sql`d.definition = t.definition and d.counted_agency_id is not distinct from t.counted_agency_id and d.since_on = t.since_on`

/** Of a target t: what stands for whom its rows are not. */
export const told = sql`(select json_build_object('delivered', d.delivered::float8, 'ofAll', d.of_all, 'people', d.people,
  'engagements', d.engagements, 'toldAt', to_char(d.told_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
  from target_told d where d.target_id = t.id and ${isOfThis} order by d.day desc, d.id desc limit 1)`

const columns = sql`t.id, t.name, t.definition, t.measure, t.amount, t.agency_id as "agencyId", y.name as "agencyName",
  t.counted_agency_id as "countedAgencyId", z.name as "countedAgencyName", t.since_on as "sinceOn", t.due_on as "dueOn", t.version,
  coalesce(c.delivered, 0)::float8 as delivered, coalesce(c.of_all, 0) as "ofAll", coalesce(c.people, 0) as people,
  coalesce(c.engagements, 0) as engagements, c.counted_at as "countedAt", ${told} as told,
  (select json_build_object('status', o.status, 'reason', o.reason, 'setByName', a.name, 'setAt', o.set_at) from target_override o
    join account a on a.id = o.set_by where o.target_id = t.id and o.lifted_at is null) as override
  from target t join agency y on y.id = t.agency_id left join agency z on z.id = t.counted_agency_id
  left join lateral (select * from target_count x where x.target_id = t.id order by x.month desc limit 1) c on true`

/** What the reader may see of what was promised, in the coordinator's order. */
export async function listTargets({ db }: Reading): Promise<Target[]> {
  const { rows } = await sql<Target>`
    select ${columns} where t.retired_at is null order by t.position, t.made_at, t.id limit 200`.execute(db)
  return rows
}

/** @throws Refusal `target.not-found` */
export async function getTarget({ db }: Reading, id: string): Promise<Target> {
  const { rows } = await sql<Target>`select ${columns} where t.id = ${id} and t.retired_at is null`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'target.not-found')
  return rows[0]
}

/** What was delivered by the end of a month, since the beginning. */
export interface MonthCount {
  /** Its last day, or the day of the counting. */
  day: Day
  delivered: number
  ofAll: number
  people: number
  engagements: number
}

export async function listMonths({ db }: Reading, targetId: string): Promise<MonthCount[]> {
  const { rows } = await sql<MonthCount>`
    select least((month + interval '1 month - 1 day')::date, (counted_at at time zone 'Europe/London')::date) as day,
      delivered::float8 as delivered, of_all as "ofAll", people, engagements
    from target_count where target_id = ${targetId} order by month limit 600`.execute(db)
  return rows
}

/** What other agencies were told, day by day. */
export async function listTold({ db }: Reading, targetId: string): Promise<MonthCount[]> {
  const { rows } = await sql<MonthCount>`
    select distinct on (d.day) d.day, d.delivered::float8 as delivered, d.of_all as "ofAll", d.people, d.engagements
    from target_told d join target t on t.id = d.target_id where d.target_id = ${targetId} and ${isOfThis} order by d.day, d.id desc limit 600`.execute(
    db,
  )
  return rows
}

/** What a target said before somebody changed it. */
export interface Earlier {
  version: number
  name: string
  definition: Definition
  amount: number
  sinceOn: Day
  dueOn: Day
  reason: string
  replacedByName: string
  replacedAt: Date
}

export async function listEarlier({ db }: Reading, targetId: string): Promise<Earlier[]> {
  const { rows } = await sql<Earlier>`
    select v.version, v.name, v.definition, v.amount, v.since_on as "sinceOn", v.due_on as "dueOn", v.reason, a.name as "replacedByName",
      v.replaced_at as "replacedAt"
    from target_version v join account a on a.id = v.replaced_by where v.target_id = ${targetId} order by v.version desc limit 100`.execute(
    db,
  )
  return rows
}

/** A status that was set by hand once and was lifted. */
export async function listLifted({ db }: Reading, targetId: string): Promise<(Override & { liftedAt: Date })[]> {
  const { rows } = await sql<Override & { liftedAt: Date }>`
    select o.status, o.reason, a.name as "setByName", to_char(o.set_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "setAt",
      o.lifted_at as "liftedAt"
    from target_override o join account a on a.id = o.set_by where o.target_id = ${targetId} and o.lifted_at is not null
    order by o.set_at desc limit 50`.execute(db)
  return rows
}
