import { getCaseSubject } from '../cases/index.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { endCaution, insertCaution, insertClearance, listReviews, type NewCaution } from './queries/cautions.ts'

/**
 * Writes down what has to be known before somebody sits in a group. It stands with the risk.
 *
 * @throws Refusal `case.not-found`; `course.risk-closed` for whoever may not write of the risk.
 */
export async function writeCaution(change: Change, caseId: string, caution: NewCaution): Promise<void> {
  const { personId } = await mayReview(change, caseId)
  const id = await insertCaution(change, { caseId, personId }, caution)
  change.record({ name: 'caution.written', subjectId: id, caseId, personId, fieldGroup: 'risk' })
}

/** @throws Refusal as `writeCaution`; `course.caution-not-found` */
export async function liftCaution(change: Change, caseId: string, cautionId: string): Promise<void> {
  const { personId } = await mayReview(change, caseId)
  if (!(await endCaution(change, caseId, cautionId))) throw new Refusal('not found', 'course.caution-not-found')
  change.record({ name: 'caution.lifted', subjectId: cautionId, caseId, personId, fieldGroup: 'risk' })
}

/**
 * Somebody who sees the risk says whether this person may be in this group as it is now. Whoever comes into it later is looked at anew.
 *
 * @throws Refusal as `writeCaution`; `course.place-not-found` where nobody has to be asked about that place.
 */
export async function decideOnPlace(
  change: Change,
  caseId: string,
  placeId: string,
  isAllowed: boolean,
): Promise<void> {
  const { personId } = await mayReview(change, caseId)
  const review = (await listReviews(change, caseId)).find((each) => each.placeId === placeId)
  if (!review) throw new Refusal('not found', 'course.place-not-found')
  await insertClearance(change, { caseId, personId, placeId, isAllowed, withPlaceIds: review.memberIds })
  change.record({
    name: 'course.place-decided',
    subjectId: placeId,
    caseId,
    personId,
    fieldGroup: 'risk',
    details: { isAllowed },
  })
}

async function mayReview(change: Change, caseId: string) {
  const subject = await getCaseSubject(change, caseId, 'risk')
  if (!subject.mayWrite) throw new Refusal('not allowed', 'course.risk-closed')
  return subject
}
