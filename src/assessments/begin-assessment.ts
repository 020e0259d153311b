import type { Change, Reading } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import {
  getAssessment,
  getCaseForAssessment,
  insertAssessment,
  listAssessments,
  markReset,
  markSkipped,
} from './queries/assessments.ts'
import { deleteDrafts } from './queries/drafts.ts'
import { getPublishedSet } from './queries/question-sets.ts'
import type { AssessmentType } from './question-set.ts'

export const skipReasons = [
  'COMPLETED_IN_OASYS',
  'COMPLETED_IN_ANOTHER_PRISON',
  'EARLY_RELEASE',
  'TRANSFER',
  'OTHER',
] as const
export type SkipReason = (typeof skipReasons)[number]

export const resetReasons = ['RECALL_TO_PRISON', 'RETURN_ON_NEW_SENTENCE', 'OTHER'] as const
export type ResetReason = (typeof resetReasons)[number]

/**
 * Begins the one assessment of a type on a case, with the question set that is published.
 *
 * @returns its id.
 * @throws Refusal `case.not-found`; `assessment.may-not-write`; `assessment.under-way` when one is open, with its id;
 *   `assessment.first-bcst2` when a resettlement plan comes before the first assessment was done or skipped.
 */
export async function beginAssessment(change: Change, caseId: string, type: AssessmentType): Promise<string> {
  return insert(change, caseId, type)
}

/**
 * Says why an assessment is not made here: whether or not somebody began it.
 *
 * @returns its id.
 * @throws Refusal `case.not-found`; `assessment.may-not-write`; `assessment.first-bcst2`.
 */
export async function skipAssessment(
  change: Change,
  caseId: string,
  type: AssessmentType,
  reason: SkipReason,
): Promise<string> {
  const open = (await listAssessments(change, caseId)).find((one) => one.type === type && isUnderWay(one))
  if (!open) return insert(change, caseId, type, reason)
  if (!(await markSkipped(change, open.id, reason))) throw new Refusal('conflict', 'assessment.not-under-way')
  await deleteDrafts(change, open.id)
  record(change, 'assessment.skipped', open, { type, reason })
  return open.id
}

/**
 * Sets an assessment aside so that a new one can begin, as after a recall. Its answers stay, with their dates.
 *
 * @throws Refusal `assessment.not-found`; `assessment.may-not-write`; `assessment.reset-already`.
 */
export async function resetAssessment(change: Change, id: string, reason: ResetReason): Promise<void> {
  const assessment = await getAssessment(change, id)
  await mayWrite(change, assessment.caseId)
  if (!(await markReset(change, id, reason))) throw new Refusal('conflict', 'assessment.reset-already')
  record(change, 'assessment.reset', assessment, { type: assessment.type, reason })
}

interface Marks {
  submittedAt: Date | null
  skippedAt: Date | null
  resetAt: Date | null
}
export const isUnderWay = ({ submittedAt, skippedAt, resetAt }: Marks): boolean =>
  !submittedAt && !skippedAt && !resetAt
const isSettled = ({ submittedAt, skippedAt, resetAt }: Marks) => Boolean((submittedAt || skippedAt) && !resetAt)

async function insert(change: Change, caseId: string, type: AssessmentType, skipReason?: SkipReason): Promise<string> {
  const { personId } = await mayWrite(change, caseId)
  const earlier = await listAssessments(change, caseId)
  if (type === 'RESETTLEMENT_PLAN' && !earlier.some((one) => one.type === 'BCST2' && isSettled(one))) {
    throw new Refusal('conflict', 'assessment.first-bcst2')
  }

  const set = await getPublishedSet(change, type)
  const begun = { id: newId(), caseId, personId, type, questionSetId: set.id }
  const isBegun = await insertAssessment(change, skipReason ? { ...begun, skipReason } : begun)
  if (!isBegun) {
    const open = earlier.find((one) => one.type === type && isUnderWay(one))
    throw new Refusal('conflict', 'assessment.under-way', { assessmentId: open?.id })
  }
  const details = { type, setVersion: set.version, ...(skipReason && { reason: skipReason }) }
  record(change, skipReason ? 'assessment.skipped' : 'assessment.begun', begun, details)
  return begun.id
}

async function mayWrite(reading: Reading, caseId: string) {
  const found = await getCaseForAssessment(reading, caseId)
  if (!found.mayWrite) throw new Refusal('not allowed', 'assessment.may-not-write', { caseId })
  return found
}

function record(
  change: Change,
  name: string,
  about: { id: string; caseId: string; personId: string },
  details: object,
) {
  const { id, caseId, personId } = about
  change.record({ name, subjectId: id, caseId, personId, fieldGroup: 'assessment', details: { ...details } })
}
