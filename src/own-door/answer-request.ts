import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { updateAnswer } from './queries/requests.ts'

/**
 * Answers what the person said; they read it the next time they come in. An answer stays as it was given.
 *
 * @param answer - 1 to 2,000 characters.
 * @throws Refusal `page.not-found` when the actor may not answer it or somebody has answered already.
 */
export async function answerRequest(change: Change, caseId: string, requestId: string, answer: string): Promise<void> {
  const answered = await updateAnswer(change, caseId, requestId, answer)
  if (!answered) throw new Refusal('not found', 'page.not-found')
  const { personId } = answered
  change.record({ name: 'own-door.answered', subjectId: requestId, caseId, personId, fieldGroup: 'plan' })
}
