import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { HandoverState, Way } from '../handover-states.ts'

export interface Attendee {
  part: 'SENDER' | 'RECEIVER' | 'PERSON' | 'OTHER'
  name: string
}

export interface Handover {
  id: string
  caseId: string
  personId: string
  fromAgencyId: string
  fromAgencyName: string
  fromAccountId: string
  fromName: string
  toAgencyId: string
  toAgencyName: string
  toAccountId: string
  toName: string
  receiverPartyId: string | null
  meetsAt: Date
  meetsHow: Way
  meetsPlace: string
  why: string
  releaseOn: Day | null
  proposedAt: Date
  heldNumber: number
  heldAt: Date | null
  heldHow: Way | null
  heldPlace: string
  attended: Attendee[]
  ownWords: string
  sentByName: string | null
  sentAt: Date | null
  answeredAt: Date | null
  answeredHow: 'OWN_DOOR' | 'SIGNED' | 'SAID' | null
  answerWords: string
  besideName: string | null
  wentOnByName: string | null
  wentOnAt: Date | null
  wentOnWords: string
  acceptedByName: string | null
  acceptedAt: Date | null
  overlapInDays: number | null
  endedByName: string | null
  endedAt: Date | null
  endReason: string | null
  endWords: string
  chasedCount: number
  state: HandoverState
  /** Of the person. */
  diedOn: Day | null
}

const columns = sql`h.id, h.case_id as "caseId", h.person_id as "personId", h.from_agency_id as "fromAgencyId", x.name as "fromAgencyName",
  h.from_account_id as "fromAccountId", coalesce(f.name, '') as "fromName", h.to_agency_id as "toAgencyId", y.name as "toAgencyName",
  h.to_account_id as "toAccountId", coalesce(t.name, '') as "toName", h.receiver_party_id as "receiverPartyId", h.meets_at as "meetsAt",
  h.meets_how as "meetsHow", h.meets_place as "meetsPlace", h.why, h.release_on as "releaseOn", h.proposed_at as "proposedAt",
  h.held_number as "heldNumber", h.held_at as "heldAt", h.held_how as "heldHow", h.held_place as "heldPlace", h.attended,
  h.own_words as "ownWords", s.name as "sentByName", h.sent_at as "sentAt", h.answered_at as "answeredAt", h.answered_how as "answeredHow",
  h.answer_words as "answerWords", b.name as "besideName", w.name as "wentOnByName", h.went_on_at as "wentOnAt",
  h.went_on_words as "wentOnWords", a.name as "acceptedByName", h.accepted_at as "acceptedAt", h.overlap_in_days as "overlapInDays",
  e.name as "endedByName", h.ended_at as "endedAt", h.end_reason as "endReason", h.end_words as "endWords", h.chased_count as "chasedCount", h.state, d.died_on as "diedOn"
  from handover h left join case_summary d on d.case_id = h.case_id join agency x on x.id = h.from_agency_id join agency y on y.id = h.to_agency_id
  left join account f on f.id = h.from_account_id left join account t on t.id = h.to_account_id left join account s on s.id = h.sent_by
  left join account b on b.id = h.beside_id left join account w on w.id = h.went_on_by left join account a on a.id = h.accepted_by
  left join account e on e.id = h.ended_by`

/** @throws Refusal `handover.not-found` */
export async function getHandover({ db }: Reading, id: string): Promise<Handover> {
  const { rows } = await sql<Handover>`select ${columns} where h.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'handover.not-found')
  return rows[0]
}

/** Those of a case, the newest first. At most 20. */
export async function listHandovers({ db }: Reading, caseId: string): Promise<Handover[]> {
  const { rows } = await sql<Handover>`
    select ${columns} where h.case_id = ${caseId} order by h.proposed_at desc, h.id limit 20`.execute(db)
  return rows
}

export interface Point {
  words: string
  who: 'PERSON' | 'SENDER' | 'RECEIVER'
  dueOn: Day | null
  stepId: string | null
}

/** What was agreed at the last meeting. */
export async function listPoints({ db }: Reading, { id, heldNumber }: Handover): Promise<Point[]> {
  const { rows } = await sql<Point>`
    select words, who, due_on as "dueOn", step_id as "stepId" from handover_point
    where handover_id = ${id} and held_number = ${heldNumber} order by place`.execute(db)
  return rows
}

export interface Continuity {
  /** How many workers were ever named on the case. */
  workers: number
  /** On how many days, until today, both the sender and the receiver were named. */
  overlapInDays: number
}

/** How many workers somebody has had, and for how long two of them were named together (R064). */
export async function readContinuity(
  { db }: Reading,
  { caseId, fromAccountId, toAccountId }: Pick<Handover, 'caseId' | 'fromAccountId' | 'toAccountId'>,
  today: Day,
): Promise<Continuity> {
  const span = (
    accountId: string,
  ) => sql`coalesce((select range_agg(daterange(p.since_on, greatest(p.since_on, coalesce(p.until_on, ${today}::date))))
    from case_party p where p.case_id = ${caseId} and p.account_id = ${accountId}), '{}'::datemultirange)`
  const { rows } = await sql<Continuity>`
    select (select count(distinct account_id)::int from case_party where case_id = ${caseId} and account_id is not null) as workers,
      (select coalesce(sum(upper(r) - lower(r)), 0)::int from unnest(${span(fromAccountId)} * ${span(toAccountId)}) r) as "overlapInDays"`.execute(
    db,
  )
  return rows[0]!
}
