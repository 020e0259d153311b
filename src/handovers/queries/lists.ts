import { sql } from 'kysely'
import { addDays, type Day, dayAt } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import type { HandoverState } from '../handover-states.ts'

export interface Receiver {
  accountId: string
  name: string
  agencyId: string
  agencyName: string
  agencyKind: string
  /** Named on the case already. */
  isNamed: boolean
}

/** Whom a case can be handed to: colleagues first, then workers of the other agencies on the case. At most 500. */
export async function listReceivers({ db, actor }: Reading, caseId: string): Promise<Receiver[]> {
  const { rows } = await sql<Receiver>`
    select a.id as "accountId", a.name, y.id as "agencyId", y.name as "agencyName", y.kind as "agencyKind",
      exists (select from case_party p where p.case_id = ${caseId} and p.account_id = a.id and p.until_on is null) as "isNamed"
    from account a join agency y on y.id = a.agency_id
    where a.disabled_at is null and not a.is_integration and a.roles && array['WORKER', 'MANAGER'] and y.closed_on is null and y.kind <> 'police'
      and a.id <> ${actor.userId}
      and (y.id = ${actor.agencyId} or y.id in (select agency_id from case_party where case_id = ${caseId} and until_on is null))
    order by y.id <> ${actor.agencyId}, y.name collate "C", a.name collate "C", a.id limit 500`.execute(db)
  return rows
}

/** The agency to which a case is offered without a handover, while that waits. */
export async function findOfferedTo({ db }: Reading, caseId: string): Promise<string | undefined> {
  const { rows } = await sql<{ agencyId: string }>`
    select to_agency_id as "agencyId" from case_transfer where case_id = ${caseId} and state = 'PROPOSED'`.execute(db)
  return rows[0]?.agencyId
}

export interface HandoverRow {
  id: string
  caseId: string
  personName: string
  fromName: string
  toName: string
  toAgencyName: string
  meetsAt: Date
  releaseOn: Day | null
  state: HandoverState
  /** It is for the reader to act. */
  isMine: boolean
  /** The last that happened. */
  changedAt: Date
}

/** A meeting that is still to come is nothing to do today. */
const isMine = (userId: string, today: Day) => sql`(h.from_account_id = ${userId} and (h.state in ('HELD', 'DISAGREED')
    or h.state = 'PROPOSED' and h.meets_at < ${addDays(today, 1)}::date)
  or h.to_account_id = ${userId} and h.state in ('AGREED', 'GONE_ON'))`

/** Those that the actor sends or receives, and the open ones of their agency: what is theirs to do first, then the newest. */
export async function listOwn(
  { db, actor, now }: Reading,
  { limit, offset }: { limit: number; offset: number },
): Promise<HandoverRow[]> {
  const { rows } = await sql<HandoverRow>`
    select h.id, h.case_id as "caseId", s.shown_name as "personName", coalesce(f.name, '') as "fromName", coalesce(t.name, '') as "toName",
      y.name as "toAgencyName", h.meets_at as "meetsAt", s.release_on as "releaseOn", h.state, ${isMine(actor.userId, dayAt(now))} as "isMine",
      coalesce(h.accepted_at, h.ended_at, h.went_on_at, h.answered_at, h.sent_at, h.proposed_at) as "changedAt"
    from handover h join case_summary s on s.case_id = h.case_id join agency y on y.id = h.to_agency_id
    left join account f on f.id = h.from_account_id left join account t on t.id = h.to_account_id
    where h.id in (select id from handover where from_account_id = ${actor.userId} union select id from handover where to_account_id = ${actor.userId}
      union select id from handover where from_agency_id = ${actor.agencyId} and state not in ('ACCEPTED', 'DECLINED', 'CANCELLED')
      union select id from handover where to_agency_id = ${actor.agencyId} and state not in ('ACCEPTED', 'DECLINED', 'CANCELLED'))
    order by ${isMine(actor.userId, dayAt(now))} desc, h.state in ('ACCEPTED', 'DECLINED', 'CANCELLED'), h.meets_at desc, h.id
    limit ${limit} offset ${offset}`.execute(db)
  return rows
}

export interface Unproposed {
  caseId: string
  personName: string
  releaseOn: Day
}

/** Of those the actor is named for and their prison holds: who leaves within the window, without a handover open or done. */
export const unproposed = (userId: string, agencyId: string, today: Day) => sql`
  from case_summary s, partnership g where s.agency_id = ${agencyId} and s.is_open and s.died_on is null
    and s.release_on between ${today} and ${today}::date + g.release_window_in_days
    and s.case_id in (select case_id from cases_named_on() where account_id = ${userId})
    and not exists (select from handover h where h.case_id = s.case_id and h.state not in ('DECLINED', 'CANCELLED'))`

/** The soonest to leave first. At most 50. */
export async function listUnproposed({ db, actor, now }: Reading): Promise<Unproposed[]> {
  const { rows } = await sql<Unproposed>`
    select s.case_id as "caseId", s.shown_name as "personName", s.release_on as "releaseOn"
    ${unproposed(actor.userId, actor.agencyId, dayAt(now))} order by s.release_on, s.sort_name collate "C", s.case_id limit 50`.execute(
    db,
  )
  return rows
}

export interface HandoversToDo {
  /** Open ones on which the actor must act. */
  mine: number
  /** People who leave within the window, without a handover. */
  unproposed: number
}

/** What waits for the actor, counted. */
export async function countToDo({ db, actor, now }: Reading): Promise<HandoversToDo> {
  const today = dayAt(now)
  const { rows } = await sql<HandoversToDo>`
    select (select count(*)::int from handover h where (h.from_account_id = ${actor.userId} or h.to_account_id = ${actor.userId})
        and ${isMine(actor.userId, today)}) as mine,
      (select count(*)::int ${unproposed(actor.userId, actor.agencyId, today)}) as unproposed`.execute(db)
  return rows[0]!
}

export interface DueHandover {
  handoverId: string
  fromAgencyId: string
  what: 'CHASE' | 'DIED' | 'CASE_CLOSED'
}

/** For the system alone: what nobody has acted on in time, and what ends by itself, of every agency. */
export async function listDue({ db, now }: Reading): Promise<DueHandover[]> {
  const { rows } = await sql<DueHandover>`
    select handover_id as "handoverId", from_agency_id as "fromAgencyId", what from handovers_due(${now})`.execute(db)
  return rows
}
