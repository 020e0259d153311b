import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Action, RetentionClass } from '../rules.ts'

export type DisposalState = 'PROPOSED' | 'COOLING_OFF' | 'UNDER_WAY' | 'DONE' | 'WITHDRAWN'
export type ItemState = 'WAITING' | 'DONE' | 'HELD' | 'NOT_DUE'

export interface Disposal {
  id: string
  agency: string
  reason: string
  proposedById: string
  proposedBy: string
  proposedAt: Date
  approvedBy: string | null
  approvedAt: Date | null
  /** From when it may be carried out; until then it can be taken back. */
  executeFrom: Date | null
  doneAt: Date | null
  digest: string | null
  state: DisposalState
  /** How many items of each class and action are in each state. */
  sums: { class: RetentionClass; action: Action; state: ItemState; count: number }[]
}

const chosen = (now: Date) => sql<Disposal>`
  select d.id, y.name as agency, d.reason, d.proposed_by as "proposedById", p.name as "proposedBy", d.proposed_at as "proposedAt",
    a.name as "approvedBy", d.approved_at as "approvedAt", d.execute_from as "executeFrom", d.done_at as "doneAt", d.digest,
    case when d.withdrawn_at is not null then 'WITHDRAWN' when d.done_at is not null then 'DONE' when d.started_at is not null
      or d.execute_from <= ${now} then 'UNDER_WAY' when d.approved_at is not null then 'COOLING_OFF' else 'PROPOSED' end as state,
    (select coalesce(jsonb_agg(to_jsonb(s) order by s.class, s.action, s.state), '[]') from (
      select i.class, i.action, i.state, count(*)::int as count from disposal_item i where i.disposal_id = d.id group by 1, 2, 3) s) as sums
  from disposal d join agency y on y.id = d.owner_agency_id join account p on p.id = d.proposed_by
  left join account a on a.id = d.approved_by`

/** The newest first. */
export async function listDisposals({ db, now }: Reading): Promise<Disposal[]> {
  const { rows } = await sql<Disposal>`${chosen(now)} order by d.proposed_at desc, d.id limit 100`.execute(db)
  return rows
}

/** @throws Refusal `disposal.not-found` */
export async function getDisposal({ db, now }: Reading, id: string): Promise<Disposal> {
  const { rows } = await sql<Disposal>`${chosen(now)} where d.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'disposal.not-found')
  return rows[0]
}

/** How many rows of each table went, in all. */
export async function countRowsGone({ db }: Reading, id: string): Promise<{ table: string; count: number }[]> {
  const { rows } = await sql<{ table: string; count: number }>`
    select c.key as table, sum(c.value::int)::int as count from disposal_item i cross join lateral jsonb_each_text(i.counts) c
    where i.disposal_id = ${id} group by 1 order by 1`.execute(db)
  return rows
}

export interface WaitingRecord {
  personId: string
  name: string
  number: string | null
  class: RetentionClass
  action: Action
  state: ItemState
}

/** Whom it is about, while there still is somebody to name. */
export async function listItems({ db }: Reading, id: string, limit: number, offset: number): Promise<WaitingRecord[]> {
  const { rows } = await sql<WaitingRecord>`
    with i as materialized (select * from disposal_item where disposal_id = ${id} and state <> 'DONE'
      order by person_id, class limit ${limit} offset ${offset})
    select i.person_id as "personId", n.name, n.number, i.class, i.action, i.state from i
    join name_records(array(select person_id from i)) n on n.person_id = i.person_id order by i.person_id, i.class`.execute(
    db,
  )
  return rows
}

export interface Proposal {
  id: string
  reason: string
  classes: readonly RetentionClass[]
  today: Day
  most: number
}

/** @returns how many items it holds; with none nothing is kept. */
export async function insertProposal(
  { db, now }: Change,
  { id, reason, classes, today, most }: Proposal,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select propose_disposal(${id}, ${reason}, ${classes}::text[], ${today}::date, ${now}, ${most}) as count`.execute(db)
  return rows[0]!.count
}

/** @returns when it may be carried out; nothing when it was not the actor's to approve. */
export async function updateApproved({ db, now }: Change, id: string): Promise<Date | undefined> {
  const { rows } = await sql<{ from: Date | null }>`select approve_disposal(${id}, ${now}) as "from"`.execute(db)
  return rows[0]?.from ?? undefined
}

export async function updateWithdrawn({ db, now }: Change, id: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select withdraw_disposal(${id}, ${now}) as done`.execute(db)
  return rows[0]!.done
}

/** For the system: those that were approved and whose days are over. */
export async function listToExecute({ db, now }: Reading): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from disposal
    where approved_at is not null and done_at is null and withdrawn_at is null and execute_from <= ${now} order by execute_from`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

export async function begin({ db, now }: Change, id: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select begin_disposal(${id}, ${now}) as done`.execute(db)
  return rows[0]!.done
}

export async function end({ db, now }: Change, id: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select end_disposal(${id}, ${now}) as done`.execute(db)
  return rows[0]!.done
}

/** For the system: ids of what is still to be done. */
export async function listWaiting({ db }: Reading, id: string, limit: number) {
  const { rows } = await sql<{ personId: string; class: RetentionClass }>`
    select person_id as "personId", class from disposal_item where disposal_id = ${id} and state = 'WAITING'
    order by person_id, class limit ${limit}`.execute(db)
  return rows
}

/** @returns how the item ended; nothing when it had been settled before. */
export async function disposeOf(
  { db, now }: Change,
  id: string,
  item: { personId: string; class: RetentionClass },
  today: Day,
): Promise<ItemState | undefined> {
  const { rows } = await sql<{ state: ItemState | null }>`
    select dispose_of_person(${id}, ${item.personId}, ${item.class}, ${today}::date, ${now}) as state`.execute(db)
  return rows[0]?.state ?? undefined
}
