import { sql } from 'kysely'
import type { Day } from '../platform/calendar-day.ts'
import type { Change, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { deliveredOf, type Measure } from './measures.ts'

export interface NewTarget {
  funder: string
  measure: Measure
  target: number
  fromOn: Day
  untilOn: Day
}

export interface Target extends NewTarget {
  id: string
  /** Counted from the rows when it was asked. */
  delivered: number
}

/** What the agency promised, with what was delivered, by funder. */
export async function listTargets({ db }: Reading): Promise<Target[]> {
  const { rows } = await sql<NewTarget & { id: string; amount: number }>`
    select t.id, t.funder, t.measure, t.target, t.from_on as "fromOn", t.until_on as "untilOn",
      (select coalesce(sum(d.amount), 0)::int from delivered_rows(t.measure, t.from_on, t.until_on) d) as amount
    from funder_target t where t.removed_at is null
    order by t.funder, t.until_on desc, array_position(array['PROGRAMMES', 'OWN_PROGRAMMES', 'PEOPLE_MENTORED', 'MENTORING_SESSIONS', 'TRAINING_HOURS'], t.measure), t.id limit 100`.execute(
    db,
  )
  return rows.map(({ amount, ...target }) => ({ ...target, delivered: deliveredOf(target.measure, amount) }))
}

/** @throws Refusal `target.not-found` */
export async function getTarget(reading: Reading, id: string): Promise<Target> {
  const found = (await listTargets(reading)).find((target) => target.id === id)
  if (!found) throw new Refusal('not found', 'target.not-found')
  return found
}

/** One thing that was counted: nobody's name. */
export interface DeliveredRow {
  happenedOn: Day
  /** A group's or training's name, a session's kind, or how many sessions one person had. */
  what: string
  byName: string
  /** 1, or minutes of training. */
  amount: number
}

export async function listDelivered({ db }: Reading, { measure, fromOn, untilOn }: NewTarget): Promise<DeliveredRow[]> {
  const { rows } = await sql<DeliveredRow>`select happened_on as "happenedOn", what, by_name as "byName", amount
    from delivered_rows(${measure}, ${fromOn}, ${untilOn})`.execute(db)
  return rows
}

export async function insertTarget({ db, actor, now }: Change, id: string, of: NewTarget): Promise<void> {
  const { funder, measure, target, fromOn, untilOn } = of
  await sql`insert into funder_target (id, agency_id, funder, measure, target, from_on, until_on, made_by, made_at)
    values (${id}, ${actor.agencyId}, ${funder}, ${measure}, ${target}, ${fromOn}, ${untilOn}, ${actor.userId}, ${now})`.execute(
    db,
  )
}

export async function updateRemoved({ db, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update funder_target set removed_at = ${now} where id = ${id} and removed_at is null`.execute(db)
  return numAffectedRows === 1n
}
