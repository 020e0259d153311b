import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Caller, CallState, Deed, Feeling, Risk } from '../call-codes.ts'

export interface Call {
  id: string
  helplineId: string
  state: CallState
  rangAt: Date
  answeredAt: Date | null
  hungUpAt: Date | null
  closedAt: Date | null
  /** Of the telephone system, or ''. */
  fromPhone: string
  operatorId: string | null
  operatorName: string | null
  /** As typed, until it is closed. */
  draft: Record<string, string | string[]>
  savedAt: Date | null
  caller: Caller | null
  personId: string | null
  caseId: string | null
  callerName: string
  feeling: Feeling | null
  words: string
  risk: Risk | null
  did: Deed[]
  passedTo: string[]
  agreed: string
  noteId: string | null
}

export const stateOfCall = sql`case when c.closed_at is not null then 'CLOSED' when c.operator_id is not null then 'OPEN'
  when c.hung_up_at is not null and c.answered_at is null then 'MISSED' else 'WAITING' end`

const columns = sql`c.id, c.helpline_id as "helplineId", ${stateOfCall} as state, c.rang_at as "rangAt", c.answered_at as "answeredAt",
  c.hung_up_at as "hungUpAt", c.closed_at as "closedAt", c.from_phone as "fromPhone", c.operator_id as "operatorId", o.name as "operatorName",
  c.draft, c.saved_at as "savedAt", c.caller, c.person_id as "personId", c.case_id as "caseId", c.caller_name as "callerName", c.feeling, c.words,
  c.risk, c.did, c.passed_to as "passedTo", c.agreed, c.note_id as "noteId"
  from helpline_call c left join account o on o.id = c.operator_id`

const missedShownInHours = 24
const closedReadInDays = 30

/** Calls that wait, are being taken, or were missed in the last day, those that wait longest first. */
export async function listOpenCalls({ db, now }: Reading, helplineId: string): Promise<Call[]> {
  const { rows } = await sql<Call>`select ${columns} where c.helpline_id = ${helplineId} and c.closed_at is null
    and (c.operator_id is not null or c.rang_at > ${now}::timestamptz - ${missedShownInHours} * interval '1 hour')
    order by c.operator_id is not null, c.rang_at limit 100`.execute(db)
  return rows
}

/**
 * A call that the reader has a use for: one that is open, their own, of somebody whom the next call may be of, or of the last weeks.
 * A manager reads all.
 *
 * @throws Refusal `helpline.call-not-found`
 */
export async function getCall({ db, actor, now }: Reading, id: string): Promise<Call> {
  const isManager = actor.roles.includes('MANAGER')
  const { rows } = await sql<Call>`select ${columns} where c.id = ${id} and (${isManager} or c.closed_at is null
    or c.operator_id = ${actor.userId} or c.person_id is not null
    or c.closed_at > ${now}::timestamptz - ${closedReadInDays} * interval '1 day')`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'helpline.call-not-found')
  return rows[0]
}

/** The last calls of somebody that were written up, newest first. */
export async function listEarlierCalls({ db }: Reading, caseId: string, most: number): Promise<Call[]> {
  const { rows } = await sql<Call>`select ${columns} where c.case_id = ${caseId} and c.closed_at is not null
    order by c.rang_at desc limit ${most}`.execute(db)
  return rows
}

export interface NewCall {
  helplineId: string
  /** The call-back that this call answers; who it is about and what is known comes along. */
  callBackId?: string
  draft?: Record<string, string | string[]>
}

/** A call that the operator holds in the hand already. @returns its id. */
export async function insertCall({ db, actor, now }: Change, call: NewCall): Promise<string> {
  const id = newId()
  await sql`insert into helpline_call (id, helpline_id, rang_at, answered_at, operator_id, taken_at, draft, answers_call_back_id,
      owner_agency_id, subject_category, basis)
    values (${id}, ${call.helplineId}, ${now}, ${now}, ${actor.userId}, ${now}, ${JSON.stringify(call.draft ?? {})}::jsonb,
      ${call.callBackId ?? null}, ${actor.agencyId}, 'OTHER', 'SELF_REPORT')`.execute(db)
  return id
}

/** Takes a call that waits, or takes over one from a colleague. @returns whether it was still open. */
export async function updateOperator({ db, actor, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update helpline_call set operator_id = ${actor.userId}, taken_at = ${now},
      answered_at = coalesce(answered_at, case when hung_up_at is null then ${now}::timestamptz end)
    where id = ${id} and closed_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** Keeps what was typed. @returns whether the call is open and the actor's. */
export async function updateDraft(
  { db, actor, now }: Change,
  id: string,
  draft: Record<string, string | string[] | undefined>,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update helpline_call set draft = ${JSON.stringify(draft)}::jsonb, saved_at = ${now}
    where id = ${id} and closed_at is null and operator_id = ${actor.userId}`.execute(db)
  return numAffectedRows === 1n
}

export interface WrittenCall {
  caller: Caller
  personId: string | null
  caseId: string | null
  callerName: string
  feeling: Feeling
  words: string
  risk: Risk
  did: readonly Deed[]
  passedTo: readonly string[]
  agreed: string
}

/** Who it is and what was said; it stays open, so that its note can follow. @returns as `updateDraft`. */
export async function updateWritten({ db, actor }: Change, id: string, call: WrittenCall): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update helpline_call set caller = ${call.caller}, person_id = ${call.personId}, case_id = ${call.caseId},
      caller_name = ${call.callerName}, feeling = ${call.feeling}, words = ${call.words}, risk = ${call.risk}, did = ${[...call.did]}::text[],
      passed_to = ${[...call.passedTo]}::text[], agreed = ${call.agreed}, draft = '{}', saved_at = null,
      subject_category = (case when ${call.personId}::uuid is null then 'OTHER' else 'CONVICTED' end)::subject_category
    where id = ${id} and closed_at is null and operator_id = ${actor.userId}`.execute(db)
  return numAffectedRows === 1n
}

/** Closes a call that is written up. @returns as `updateDraft`. */
export async function updateClosed({ db, now }: Change, id: string, noteId: string | null): Promise<boolean> {
  const { numAffectedRows } = await sql`update helpline_call set closed_at = ${now}, note_id = ${noteId},
      hung_up_at = coalesce(hung_up_at, ${now}::timestamptz) where id = ${id} and closed_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** Keeps a call as a note of mentoring of its case. @returns its id, or null where the line's agency may write none there. */
export async function insertNoteOfCall({ db, now }: Change, callId: string, body: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    select keep_note_of_call(${callId}, ${newId()}, ${body}, ${now}::timestamptz) as id`.execute(db)
  return rows[0]!.id
}
