import { getCaseSubject } from '../../cases/index.ts'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { listGoals } from '../queries/goals.ts'
import { insertReview } from '../queries/reviews.ts'
import { listSteps } from '../queries/steps.ts'
import type { Agreement, AspireStage, EpicsStage } from './stages.ts'
import { contentOf } from './versions.ts'

export interface ReviewFields {
  reviewedOn: Day
  agreement: Agreement
  /** Why, in the person's own words: up to 2,000 characters; needed where they do not agree. */
  ownWords: string
  /** What the person brought in, in their own words: up to 2,000 characters. */
  contribution: string
  /** Accounts of the workers who were there. */
  presentIds: readonly string[]
  /** Who else was there: up to 300 characters. */
  othersPresent: string
  epicsStage: EpicsStage
  aspireStage: AspireStage
  nextOn: Day | null
}

/**
 * Keeps a review: what the person says to the plan, who was there, and the plan as it is now, as its next version.
 *
 * @param number - of the version that it makes, as the worker saw it coming.
 * @throws Refusal `case.not-found`; `step.plan-closed`; `plan-review.meanwhile` when another worker reviewed first.
 */
export async function reviewPlan(change: Change, caseId: string, number: number, fields: ReviewFields): Promise<void> {
  const { personId, mayWrite } = await getCaseSubject(change, caseId, 'plan')
  if (!mayWrite) throw new Refusal('not allowed', 'step.plan-closed')
  const content = contentOf(await listGoals(change, caseId), await listSteps(change, caseId))
  const id = newId()
  if (!(await insertReview(change, { id, caseId, personId, number, content }, fields)))
    throw new Refusal('conflict', 'plan-review.meanwhile')
  const details = { number, agreement: fields.agreement }
  change.record({ name: 'plan.reviewed', subjectId: id, caseId, personId, fieldGroup: 'plan', details })
}
