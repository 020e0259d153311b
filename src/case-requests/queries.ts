import { sql } from 'kysely'
import type { Change, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Locale } from '../platform/words.ts'

export type View = 'REFERRED' | 'ACCEPTED'

/** As both ends read it. What only one of them knows is null to the other. */
export interface CaseRequest {
  id: string
  agencyId: string
  agencyName: string
  accountId: string
  accountName: string
  identifier: string
  purpose: string
  gateway: string
  reason: string
  askedAt: Date
  expiresAt: Date
  /** What the asker was told. */
  answer: 'GRANTED' | 'DECLINED' | null
  answeredByAgencyName: string | null
  answerWords: string
  endedAt: Date | null
  /** To the agency that answers for the case: whom it is about, and what it decided. */
  personId: string | null
  personName: string | null
  decision: 'GRANTED' | 'DECLINED' | null
  decidedAt: Date | null
  /** The case, to whoever sees it: the answering agency, and the asker once let in. */
  caseId: string | null
}

const columns = sql`q.id, q.agency_id as "agencyId", y.name as "agencyName", q.account_id as "accountId", a.name as "accountName",
  q.identifier, q.purpose, l.citation as gateway, q.reason, q.asked_at as "askedAt", q.expires_at as "expiresAt", q.answer,
  z.name as "answeredByAgencyName", coalesce(nullif(q.answer_words, ''), s.answer_words, '') as "answerWords", q.ended_at as "endedAt",
  s.person_id as "personId", n.shown_name as "personName", s.decision, s.decided_at as "decidedAt", coalesce(s.case_id, p.case_id) as "caseId"
  from case_request q join agency y on y.id = q.agency_id join account a on a.id = q.account_id join legal_gateway l on l.code = q.gateway
  left join agency z on z.id = q.answered_by_agency_id left join case_request_subject s on s.request_id = q.id
  left join case_party p on p.cause_id = q.id and p.until_on is null
  left join case_summary n on n.case_id = coalesce(s.case_id, p.case_id)`

/** @throws Refusal `case-request.not-found` unless the actor's agency asked, or answers for the case. */
export async function getRequest({ db }: Reading, id: string): Promise<CaseRequest> {
  const { rows } = await sql<CaseRequest>`select ${columns} where q.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'case-request.not-found')
  return rows[0]
}

/** What others ask of the actor's agency: what waits first. */
export async function listToAnswer({ db, actor, now }: Reading, limit: number): Promise<CaseRequest[]> {
  const { rows } = await sql<CaseRequest>`
    select ${columns} where s.request_id is not null and q.agency_id <> ${actor.agencyId}
    order by s.decision is not null or q.expires_at <= ${now}::timestamptz, q.asked_at desc, q.id limit ${limit}`.execute(
    db,
  )
  return rows
}

/** What the actor's agency asked, the latest first. */
export async function listAsked({ db, actor }: Reading, limit: number): Promise<CaseRequest[]> {
  const { rows } = await sql<CaseRequest>`
    select ${columns} where q.agency_id = ${actor.agencyId} order by q.asked_at desc, q.id limit ${limit}`.execute(db)
  return rows
}

/** Laws by which agencies of this partnership may share. */
export async function listGateways({ db }: Reading): Promise<{ code: string; citation: string }[]> {
  const { rows } = await sql<{ code: string; citation: string }>`
    select g.code, g.citation from legal_gateway g join partnership p on p.jurisdiction = g.jurisdiction
    order by g.position`.execute(db)
  return rows
}

export interface NewRequest {
  id: string
  identifier: string
  /** What it may be, in the form that is stored. */
  numbers: readonly string[]
  purpose: string
  gateway: string
  reason: string
  expiresAt: Date
}

/** Says nothing of what it found. */
export async function insertRequest({ db, now }: Change, made: NewRequest): Promise<void> {
  const { id, identifier, numbers, purpose, gateway, reason, expiresAt } = made
  await sql`select ask_to_join(${id}, ${identifier}, ${numbers}::text[], ${purpose}, ${gateway}, ${reason}, ${now}, ${expiresAt})`.execute(
    db,
  )
}

/** Which views an agreement between both agencies would open. */
export async function listGrantable({ db, actor }: Reading, caseId: string, takerId: string): Promise<View[]> {
  const { rows } = await sql<{ view: View }>`
    select v as view from unnest(array['REFERRED', 'ACCEPTED']) v
    where may_be_granted(${caseId}, ${actor.agencyId}, ${takerId}, v)`.execute(db)
  return rows.map(({ view }) => view)
}

/** Whether the actor may let agencies in on a case and out of it. */
export async function mayDecide({ db, actor }: Reading, caseId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select may_bring_in(${caseId}) or (${actor.roles.includes('MANAGER')} and is_answerable_for(${caseId})) as may`.execute(
    db,
  )
  return rows[0]!.may
}

export interface Decision {
  decision: 'GRANTED' | 'DECLINED'
  view: View | null
  isTold: boolean
  words: string
}

/** @returns whether it still waited and the actor may decide it. */
export async function updateDecision({ db, actor, now }: Change, id: string, decided: Decision): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('case_request_subject')
    .set({
      decision: decided.decision,
      relationship: decided.view,
      is_told: decided.isTold,
      answer_words: decided.words,
    })
    .set({ decided_at: now, decided_by: actor.userId })
    .where('request_id', '=', id)
    .where('decision', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Takes the other agency out. @returns whether it was in and the actor may. */
export async function updateEnd({ db, actor, now }: Change, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('case_request_subject')
    .set({ ended_at: now, ended_by: actor.userId })
    .where('request_id', '=', id)
    .where('decision', '=', 'GRANTED')
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The actor's agency leaves. @returns whether it was in. */
export async function leaveCase({ db, now }: Change, id: string): Promise<boolean> {
  const { rows } = await sql<{ left: boolean }>`select leave_joined_case(${id}, ${now}) as left`.execute(db)
  return rows[0]!.left
}

/** For the system: where the asked agency gets its mail; undefined where there is nobody to tell. */
export async function findDesk({ db }: Reading, id: string): Promise<{ email: string; locale: Locale } | undefined> {
  const { rows } = await sql<{ email: string; locale: Locale }>`
    select d.email, p.locale from case_request_desk(${id}) d cross join partnership p`.execute(db)
  return rows[0]
}

/** Where a worker gets mail. */
export async function findWorker({ db }: Reading, accountId: string) {
  const { rows } = await sql<{ email: string; locale: Locale }>`
    select email, locale from account where id = ${accountId} and disabled_at is null`.execute(db)
  return rows[0]
}
