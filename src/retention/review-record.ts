import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { findKeptRecord, type Review, upsertReview } from './queries/due.ts'

/**
 * Decides about a record that fell due for review: keep it until a day, or let it be disposed of, which two people still do.
 *
 * @throws Refusal `retention.not-found` when nothing of the person is due for this manager.
 */
export async function reviewRecord(change: Change, review: Review): Promise<void> {
  const { personId, decision } = review
  const kept = await findKeptRecord(change, personId)
  if (!kept?.due.some((due) => due.class === review.class)) throw new Refusal('not found', 'retention.not-found')
  await upsertReview(change, review)
  const details = { class: review.class, decision, keepUntilOn: review.keepUntilOn }
  change.record({ name: 'retention.reviewed', subjectId: personId, personId, fieldGroup: 'administration', details })
}
