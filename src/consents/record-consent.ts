import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { answerAfter } from './answers.ts'
import { findAnswer, findSubject, insertConsent, type NewConsent } from './queries/consents.ts'

/**
 * Writes down what the person said about one agency. A no counts at once: where sight rests on consent it ends with this change.
 *
 * @param said.isYes - a no after a yes is kept as a withdrawal.
 * @returns the id.
 * @throws Refusal `case.not-found`; `consent.not-yours-to-record` for who does not work on the whole case, unless it is a no to their
 *   own agency.
 */
export async function recordConsent(
  change: Change,
  caseId: string,
  said: NewConsent & { isYes: boolean },
): Promise<string> {
  const subject = await findSubject(change, caseId)
  if (!subject) throw new Refusal('not found', 'case.not-found')
  const { agencyId, kind, isYes } = said
  if (!subject.mayAsk && (isYes || agencyId !== change.actor.agencyId)) {
    throw new Refusal('not allowed', 'consent.not-yours-to-record')
  }
  const answer = answerAfter(await findAnswer(change, { ...subject, agencyId, kind }), isYes)
  const id = await insertConsent(change, caseId, subject, said, answer)
  const about = { subjectId: id, caseId, personId: subject.personId, fieldGroup: 'identity' as const }
  const name = `${eventOf[kind]}.${answer.toLowerCase()}`
  change.record({ ...about, name, details: { agencyId } })
  return id
}

const eventOf = { SHARING: 'consent', SUPPORT: 'support', STORY: 'story-consent' } as const
