import { sql } from 'kysely'
import type { Day } from '../platform/calendar-day.ts'
import type { Change, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Locale } from '../platform/words.ts'

export interface Complaint {
  id: string
  caseId: string
  personId: string
  /** The name under which it was made. */
  givenAs: string
  aboutAgencyId: string
  agency: string
  aboutWorker: string | null
  words: string
  /** Null: by the person, at their own door. */
  writtenBy: string | null
  madeAt: Date
  acknowledgeByOn: Day
  acknowledgedAt: Date | null
  acknowledgedBy: string | null
  answer: string
  answeredAt: Date | null
  answeredBy: string | null
  escalatedAt: Date | null
  version: number
  /** Whether the reader may handle it, rather than only read what they wrote down. */
  mayHandle: boolean
}

const chosen = (actor: Reading['actor']) => sql<Complaint>`
  select c.id, c.case_id as "caseId", c.person_id as "personId", c.given_as as "givenAs", c.about_agency_id as "aboutAgencyId", y.name as agency,
    w.name as "aboutWorker", c.words, b.name as "writtenBy", c.made_at as "madeAt", c.acknowledge_by_on::text as "acknowledgeByOn",
    c.acknowledged_at as "acknowledgedAt", k.name as "acknowledgedBy", c.answer, c.answered_at as "answeredAt", r.name as "answeredBy",
    c.escalated_at as "escalatedAt", c.version,
    (c.about_agency_id = ${actor.agencyId} and is_manager()) or (is_coordinator() and is_about_manager(c.about_account_id)) as "mayHandle"
  from complaint c join agency y on y.id = c.about_agency_id left join account w on w.id = c.about_account_id
  left join account b on b.id = c.written_by left join account k on k.id = c.acknowledged_by left join account r on r.id = c.answered_by`

/** What the reader may handle or wrote down: what waits first, the longest waiting on top. */
export async function listComplaints({ db, actor }: Reading, limit: number, offset: number): Promise<Complaint[]> {
  const { rows } = await sql<Complaint>`${chosen(actor)}
    order by c.answered_at is not null, c.acknowledged_at is not null, c.made_at, c.id limit ${limit} offset ${offset}`.execute(
    db,
  )
  return rows
}

/** @throws Refusal `complaint.not-found`, also to whom it is about. */
export async function getComplaint({ db, actor }: Reading, id: string): Promise<Complaint> {
  const { rows } = await sql<Complaint>`${chosen(actor)} where c.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'complaint.not-found')
  return rows[0]
}

export interface NewComplaint {
  id: string
  caseId: string
  personId: string
  givenAs: string
  aboutAgencyId: string
  aboutAccountId: string | null
  words: string
  acknowledgeByOn: Day
}

export async function insertComplaint({ db, actor, now }: Change, complaint: NewComplaint): Promise<void> {
  const { id, caseId, personId, givenAs, aboutAgencyId, aboutAccountId, words, acknowledgeByOn } = complaint
  await sql`insert into complaint (id, case_id, person_id, given_as, about_agency_id, about_account_id, words, written_by, made_at,
      told_at, acknowledge_by_on, owner_agency_id, basis)
    values (${id}, ${caseId}, ${personId}, ${givenAs}, ${aboutAgencyId}, ${aboutAccountId}, ${words}, ${actor.userId}, ${now},
      ${now}, ${acknowledgeByOn}, ${actor.agencyId}, 'THIRD_PARTY')`.execute(db)
}

/** @returns whether it was still waiting for that. */
export async function updateAcknowledged({ db, actor, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update complaint set acknowledged_at = ${now}, acknowledged_by = ${actor.userId}
    where id = ${id} and acknowledged_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** An answer acknowledges as well. @returns whether nobody had answered. */
export async function updateAnswered({ db, actor, now }: Change, id: string, answer: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update complaint set answer = ${answer}, answered_at = ${now}, answered_by = ${actor.userId},
      acknowledged_at = coalesce(acknowledged_at, ${now}), acknowledged_by = coalesce(acknowledged_by, ${actor.userId})
    where id = ${id} and answered_at is null`.execute(db)
  return numAffectedRows === 1n
}

export async function updateEscalated({ db, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update complaint set escalated_at = ${now} where id = ${id} and escalated_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** For the system: marks those that came through the person's own door since the last time. */
export async function updateTold({ db, now }: Change) {
  const { rows } = await sql<{ aboutAgencyId: string; aboutAccountId: string | null }>`
    update complaint set told_at = ${now} where told_at is null
    returning about_agency_id as "aboutAgencyId", about_account_id as "aboutAccountId"`.execute(db)
  return rows
}

/** For the system: marks those that nobody acknowledged and that have so few days left, once. */
export async function updateChased({ db, now }: Change, before: Day) {
  const { rows } = await sql<{ aboutAgencyId: string; aboutAccountId: string | null }>`
    update complaint set chased_at = ${now} where acknowledged_at is null and chased_at is null and acknowledge_by_on <= ${before}::date
    returning about_agency_id as "aboutAgencyId", about_account_id as "aboutAccountId"`.execute(db)
  return rows
}

/** Who handles what an agency is complained about: its managers, but for whom it is about. */
export async function listHandlers({ db }: Reading, agencyId: string, aboutAccountId: string | null) {
  const { rows } = await sql<{ id: string; name: string; email: string; locale: Locale }>`
    select id, name, email, locale from account where disabled_at is null and not is_integration
      and id is distinct from ${aboutAccountId}::uuid and ((agency_id = ${agencyId} and 'MANAGER' = any(roles))
        or ('COORDINATOR' = any(roles) and is_about_manager(${aboutAccountId}))) order by id`.execute(db)
  return rows
}
