import { type Day, dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { findMatches } from './find-matches.ts'
import { refuseUnvetted } from './keep-mentor.ts'
import type { Ending } from './kinds.ts'
import { getMatch, insertMatch, listMentees, type Match, updateEnded, updateGate, updateMentorAnswer, updatePersonAnswer, updateRisk } from './queries/matches.ts' // biome-ignore format: one line
import { getMentor } from './queries/mentors.ts'
import { getWish, insertWish, listFreeMentors, listKeptFrom, menteeOf, type NewWish, updateWishEnded } from './queries/wishes.ts' // biome-ignore format: one line

const answeredAlready = () => new Refusal('conflict', 'mentor-match.answered')

/** Somebody would like a mentor. @returns the id. @throws Refusal `mentee.part-closed` to who may not write of mentoring there. */
export async function askForMentor(change: Change, caseId: string, wish: NewWish): Promise<string> {
  const id = newId()
  const personId = await insertWish(change, id, caseId, wish, dayAt(change.now))
  if (!personId) throw new Refusal('not allowed', 'mentee.part-closed')
  change.record({ name: 'mentee.asked', subjectId: id, caseId, personId, fieldGroup: 'mentoring' })
  return id
}

/** They would not any more. @throws Refusal `mentee.not-found` */
export async function withdrawWish(change: Change, wishId: string): Promise<string> {
  const { caseId, personId } = await getWish(change, wishId)
  if (!(await updateWishEnded(change, wishId))) throw new Refusal('not found', 'mentee.not-found')
  change.record({ name: 'mentee.withdrew', subjectId: wishId, caseId, personId, fieldGroup: 'mentoring' })
  return caseId
}

/**
 * Proposes a mentor, with the reasons as they stand now. Both may say no.
 *
 * @returns the id.
 * @throws Refusal `mentee.not-found`, `mentor.not-vetted`, `mentor-match.not-theirs` where the mentor is full, kept from the person, or not whom
 *   either asked for.
 */
export async function proposeMatch(change: Change, wishId: string, mentorId: string): Promise<string> {
  const today = dayAt(change.now)
  const wish = await getWish(change, wishId)
  refuseUnvetted((await getMentor(change, mentorId)).vettedUntil, today)
  const mentors = (await listFreeMentors(change, today)).filter((each) => each.mentorId === mentorId)
  const [found] = findMatches([menteeOf(wish)], mentors, await listKeptFrom(change), 1).get(wishId)!
  if (!found) throw new Refusal('conflict', 'mentor-match.not-theirs')
  const id = newId()
  const { caseId, personId } = wish
  await insertMatch(change, id, { mentorId, wishId, caseId, personId, reasons: found.reasons })
  change.record({ name: 'mentor-match.proposed', subjectId: id, caseId, personId, fieldGroup: 'mentoring' })
  return id
}

const recorded = (change: Change, name: string, { id, caseId, personId }: Match, details = {}) =>
  change.record({ name: `mentor-match.${name}`, subjectId: id, caseId, personId, fieldGroup: 'mentoring', details })

/** The mentor's own answer; a manager's for a mentor who does not sign in. @throws Refusal `mentor-match.not-found`, `mentor-match.answered` */
export async function answerAsMentor(change: Change, matchId: string, answer: 'YES' | 'NO'): Promise<void> {
  const match = await getMatch(change, matchId, dayAt(change.now))
  if (match.mentorAccountId && match.mentorAccountId !== change.actor.userId)
    throw new Refusal('not allowed', 'mentor-match.mentors-answer')
  if (!(await updateMentorAnswer(change, matchId, answer))) throw answeredAlready()
  recorded(change, 'mentor-answered', match, { answer })
}

/** What the person said, written down by who asked them; never by the mentor. @throws Refusal as above, `mentor-match.own` */
export async function answerForPerson(change: Change, matchId: string, answer: 'YES' | 'NO'): Promise<void> {
  const match = await notOwn(change, matchId)
  if (!(await updatePersonAnswer(change, matchId, answer))) throw answeredAlready()
  recorded(change, 'person-answered', match, { answer })
}

/**
 * Signs the risk assessment, without which nobody is in touch: what the mentor has to know and do, and where the two meet.
 *
 * @throws Refusal `mentor-match.own` to the mentor, `mentor-match.not-agreed` before both said yes, `mentor.not-vetted`.
 */
export async function signRisk(change: Change, matchId: string, words: string, places: string): Promise<void> {
  const match = await notOwn(change, matchId)
  refuseUnvetted((await getMentor(change, match.mentorId)).vettedUntil, dayAt(change.now))
  if (!(await updateRisk(change, matchId, words, places))) throw new Refusal('conflict', 'mentor-match.not-agreed')
  recorded(change, 'risk-signed', match)
}

/** Whether the mentor is at the gate on the day of release. @throws Refusal `mentor-match.no-release` where no day is known. */
export async function answerGate(change: Change, matchId: string, answer: 'YES' | 'NO'): Promise<void> {
  const match = await getMatch(change, matchId, dayAt(change.now))
  const releaseOn = (await listMentees(change)).get(matchId)?.releaseOn
  if (!releaseOn) throw new Refusal('conflict', 'mentor-match.no-release')
  await updateGate(change, matchId, releaseOn, answer)
  recorded(change, 'gate-answered', match, { answer })
}

/** Ends it, with the reason. @throws Refusal `mentor-match.not-found`, `mentor-match.ended` */
export async function endMatch(change: Change, matchId: string, on: Day, why: Ending, words: string): Promise<void> {
  const match = await getMatch(change, matchId, dayAt(change.now))
  if (!(await updateEnded(change, matchId, on, why, words))) throw new Refusal('conflict', 'mentor-match.ended')
  recorded(change, 'ended', match, { why })
}

async function notOwn(change: Change, matchId: string): Promise<Match> {
  const match = await getMatch(change, matchId, dayAt(change.now))
  if (match.mentorAccountId === change.actor.userId) throw new Refusal('not allowed', 'mentor-match.own')
  return match
}
