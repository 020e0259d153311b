import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Reason } from '../find-matches.ts'
import type { Ending, MatchState } from '../kinds.ts'
import { shownName } from './shown-name.ts'

export interface Match {
  id: string
  mentorId: string
  mentorName: string
  mentorAccountId: string | null
  caseId: string
  personId: string
  /** '' where the reader sees no such case: a mentor reads theirs from `listMentees`. */
  personName: string
  reasons: readonly Reason[]
  proposedAt: Date
  state: MatchState
  mentorAnswer: 'YES' | 'NO' | null
  personAnswer: 'YES' | 'NO' | null
  riskWords: string
  riskPlaces: string
  riskSignedBy: string | null
  riskSignedAt: Date | null
  gateAnswer: 'YES' | 'NO' | null
  gateOn: Day | null
  endedOn: Day | null
  endedWhy: Ending | null
  endedWords: string
  sessions: number
  lastOn: Day | null
  /** Days since they were last in touch, or since the risk was signed. */
  quietDays: number | null
}

const chosen = (reading: Reading, on: Day) => sql`
  select m.id, m.mentor_id as "mentorId", x.name as "mentorName", x.account_id as "mentorAccountId", m.case_id as "caseId", m.person_id as "personId",
    ${shownName(reading, sql`m.case_id`)} as "personName", m.reasons, m.proposed_at as "proposedAt",
    case when m.ended_on is not null then 'ENDED' when 'NO' in (m.mentor_answer, m.person_answer) then 'DECLINED' when m.risk_signed_at is not null then 'READY'
      when m.mentor_answer = 'YES' and m.person_answer = 'YES' then 'AGREED' else 'PROPOSED' end as state,
    m.mentor_answer as "mentorAnswer", m.person_answer as "personAnswer", m.risk_words as "riskWords", m.risk_places as "riskPlaces",
    r.name as "riskSignedBy", m.risk_signed_at as "riskSignedAt", m.gate_on as "gateOn", m.gate_answer as "gateAnswer", m.ended_on as "endedOn",
    m.ended_why as "endedWhy", m.ended_words as "endedWords", coalesce(t.sessions, 0)::int as sessions, t.last_on as "lastOn",
    case when m.risk_signed_at is not null and m.ended_on is null then ${on}::date - coalesce(t.last_on, m.risk_signed_at::date) end as "quietDays"
  from mentor_match m join mentor x on x.id = m.mentor_id left join account r on r.id = m.risk_signed_by
  left join lateral (select count(*) filter (where n.kind <> 'MISSED') as sessions, max(n.happened_on) filter (where n.kind <> 'MISSED') as last_on
    from mentor_session n where n.match_id = m.id and n.withdrawn_at is null) t on true`

/** Matches of one mentor or of all, those that go on first. */
export async function listMatches(reading: Reading, on: Day, mentorId?: string): Promise<Match[]> {
  const { rows } =
    await sql<Match>`${chosen(reading, on)} where ${mentorId ?? null}::uuid is null or m.mentor_id = ${mentorId ?? null}::uuid
    order by m.ended_on is not null, m.proposed_at desc, m.id limit 500`.execute(reading.db)
  return rows
}

/** @throws Refusal `mentor-match.not-found` */
export async function getMatch(reading: Reading, id: string, on: Day): Promise<Match> {
  const { rows } = await sql<Match>`${chosen(reading, on)} where m.id = ${id}`.execute(reading.db)
  if (!rows[0]) throw new Refusal('not found', 'mentor-match.not-found')
  return rows[0]
}

export async function listMatchesOfCase(reading: Reading, caseId: string, on: Day): Promise<Match[]> {
  const { rows } =
    await sql<Match>`${chosen(reading, on)} where m.case_id = ${caseId} order by m.proposed_at desc limit 20`.execute(
      reading.db,
    )
  return rows
}

/** What a mentor is shown of whom they walk with. */
export interface Mentee {
  matchId: string
  /** '' until they said yes. */
  called: string
  staysAt: string
  languages: readonly string[]
  releaseOn: Day | null
  isOut: boolean
}

export async function listMentees({ db }: Reading): Promise<Map<string, Mentee>> {
  const { rows } =
    await sql<Mentee>`select match_id as "matchId", called, stays_at as "staysAt", languages, release_on as "releaseOn", is_out as "isOut"
    from own_mentees()`.execute(db)
  return new Map(rows.map((row) => [row.matchId, row]))
}

export interface NewMatch {
  mentorId: string
  wishId: string
  caseId: string
  personId: string
  reasons: readonly string[]
}

export async function insertMatch({ db, actor, now }: Change, id: string, match: NewMatch): Promise<void> {
  const { mentorId, wishId, caseId, personId, reasons } = match
  await sql`insert into mentor_match (id, mentor_id, case_id, person_id, wish_id, reasons, proposed_by, proposed_at, owner_agency_id)
    values (${id}, ${mentorId}, ${caseId}, ${personId}, ${wishId}, ${reasons}::text[], ${actor.userId}, ${now}, ${actor.agencyId})`.execute(
    db,
  )
}

const move = async ({ db }: Change, id: string, set: ReturnType<typeof sql>, where: ReturnType<typeof sql>) => {
  const { numAffectedRows } =
    await sql`update mentor_match set ${set}, version = version + 1 where id = ${id} and ended_on is null and ${where}`.execute(
      db,
    )
  return numAffectedRows === 1n
}

export const updateMentorAnswer = (change: Change, id: string, answer: 'YES' | 'NO') =>
  move(change, id, sql`mentor_answer = ${answer}, mentor_answered_at = ${change.now}`, sql`mentor_answer is null`)
export const updatePersonAnswer = (change: Change, id: string, answer: 'YES' | 'NO') =>
  move(change, id, sql`person_answer = ${answer}, person_answered_at = ${change.now}`, sql`person_answer is null`)
export const updateRisk = (change: Change, id: string, words: string, places: string) =>
  move(
    change,
    id,
    sql`risk_words = ${words}, risk_places = ${places}, risk_signed_by = ${change.actor.userId}, risk_signed_at = ${change.now}`,
    sql`mentor_answer = 'YES' and person_answer = 'YES'`,
  )
export const updateGate = (change: Change, id: string, on: Day, answer: 'YES' | 'NO') =>
  move(
    change,
    id,
    sql`gate_on = ${on}, gate_answer = ${answer}, gate_answered_at = ${change.now}`,
    sql`risk_signed_at is not null`,
  )
export const updateEnded = (change: Change, id: string, on: Day, why: Ending, words: string) =>
  move(
    change,
    id,
    sql`ended_on = ${on}, ended_why = ${why}, ended_words = ${words}, ended_by = ${change.actor.userId}`,
    sql`true`,
  )
