import { sql } from 'kysely'
import { addDays, type Day, dayAt } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import type { ReferralState } from '../referral-states.ts'

export interface InboxRow {
  id: string
  reference: string
  caseId: string
  personId: string
  /** Null once the reader's share of the case has ended. */
  shownName: string | null
  pathway: string
  needWords: string
  status: ReferralState
  serviceName: string
  providerName: string
  fromAgencyName: string
  fromAgencyKind: string
  fromName: string
  neededByOn: Day | null
  sentAt: Date
  /** What the list is sorted by, to the microsecond: a bulk import sends many in one millisecond. */
  sortedBy: string
  expiresAt: Date
  startsOn: Day | null
  chasedCount: number
  isAsking: boolean
}

export interface InboxFilter {
  side: 'FROM' | 'TO'
  states: readonly ReferralState[]
  pathway?: string | undefined
  /** Part of a name, or a reference. */
  words?: string | undefined
}

export interface InboxPlace {
  sortedBy: string
  id: string
}

/** What the actor's agency sent or was sent: latest first, or soonest to expire first. */
export async function listInbox(
  { db, actor }: Reading,
  { side, states, pathway, words }: InboxFilter,
  { after, limit, isByExpiry }: { after?: InboxPlace | undefined; limit: number; isByExpiry: boolean },
): Promise<InboxRow[]> {
  const mine = side === 'TO' ? sql`r.to_agency_id` : sql`r.from_agency_id`
  const sorted = isByExpiry ? sql`r.expires_at` : sql`r.sent_at`
  const order = isByExpiry ? sql`r.expires_at, r.id` : sql`r.sent_at desc, r.id desc`
  const beyond = isByExpiry ? sql`>` : sql`<`
  const found =
    words && sql`(r.reference = upper(${words}) or c.shown_name ilike ${`%${words.replace(/[\\%_]/g, '\\$&')}%`})`
  const { rows } = await sql<InboxRow>`
    select r.id, r.reference, r.case_id as "caseId", r.person_id as "personId", c.shown_name as "shownName", r.pathway, r.need_words as "needWords", r.status,
      s.name as "serviceName", s.provider_name as "providerName", y.name as "fromAgencyName", y.kind as "fromAgencyKind",
      coalesce(a.name, '') as "fromName", r.needed_by_on as "neededByOn", r.sent_at as "sentAt", ${sorted}::text as "sortedBy", r.expires_at as "expiresAt",
      r.starts_on as "startsOn", r.chased_count as "chasedCount", r.asked_at is not null and r.replied_at is null as "isAsking"
    from referral r join service s on s.id = r.service_id join agency y on y.id = r.from_agency_id
      left join account a on a.id = r.from_account_id left join case_summary c on c.case_id = r.case_id
    where ${mine} = ${actor.agencyId} and r.status = any(${[...states]}::text[])
      and ${pathway ? sql`r.pathway = ${pathway}` : sql`true`} and ${found || sql`true`}
      and ${after ? sql`(${sorted}, r.id) ${beyond} (${after.sortedBy}::timestamptz, ${after.id}::uuid)` : sql`true`}
    order by ${order} limit ${limit}`.execute(db)
  return rows
}

/** Of those that wait for an answer: how many expire today or tomorrow. */
export async function countSoon({ db, actor, now }: Reading, side: 'FROM' | 'TO'): Promise<number> {
  const mine = side === 'TO' ? sql`to_agency_id` : sql`from_agency_id`
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from referral where ${mine} = ${actor.agencyId} and status in ('SENT', 'RECEIVED')
      and expires_at < ${addDays(dayAt(now), 2)}::date::timestamp at time zone 'Europe/London'`.execute(db)
  return rows[0]!.count
}
