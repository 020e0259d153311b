import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import type { SessionKind } from '../kinds.ts'
import { shownName } from './shown-name.ts'

export interface NewSession {
  /** Made where it was typed: the second sending of the same id is not done again. */
  id: string
  mentorId: string
  /** Left out for one contact with somebody who has no match. */
  match?: { id: string; caseId: string; personId: string } | undefined
  kind: SessionKind
  happenedOn: Day
  /** 5 to 1440; null where nobody came. */
  minutes: number | null
  topics: readonly string[]
  words: string
}

export interface Session {
  id: string
  mentorId: string
  mentorName: string
  matchId: string | null
  personId: string | null
  personName: string
  kind: SessionKind
  happenedOn: Day
  minutes: number | null
  topics: readonly string[]
  words: string
  madeById: string
}

const chosen = (reading: Reading) => sql`
  select n.id, n.mentor_id as "mentorId", x.name as "mentorName", n.match_id as "matchId", n.person_id as "personId", ${shownName(reading, sql`n.case_id`)} as "personName",
    n.kind, n.happened_on as "happenedOn", n.minutes, n.topics, n.words, n.made_by as "madeById"
  from mentor_session n join mentor x on x.id = n.mentor_id where n.withdrawn_at is null`

/** @returns false where this very session was logged before. */
export async function insertSession({ db, actor, now }: Change, session: NewSession): Promise<boolean> {
  const { id, mentorId, match, kind, happenedOn, minutes, topics, words } = session
  const { numAffectedRows } = await sql`
    insert into mentor_session (id, mentor_id, match_id, case_id, person_id, kind, happened_on, minutes, topics, words, made_by, made_at, owner_agency_id)
    values (${id}, ${mentorId}, ${match?.id ?? null}, ${match?.caseId ?? null}, ${match?.personId ?? null}, ${kind}, ${happenedOn}, ${minutes},
      ${topics}::text[], ${words}, ${actor.userId}, ${now}, ${actor.agencyId})`.execute(db)
  return numAffectedRows === 1n
}

export async function listSessionsOfMatch(reading: Reading, matchId: string): Promise<Session[]> {
  const { rows } =
    await sql<Session>`${chosen(reading)} and n.match_id = ${matchId} order by n.happened_on desc, n.id desc limit 200`.execute(
      reading.db,
    )
  return rows
}

/** What a mentor logged lately, one-off contacts too. */
export async function listSessionsOfMentor(reading: Reading, mentorId: string, limit: number): Promise<Session[]> {
  const { rows } =
    await sql<Session>`${chosen(reading)} and n.mentor_id = ${mentorId} order by n.happened_on desc, n.id desc limit ${limit}`.execute(
      reading.db,
    )
  return rows
}

/** @returns whether it was the actor's and stood. */
export async function updateWithdrawn(
  { db, actor, now }: Change,
  id: string,
): Promise<{ personId: string | null; caseId: string | null } | undefined> {
  const { rows } = await sql<{
    personId: string | null
    caseId: string | null
  }>`update mentor_session set withdrawn_at = ${now}
    where id = ${id} and made_by = ${actor.userId} and withdrawn_at is null returning person_id as "personId", case_id as "caseId"`.execute(
    db,
  )
  return rows[0]
}
