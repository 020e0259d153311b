import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Outcome } from './outcomes.ts'
import { getInduction, updateOutcome } from './queries/inductions.ts'

/**
 * Says in one click how a session went, or, with null, that it was clicked by mistake.
 *
 * @returns whom it is about.
 * @throws Refusal `induction.not-found` where it is of another prison or the person has left; `induction.may-not-change`.
 */
export async function recordOutcome(
  change: Change,
  id: string,
  outcome: Outcome | null,
): Promise<{ personId: string }> {
  const { caseId, personId } = await getInduction(change, id)
  if (!(await updateOutcome(change, id, outcome))) throw new Refusal('not allowed', 'induction.may-not-change')

  const details = { outcome }
  change.record({ name: 'induction.recorded', subjectId: id, caseId, personId, fieldGroup: 'custody', details })
  return { personId }
}
