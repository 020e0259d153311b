import { sql } from 'kysely'
import type { Day } from '../platform/calendar-day.ts'
import type { Change, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Locale } from '../platform/words.ts'

export type TransferState = 'PROPOSED' | 'ACCEPTED' | 'DECLINED' | 'CANCELLED' | 'EXPIRED'

/** One thing that is not finished, in codes: what it is, under which pathway, how it stands, and until when. */
export interface OpenWork {
  kind: 'NEED' | 'REFERRAL' | 'STEP'
  pathway: string | null
  status: string
  dueOn: Day | null
}

export interface Transfer {
  id: string
  caseId: string
  personId: string
  /** Null to a reader who does not see the case (any more). */
  personName: string | null
  fromAgencyId: string
  fromAgencyName: string
  fromAccountId: string
  fromName: string
  toAgencyId: string
  toAgencyName: string
  byOn: Day
  reason: string
  openWork: OpenWork[]
  proposedAt: Date
  expiresAt: Date
  chasedAt: Date | null
  chasedCount: number
  state: TransferState
  answeredAt: Date | null
  answeredByName: string | null
  declineWords: string
}

const columns = sql`t.id, t.case_id as "caseId", t.person_id as "personId", s.shown_name as "personName",
  t.from_agency_id as "fromAgencyId", f.name as "fromAgencyName", t.from_account_id as "fromAccountId", coalesce(a.name, '') as "fromName",
  t.to_agency_id as "toAgencyId", g.name as "toAgencyName", t.by_on as "byOn", t.reason, t.open_work as "openWork",
  t.proposed_at as "proposedAt", t.expires_at as "expiresAt", t.chased_at as "chasedAt", t.chased_count as "chasedCount", t.state,
  coalesce(t.accepted_at, t.declined_at, t.cancelled_at, t.expired_at) as "answeredAt", w.name as "answeredByName",
  t.decline_words as "declineWords"
  from case_transfer t join agency f on f.id = t.from_agency_id join agency g on g.id = t.to_agency_id
  left join account a on a.id = t.from_account_id left join account w on w.id = coalesce(t.answered_by, t.cancelled_by)
  left join case_summary s on s.case_id = t.case_id`

/** At one of its ends. @throws Refusal `transfer.not-found` */
export async function getTransfer({ db, actor }: Reading, id: string): Promise<Transfer> {
  const { rows } = await sql<Transfer>`
    select ${columns} where t.id = ${id} and ${actor.agencyId} in (t.from_agency_id, t.to_agency_id)`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'transfer.not-found')
  return rows[0]
}

/** What the actor's agency was asked to take over, or asked of others: what waits first, the soonest to lapse on top. */
export async function listTransfers(
  { db, actor }: Reading,
  { side, limit, offset }: { side: 'FROM' | 'TO'; limit: number; offset: number },
): Promise<Transfer[]> {
  const mine = side === 'TO' ? sql`t.to_agency_id` : sql`t.from_agency_id`
  const { rows } = await sql<Transfer>`
    select ${columns} where ${mine} = ${actor.agencyId}
    order by t.state <> 'PROPOSED', case when t.state = 'PROPOSED' then t.expires_at end, t.proposed_at desc, t.id
    limit ${limit} offset ${offset}`.execute(db)
  return rows
}

export interface Standing {
  isOpen: boolean
  isOurs: boolean
  isRestricted: boolean
  mayPropose: boolean
  /** The transfer that waits for an answer. */
  proposedId: string | null
  /** A handover is open, by which a worker of the case hands it over. */
  handoverId: string | null
}

/** Whether a case can be offered to another agency by the actor. @throws Refusal `case.not-found` */
export async function getStanding({ db, actor }: Reading, caseId: string): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select c.ended_on is null as "isOpen", c.owner_agency_id = ${actor.agencyId} as "isOurs",
      exists (select from restricted_record r where r.person_id = c.person_id) as "isRestricted",
      may_bring_in(c.id) or (${actor.roles.includes('MANAGER')} and is_answerable_for(c.id)) as "mayPropose",
      (select t.id from case_transfer t where t.case_id = c.id and t.state = 'PROPOSED') as "proposedId",
      (select h.id from handover h where h.case_id = c.id and h.state not in ('ACCEPTED', 'DECLINED', 'CANCELLED')) as "handoverId"
    from case_file c where c.id = ${caseId}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'case.not-found')
  return rows[0]
}

/** Agencies that can take a case over: open, not the actor's own, and party to an agreement of its purpose. */
export async function listTakers({ db, actor }: Reading, caseId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select y.id, y.name from agency y where y.closed_on is null and y.id <> ${actor.agencyId} and exists (
      select from agreement a join agreement_party p on p.agreement_id = a.id join case_file c on c.id = ${caseId}
      where a.purpose = c.purpose and is_in_force(a) and p.agency_id = y.id and p.signed_at is not null)
    order by y.name collate "C", y.id limit 500`.execute(db)
  return rows
}

/** Who of the actor's agency can work on a case: `account:` or `team:` and the id, with the name. */
export async function listHands({ db, actor }: Reading): Promise<{ value: string; name: string }[]> {
  const { rows } = await sql<{ value: string; name: string }>`
    select value, name from (
      select 'team:' || id as value, name from team where agency_id = ${actor.agencyId} and closed_on is null
      union all
      select 'account:' || id, name from account where agency_id = ${actor.agencyId} and disabled_at is null and not is_integration
        and roles && array['WORKER', 'MANAGER']) as hand
    order by value like 'account%', name collate "C" limit 500`.execute(db)
  return rows
}

export interface NewTransfer {
  id: string
  caseId: string
  personId: string
  toAgencyId: string
  byOn: Day
  reason: string
  expiresAt: Date
}

/** Lets the other agency in at the view of one who is asked; the database lists what is open. */
export async function insertTransfer({ db, actor, now }: Change, made: NewTransfer): Promise<void> {
  const { id, caseId, personId, toAgencyId, byOn, reason, expiresAt } = made
  await sql`
    insert into case_transfer (id, case_id, person_id, from_agency_id, from_account_id, to_agency_id, by_on, reason, proposed_at,
      expires_at, owner_agency_id)
    values (${id}, ${caseId}, ${personId}, ${actor.agencyId}, ${actor.userId}, ${toAgencyId}, ${byOn}, ${reason}, ${now}, ${expiresAt},
      ${actor.agencyId})`.execute(db)
}

interface Step {
  accepted_at?: Date
  declined_at?: Date
  answered_by?: string
  taker_id?: string | null
  team_id?: string | null
  decline_words?: string
  cancelled_at?: Date
  cancelled_by?: string
  expired_at?: Date
  chased_at?: Date
  chased_count?: number
}

/** @returns whether it still waited for an answer. */
export async function updateTransfer({ db }: Change, id: string, step: Step): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('case_transfer')
    .set(step)
    .where('id', '=', id)
    .where('state', '=', 'PROPOSED')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export interface DueTransfer {
  transferId: string
  fromAgencyId: string
  what: 'CHASE' | 'EXPIRE'
}

/** For the system alone: what nobody has answered in time, of every agency. */
export async function listDue({ db, now }: Reading): Promise<DueTransfer[]> {
  const { rows } = await sql<DueTransfer>`
    select transfer_id as "transferId", from_agency_id as "fromAgencyId", what from transfers_due(${now})`.execute(db)
  return rows
}

export interface Postal {
  agencyEmail: string
  agencyLocale: Locale
  accountEmail: string
  accountLocale: Locale
}

/** Where an agency and a worker get mail, and in which language. '' where nobody said. */
export async function getPostal({ db }: Reading, agencyId: string, accountId: string): Promise<Postal> {
  const { rows } = await sql<Postal>`
    select coalesce(y.email, '') as "agencyEmail", p.locale as "agencyLocale", coalesce(a.email, '') as "accountEmail",
      coalesce(a.locale, p.locale) as "accountLocale"
    from partnership p left join agency y on y.id = ${agencyId}
    left join account a on a.id = ${accountId} and a.disabled_at is null`.execute(db)
  return rows[0]!
}

/** Whether a handover is open on which the sender and the person have not both signed: then nobody takes the case over alone. */
export async function isBeingHandedOver({ db }: Reading, caseId: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select is_being_handed_over(${caseId}) as is`.execute(db)
  return rows[0]!.is
}
