import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { NewSession } from '../record-session.ts'
import type { Reason, SessionKind, Tag } from '../session-kinds.ts'

export interface Session {
  id: string
  caseId: string
  personId: string
  personName: string
  kind: SessionKind
  reason: Reason | null
  tags: Tag[]
  lengthInMinutes: number | null
  happenedOn: string
  nextOn: string | null
  workerId: string
  workerName: string
  isFromWing: boolean
  /** Null where nothing was said, or the reader does not see the notes. */
  noteId: string | null
  noteVersion: number | null
  /** The beginning of the note. */
  line: string | null
  isOpen: boolean
}

const shown = sql`
  k.id, k.case_id as "caseId", k.person_id as "personId", coalesce(s.shown_name, '') as "personName", k.kind, k.reason, k.tags,
  k.length_in_minutes as "lengthInMinutes", k.happened_on as "happenedOn", k.next_on as "nextOn", k.worker_id as "workerId",
  coalesce(a.name, '') as "workerName", k.is_from_wing as "isFromWing", n.id as "noteId", n.version as "noteVersion",
  left(n.body, 200) as line, s.is_open as "isOpen"
  from key_work_session k left join case_summary s on s.case_id = k.case_id left join account a on a.id = k.worker_id
  left join note n on n.id = k.note_id`

/** What became of the key work with one person, the latest first. */
export async function listSessions({ db }: Reading, caseId: string): Promise<Session[]> {
  const { rows } = await sql<Session>`
    select ${shown} where k.case_id = ${caseId} and k.withdrawn_at is null
    order by k.happened_on desc, k.made_at desc limit 60`.execute(db)
  return rows
}

/** @throws Refusal `key-work.not-found`, withdrawn ones too. */
export async function getSession(reading: Reading, id: string): Promise<Session> {
  const found = await findSession(reading, id)
  if (!found) throw new Refusal('not found', 'key-work.not-found')
  return found
}

export async function findSession({ db }: Reading, id: string): Promise<Session | undefined> {
  const { rows } = await sql<Session>`select ${shown} where k.id = ${id} and k.withdrawn_at is null`.execute(db)
  return rows[0]
}

/** Whom a case is about, and whether the actor may write notes there; undefined where they see no such case. */
export async function findWritableCase({ db }: Reading, caseId: string) {
  const { rows } = await sql<{ personId: string; isOpen: boolean; mayWrite: boolean }>`
    select c.person_id as "personId", c.ended_on is null as "isOpen", exists (select from sight x where x.case_id = c.id
      and 'notes' = any(x.writes)) as "mayWrite"
    from case_file c where c.id = ${caseId}`.execute(db)
  return rows[0]
}

export async function insertSession(
  { db, actor, now }: Change,
  session: NewSession & { caseId: string; personId: string; noteId: string | undefined },
): Promise<void> {
  await db
    .insertInto('key_work_session')
    .values({
      id: session.id,
      case_id: session.caseId,
      person_id: session.personId,
      agency_id: actor.agencyId,
      note_id: session.noteId ?? null,
      worker_id: actor.userId,
      kind: session.kind,
      reason: session.reason ?? null,
      tags: [...session.tags],
      length_in_minutes: session.lengthInMinutes ?? null,
      happened_on: session.happenedOn,
      next_on: session.nextOn ?? null,
      is_from_wing: session.isFromWing ?? false,
      made_at: now,
      owner_agency_id: actor.agencyId,
    })
    .execute()
}

export async function updateWithdrawn({ db, now }: Change, id: string): Promise<void> {
  await sql`update key_work_session set withdrawn_at = ${now}, version = version + 1 where id = ${id}`.execute(db)
}

/** The actor's own of the last day that were written on a wing without a network. */
export async function listSentLately({ db, actor, now }: Reading): Promise<Session[]> {
  const { rows } = await sql<Session>`
    select ${shown} where k.worker_id = ${actor.userId} and k.is_from_wing and k.withdrawn_at is null
      and k.made_at > ${new Date(now.getTime() - 86_400_000)} order by k.made_at desc limit 50`.execute(db)
  return rows
}
