import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { TicketState } from '../ticket-states.ts'

/** A line of the queue, with who it is where the reader may see them. */
export interface Ticket {
  id: string
  hubId: string
  number: number
  deskId: string
  deskName: string
  deskAgencyId: string
  source: 'DESK' | 'KIOSK' | 'APPOINTMENT'
  state: TicketState
  arrivedAt: Date
  waitingSince: Date
  version: number
  joinedNames: string[]
  joinedDeskIds: string[]
  personId: string | null
  caseId: string | null
  /** '' where the reader may not see who it is. */
  name: string
  why: string
  /** Handed on by another desk, and not accepted yet. */
  handOffId: string | null
  handOffLine: string
  fromDeskName: string | null
  /** Where the hand-off is a referral that the reader may see. */
  referralId: string | null
  /** The desk that it was handed to and that said no, and why. */
  cameBackFrom: string | null
  cameBackReason: string | null
}

/**
 * The lines that a filter on hub_ticket finds. Each table is asked once, whatever it is joined with: its policy costs more than its rows,
 * and hundreds of open boards ask this in one second.
 */
const ticketsOf = (filter: RawBuilder<unknown>) => sql`
  with t as materialized (select * from hub_ticket where ${filter}),
  d as materialized (select id, name, agency_id from hub_desk where hub_id in (select hub_id from t)),
  x as materialized (select h.id, h.ticket_id, h.line, h.from_desk_id, h.to_desk_id, h.referral_id, h.made_at, h.accepted_at, h.declined_at,
    h.decline_reason from hub_hand_off h where h.ticket_id in (select id from t))
  select t.id, t.hub_id as "hubId", t.number, t.desk_id as "deskId", own.name as "deskName", own.agency_id as "deskAgencyId", t.source, t.state,
    t.arrived_at as "arrivedAt", t.waiting_since as "waitingSince", t.version, t.joined_desk_ids as "joinedDeskIds",
    (select coalesce(array_agg(d.name order by d.name), '{}') from d where d.id = any(t.joined_desk_ids)) as "joinedNames",
    v.person_id as "personId", v.case_id as "caseId", coalesce(s.shown_name, v.first_name, '') as name, coalesce(nullif(v.why, ''), p.title, '') as why,
    f.id as "handOffId", coalesce(f.line, '') as "handOffLine", (select d.name from d where d.id = f.from_desk_id) as "fromDeskName",
    f.referral_id as "referralId", (select d.name from d where d.id = g.to_desk_id) as "cameBackFrom", g.decline_reason as "cameBackReason"
  from t join d own on own.id = t.desk_id left join hub_visitor v on v.ticket_id = t.id
  left join case_summary s on s.case_id = v.case_id left join appointment p on p.id = v.appointment_id
  left join lateral (select * from x where x.ticket_id = t.id and x.to_desk_id = t.desk_id and x.accepted_at is null and x.declined_at is null
    order by x.made_at desc limit 1) f on true
  left join lateral (select * from x where x.ticket_id = t.id and x.from_desk_id = t.desk_id and x.declined_at is not null
    order by x.declined_at desc limit 1) g on true`

const openOn = (hubId: string, day: Day) => sql`hub_id = ${hubId} and on_day = ${day} and ended_at is null`

/** Today's lines that are open, those who wait longest first. */
export async function listOpenTickets({ db }: Reading, hubId: string, day: Day): Promise<Ticket[]> {
  const tickets = ticketsOf(openOn(hubId, day))
  const { rows } = await sql<Ticket>`${tickets} order by t.waiting_since, t.number limit 300`.execute(db)
  return rows
}

/** @throws Refusal `hub.ticket-not-found` */
export async function getTicket({ db }: Reading, id: string): Promise<Ticket> {
  const { rows } = await sql<Ticket>`${ticketsOf(sql`id = ${id}`)}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'hub.ticket-not-found')
  return rows[0]
}

/** The open line of somebody today in this hub, if they stand in the queue already. */
export async function findOpenTicketOf(
  { db }: Reading,
  hubId: string,
  day: Day,
  personId: string,
): Promise<Ticket | undefined> {
  const tickets = ticketsOf(openOn(hubId, day))
  const { rows } = await sql<Ticket>`${tickets} where v.person_id = ${personId} order by t.number limit 1`.execute(db)
  return rows[0]
}

export interface NewVisitor {
  deskId: string
  source: 'DESK' | 'APPOINTMENT'
  personId: string | null
  caseId: string | null
  firstName: string
  /** As said at the desk; of an appointment its own title says it, to who may see that. */
  why: string
  appointmentId: string | null
}

/** @returns the id of the line; its number is the next one of the day. */
export async function insertTicket(
  { db, actor, now }: Change,
  hubId: string,
  day: Day,
  visitor: NewVisitor,
): Promise<string> {
  const id = newId()
  await sql`insert into hub_ticket (id, hub_id, on_day, number, desk_id, source, arrived_at, waiting_since)
    values (${id}, ${hubId}, ${day}, 0, ${visitor.deskId}, ${visitor.source}, ${now}, ${now})`.execute(db)
  await sql`insert into hub_visitor (ticket_id, person_id, case_id, first_name, why, appointment_id, added_at, owner_agency_id)
    values (${id}, ${visitor.personId}, ${visitor.caseId}, ${visitor.firstName}, ${visitor.why}, ${visitor.appointmentId}, ${now}, ${actor.agencyId})`.execute(
    db,
  )
  return id
}

/** @returns whether the line was still as the reader saw it, and theirs to move. */
export async function updateTicketState(
  { db, now }: Change,
  id: string,
  version: number,
  state: TicketState,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update hub_ticket set state = ${state}, version = version + 1,
      called_at = case when ${state} = 'CALLED' then ${now}::timestamptz else called_at end,
      first_seen_at = case when ${state} = 'SEEN' then coalesce(first_seen_at, ${now}::timestamptz) else first_seen_at end,
      ended_at = case when ${state} in ('DONE', 'LEFT') then ${now}::timestamptz end
    where id = ${id} and version = ${version} and ended_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** To another desk's queue, where it waits from now. @param handOffs - 1 for a hand-off, -1 for one that comes back. @returns as above. */
export async function updateTicketDesk(
  { db, now }: Change,
  { id, version }: Ticket,
  deskId: string,
  handOffs: 1 | 0 | -1,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update hub_ticket set desk_id = ${deskId}, state = 'WAITING', waiting_since = ${now}, called_at = null,
      handed_on = greatest(0, handed_on + ${handOffs}::int), version = version + 1
    where id = ${id} and version = ${version} and ended_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** @returns whether the desk is now in the line. */
export async function joinLine({ db }: Change, ticketId: string, deskId: string): Promise<boolean> {
  const { rows } = await sql<{ joined: boolean }>`select join_hub_line(${ticketId}, ${deskId}) as joined`.execute(db)
  return rows[0]!.joined
}
