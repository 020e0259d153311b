import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Locale } from '../../platform/words.ts'
import type { Pause, SubjectRequest } from '../subject-request.ts'

const columns = sql`r.id, r.person_id as "personId", r.case_id as "caseId", r.person_name as "personName",
  r.owner_agency_id as "handlingAgencyId", h.name as "handlingAgency", r.asked_by as "askedBy", r.asker_name as "askerName", r.channel,
  r.received_on as "receivedOn", r.proof, r.proved_on as "provedOn", r.locale, w.name as "loggedBy", r.logged_at as "loggedAt",
  (select array_agg(y.name order by y.name) from agency y where y.id = any(r.asked_agency_ids)) as "askedAgencies",
  r.extended_at as "extendedAt", r.extension_reason as "extensionReason", r.collected_at as "collectedAt",
  (r.owner_agency_id = acting_agency() or is_system()) as "isHandler", r.withdrawn_at as "withdrawnAt", r.withdrawn_reason as "withdrawnReason", r.version, s.jurisdiction,
  (select coalesce(json_agg(json_build_object('id', p.id, 'question', p.question, 'askedOn', p.asked_on, 'answeredOn', p.answered_on)
    order by p.asked_on, p.id), '[]') from subject_access_pause p where p.request_id = r.id) as pauses,
  b.built_at as "builtAt", b.given_at as "givenAt",
  (select count(*)::int from subject_access_part p where p.request_id = r.id and p.owner_agency_id = acting_agency()
    and p.decided_at is null) as "toDecideCount",
  (select count(*)::int from subject_access_part p where p.request_id = r.id and p.owner_agency_id = acting_agency()
    and p.decided_at is not null and p.checked_at is null) as "toCheckCount"`
const sources = sql`subject_access_request r join agency h on h.id = r.owner_agency_id cross join partnership s
  left join account w on w.id = r.logged_by
  left join lateral (select b.built_at, b.given_at from subject_access_bundle b
    where b.request_id = r.id and b.owner_agency_id = acting_agency() order by b.given_at nulls first limit 1) b on true`

/** What the reader's agency handles or has to answer: what is open first, the oldest first; then what was given, the latest first. */
export async function listRequests({ db }: Reading, limit: number, offset: number): Promise<SubjectRequest[]> {
  const { rows } = await sql<SubjectRequest>`select ${columns} from ${sources}
    order by coalesce(b.given_at, r.withdrawn_at) is not null, case when coalesce(b.given_at, r.withdrawn_at) is null then r.received_on end,
      coalesce(b.given_at, r.withdrawn_at) desc, r.id limit ${limit} offset ${offset}`.execute(db)
  return rows
}

/** @throws Refusal `subject-access.not-found` when it is none of the reader's business. */
export async function getRequest({ db }: Reading, id: string): Promise<SubjectRequest> {
  const { rows } = await sql<SubjectRequest>`select ${columns} from ${sources} where r.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'subject-access.not-found')
  return rows[0]
}

export interface NewRequest {
  caseId: string
  personId: string
  personName: string
  askedBy: 'PERSON' | 'REPRESENTATIVE'
  askerName: string
  channel: 'LETTER' | 'EMAIL' | 'SPOKEN' | 'FORM'
  receivedOn: Day
  proof: '' | 'KNOWN' | 'DOCUMENT' | 'AUTHORITY'
  provedOn: Day | null
  locale: Locale
  /** Null: whoever holds something. */
  askedAgencyIds: string[] | null
}

export async function insertRequest({ db, actor, now }: Change, id: string, request: NewRequest): Promise<void> {
  const row = {
    id,
    person_id: request.personId,
    case_id: request.caseId,
    person_name: request.personName,
    asked_by: request.askedBy,
    asker_name: request.askerName,
    channel: request.channel,
    received_on: request.receivedOn,
    proof: request.proof,
    proved_on: request.provedOn,
    locale: request.locale,
    asked_agency_ids: request.askedAgencyIds,
    logged_by: actor.userId,
    logged_at: now,
    owner_agency_id: actor.agencyId,
  }
  await db.insertInto('subject_access_request').values(row).execute()
}

/** Gathers the items of everybody who owns something; nothing twice. */
export async function collectItems({ db, now }: Change, id: string): Promise<void> {
  await sql`select collect_subject_access(${id}, ${now})`.execute(db)
}

/** @returns whether it was not known before who asks. */
export async function updateProof({ db }: Change, id: string, proof: string, provedOn: Day): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update subject_access_request set proof = ${proof}, proved_on = ${provedOn}, version = version + 1
    where id = ${id} and proof = '' and withdrawn_at is null`.execute(db)
  return numAffectedRows === 1n
}

export async function updateExtension({ db, actor, now }: Change, id: string, reason: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update subject_access_request set extended_at = ${now}, extended_by = ${actor.userId},
    extension_reason = ${reason}, version = version + 1 where id = ${id} and extended_at is null and withdrawn_at is null`.execute(
      db,
    )
  return numAffectedRows === 1n
}

export async function updateWithdrawn({ db, actor, now }: Change, id: string, reason: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update subject_access_request set withdrawn_at = ${now}, withdrawn_by = ${actor.userId},
    withdrawn_reason = ${reason}, version = version + 1 where id = ${id} and withdrawn_at is null`.execute(db)
  return numAffectedRows === 1n
}

export async function insertPause(
  { db, actor }: Change,
  { id: requestId, personId }: Pick<SubjectRequest, 'id' | 'personId'>,
  { question, askedOn }: Pick<Pause, 'question' | 'askedOn'>,
): Promise<void> {
  await sql`insert into subject_access_pause (request_id, person_id, question, asked_on, asked_by, owner_agency_id)
    values (${requestId}, ${personId}, ${question}, ${askedOn}, ${actor.userId}, ${actor.agencyId})`.execute(db)
}

export async function updateAnswered({ db }: Change, requestId: string, answeredOn: Day): Promise<boolean> {
  const { numAffectedRows } = await sql`update subject_access_pause set answered_on = ${answeredOn}
    where request_id = ${requestId} and answered_on is null`.execute(db)
  return numAffectedRows === 1n
}
