import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'

/** Word from the line for a worker, as they read it. */
export interface HandOff {
  id: string
  caseId: string
  personId: string
  /** '' where the reader does not see who it is. */
  name: string
  lineName: string
  linePhone: string
  /** Of the agency that runs the line. */
  agencyName: string
  words: string
  calledAt: Date
  dueOn: Day
  doneAt: Date | null
  doneWords: string
  toAccountId: string
  toName: string
}

/** Keeps the words for a worker, and tells them. @returns its id. */
export async function insertHandOff(
  { db, actor, now }: Change,
  { id: callId, helplineId }: { id: string; helplineId: string },
  { personId, caseId }: { personId: string; caseId: string },
  said: { toAccountId: string; words: string; isAgreed: boolean; dueOn: Day },
): Promise<string> {
  const id = newId()
  await sql`insert into helpline_hand_off (id, helpline_id, call_id, person_id, case_id, to_account_id, words, is_agreed, due_on, made_by,
      made_at, owner_agency_id, basis)
    values (${id}, ${helplineId}, ${callId}, ${personId}, ${caseId}, ${said.toAccountId}, ${said.words}, ${said.isAgreed}, ${said.dueOn},
      ${actor.userId}, ${now}, ${actor.agencyId}, 'SELF_REPORT')`.execute(db)
  await sql`select tell_of_hand_off(${id}, ${now}::timestamptz)`.execute(db)
  return id
}

const columns = sql`o.id, o.case_id as "caseId", o.person_id as "personId", coalesce(s.shown_name, '') as name, o.words, o.made_at as "calledAt",
  o.due_on as "dueOn", o.done_at as "doneAt", o.done_words as "doneWords", o.to_account_id as "toAccountId", t.name as "toName",
  told.line_name as "lineName", told.line_phone as "linePhone", g.name as "agencyName"
  from helpline_hand_off o join account t on t.id = o.to_account_id join agency g on g.id = o.owner_agency_id
  left join case_summary s on s.case_id = o.case_id cross join lateral name_of_helpline(o.id) as told(line_name, line_phone)`

/** What waits for the reader, or for somebody in whose place they stand, the oldest first; then what was done in the last weeks. */
export async function listHandOffs({ db, actor, now }: Reading): Promise<HandOff[]> {
  const { rows } = await sql<HandOff>`select ${columns} where o.to_account_id = any(${actor.audiences}::uuid[])
    and (o.done_at is null or o.done_at > ${now}::timestamptz - interval '28 days')
    order by o.done_at is not null, o.due_on, o.made_at limit 100`.execute(db)
  return rows
}

/** @throws Refusal `helpline.hand-off-not-found` */
export async function getHandOff({ db, actor }: Reading, id: string): Promise<HandOff> {
  const { rows } = await sql<HandOff>`select ${columns} where o.id = ${id} and o.to_account_id = any(${actor.audiences}::uuid[])`.execute(db) // biome-ignore format: one line
  if (!rows[0]) throw new Refusal('not found', 'helpline.hand-off-not-found')
  return rows[0]
}

/** Those of the actor that are not done. */
export async function countHandOffs({ db, actor }: Reading): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from helpline_hand_off
    where to_account_id = any(${actor.audiences}::uuid[]) and done_at is null`.execute(db)
  return rows[0]!.count
}

/** @returns whether it was not done yet. */
export async function updateDone({ db, actor, now }: Change, id: string, words: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update helpline_hand_off set done_at = ${now}, done_by = ${actor.userId}, done_words = ${words}
    where id = ${id} and done_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** Of a line: what was handed on and is not done, for the board. */
export interface OpenHandOff {
  id: string
  dueOn: Day
  toName: string
  toAgency: string
  name: string
}

export async function listOpenHandOffs({ db }: Reading, helplineId: string): Promise<OpenHandOff[]> {
  const { rows } =
    await sql<OpenHandOff>`select o.id, o.due_on as "dueOn", coalesce(w.worker->>'name', '') as "toName", coalesce(w.worker->>'agencyName', '') as "toAgency",
      coalesce(c.known->>'name', '') as name
    from helpline_hand_off o cross join lateral (select read_caller(o.case_id) as known) c
    left join lateral (select e as worker from jsonb_array_elements(c.known->'workers') e where e->>'accountId' = o.to_account_id::text) w on true
    where o.helpline_id = ${helplineId} and o.done_at is null order by o.due_on, o.made_at limit 100`.execute(db)
  return rows
}
