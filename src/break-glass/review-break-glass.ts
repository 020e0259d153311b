import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Finding, updateFinding } from './queries.ts'

export interface Review {
  finding: Finding
  /** 20 to 1,000 characters. */
  words: string
}

/**
 * Says whether it was right to break the glass: once, by a manager of the agency that answers for the record, or a coordinator once it
 * is late, and never by who did it.
 *
 * @throws Refusal `break-glass.not-found` to anybody else, and when it was reviewed already.
 */
export async function reviewBreakGlass(change: Change, id: string, review: Review): Promise<void> {
  if (!(await updateFinding(change, id, review))) throw new Refusal('not found', 'break-glass.not-found')
  change.record({
    name: 'break-glass.reviewed',
    subjectId: id,
    fieldGroup: 'administration',
    details: { finding: review.finding },
  })
}
