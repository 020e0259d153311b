import { type Day, dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import type { SessionKind } from './kinds.ts'
import { getMatch } from './queries/matches.ts'
import { findOwnMentor } from './queries/mentors.ts'
import { insertSession, updateWithdrawn } from './queries/sessions.ts'

export interface Said {
  kind: SessionKind
  happenedOn: Day
  /** 5 to 1440; null where nobody came. */
  minutes: number | null
  topics: readonly string[]
  words: string
}

/**
 * Writes down that a mentor and the person met, spoke, or that nobody came.
 *
 * @throws Refusal `mentor-match.not-found`; `mentor-match.not-signed` before the risk assessment is; `mentor-match.ended`; `mentor.on-behalf` to a
 *   manager who writes for a mentor who signs in themself.
 */
export async function logSession(change: Change, matchId: string, said: Said): Promise<string> {
  const today = dayAt(change.now)
  const match = await getMatch(change, matchId, today)
  if (match.state === 'ENDED' && (match.endedOn ?? today) < said.happenedOn)
    throw new Refusal('conflict', 'mentor-match.ended')
  if (!match.riskSignedAt || said.happenedOn < dayAt(match.riskSignedAt))
    throw new Refusal('conflict', 'mentor-match.not-signed')
  if (match.mentorAccountId && match.mentorAccountId !== change.actor.userId)
    throw new Refusal('not allowed', 'mentor.on-behalf')
  const id = newId()
  const { caseId, personId, mentorId } = match
  await insertSession(change, { id, mentorId, match: { id: matchId, caseId, personId }, ...said })
  change.record({
    name: 'mentoring.logged',
    subjectId: id,
    caseId,
    personId,
    fieldGroup: 'mentoring',
    details: { kind: said.kind },
  })
  return id
}

/** One contact with somebody who has no match: nothing of who it was. @throws Refusal `mentor.not-found` to who is no mentor. */
export async function logContact(change: Change, said: Said): Promise<string> {
  const own = await findOwnMentor(change)
  if (!own) throw new Refusal('not found', 'mentor.not-found')
  const id = newId()
  await insertSession(change, { id, mentorId: own.id, ...said })
  change.record({ name: 'mentoring.logged', subjectId: id, fieldGroup: 'administration', details: { kind: said.kind } })
  return id
}

/** Takes one's own back that was logged by mistake. @throws Refusal `mentoring.not-yours` */
export async function withdrawSession(change: Change, id: string): Promise<void> {
  const of = await updateWithdrawn(change, id)
  if (!of) throw new Refusal('not allowed', 'mentoring.not-yours')
  const about = of.caseId && of.personId ? { caseId: of.caseId, personId: of.personId } : {}
  change.record({
    name: 'mentoring.withdrawn',
    subjectId: id,
    fieldGroup: of.caseId ? 'mentoring' : 'administration',
    ...about,
  })
}
