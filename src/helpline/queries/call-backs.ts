import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Locale } from '../../platform/words.ts'
import type { Outcome } from '../call-codes.ts'

/** A promise to call back. */
export interface CallBack {
  id: string
  helplineId: string
  callId: string
  dueAt: Date
  phone: string
  words: string
  takenById: string | null
  takenByName: string | null
  takenAt: Date | null
  tries: number
  /** Its time has come, and nobody has it in hand. */
  isRinging: boolean
  /** '' for somebody who said no name. */
  name: string
  personId: string | null
  caseId: string | null
  risk: string | null
}

const columns = (
  now: Date,
) => sql`b.id, b.helpline_id as "helplineId", b.call_id as "callId", b.due_at as "dueAt", b.phone, b.words,
  b.taken_by as "takenById", t.name as "takenByName", b.taken_at as "takenAt", b.tries, c.risk, c.person_id as "personId", c.case_id as "caseId",
  b.due_at <= ${now}::timestamptz and (b.taken_at is null or b.taken_at < ${now}::timestamptz - interval '30 minutes') as "isRinging",
  coalesce(read_caller(c.case_id)->>'name', c.caller_name) as name
  from helpline_call_back b join helpline_call c on c.id = b.call_id left join account t on t.id = b.taken_by`

/** Those that are open, the most urgent first. */
export async function listCallBacks({ db, now }: Reading, helplineId: string): Promise<CallBack[]> {
  const { rows } = await sql<CallBack>`select ${columns(now)} where b.helpline_id = ${helplineId} and b.done_at is null
    order by b.due_at, b.id limit 100`.execute(db)
  return rows
}

/** @throws Refusal `helpline.call-back-not-found` where it is done or not the reader's to see. */
export async function getCallBack({ db, now }: Reading, id: string): Promise<CallBack> {
  const { rows } = await sql<CallBack>`select ${columns(now)} where b.id = ${id} and b.done_at is null`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'helpline.call-back-not-found')
  return rows[0]
}

export async function insertCallBack(
  { db, actor, now }: Change,
  { helplineId, callId, dueAt, phone, words }: Pick<CallBack, 'helplineId' | 'callId' | 'dueAt' | 'phone' | 'words'>,
): Promise<string> {
  const id = newId()
  await sql`insert into helpline_call_back (id, helpline_id, call_id, promised_at, due_at, phone, words, made_by, made_at)
    values (${id}, ${helplineId}, ${callId}, ${dueAt}, ${dueAt}, ${phone}, ${words}, ${actor.userId}, ${now})`.execute(
    db,
  )
  return id
}

/** @returns whether nobody was quicker: a call-back is in one hand. */
export async function updateTaken({ db, actor, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update helpline_call_back set taken_by = ${actor.userId}, taken_at = ${now},
      first_taken_at = coalesce(first_taken_at, ${now}::timestamptz)
    where id = ${id} and done_at is null and (taken_at is null or taken_by = ${actor.userId} or taken_at < ${now}::timestamptz - interval '30 minutes')`.execute(
    db,
  )
  return numAffectedRows === 1n
}

/** @returns whether it was the actor's. */
export async function updateOutcome({ db, actor, now }: Change, id: string, outcome: Outcome): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update helpline_call_back set done_at = ${now}, outcome = ${outcome}, tries = tries + 1
    where id = ${id} and done_at is null and taken_by = ${actor.userId}`.execute(db)
  return numAffectedRows === 1n
}

/** Nobody answered: it is put back with another time, and rings again then. @returns as `updateOutcome`. */
export async function updateDueAgain({ db, actor }: Change, id: string, dueAt: Date): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update helpline_call_back set due_at = ${dueAt}, taken_by = null, taken_at = null,
      rung_at = null, told_at = null, tries = tries + 1
    where id = ${id} and done_at is null and taken_by = ${actor.userId}`.execute(db)
  return numAffectedRows === 1n
}

/** Whether something has to ring that does not. */
export async function hasToRing({ db, now }: Reading): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select has_call_back_to_ring(${now}::timestamptz) as is`.execute(db)
  return rows[0]!.is
}

/** Who is told that a call-back is due, or that nobody took it. */
export interface ToTell {
  accountId: string
  email: string
  name: string
  locale: Locale
  lineName: string
  isLate: boolean
}

/** Makes what is due ring. By the system. @returns whom to tell, each once for each time that it rings. */
export async function ringCallBacks({ db, now }: Change): Promise<ToTell[]> {
  const { rows } =
    await sql<ToTell>`select account_id as "accountId", email, name, locale, line_name as "lineName", is_late as "isLate"
    from ring_call_backs(${now}::timestamptz)`.execute(db)
  return rows
}

/** Takes away what nobody has to know any more. By the system. */
export async function tidyHelplines({ db, now }: Change): Promise<number> {
  const { rows } = await sql<{ count: number }>`select tidy_helplines(${now}::timestamptz) as count`.execute(db)
  return rows[0]!.count
}
