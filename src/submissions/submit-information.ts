import { tellWorkers } from '../alerts/index.ts'
import { getCaseFrame } from '../cases/index.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Basis } from './bases.ts'
import { getSubmission, insertSubmission, updateWithdrawn } from './queries.ts'

/**
 * Gives information to those who may write in the notes of a case. It is no part of the record until one of them takes it (R015).
 *
 * @throws Refusal `case.not-found`
 */
export async function submitInformation(
  change: Change,
  caseId: string,
  { words, basis }: { words: string; basis: Basis },
): Promise<string> {
  const { personId } = await getCaseFrame(change, caseId)
  const id = newId()
  await insertSubmission(change, { id, caseId, personId, words, basis })
  change.record({ name: 'submission.made', subjectId: id, caseId, personId, fieldGroup: 'notes' })
  await tellWorkers(change, { caseId, name: 'submission.made', subjectId: id, fieldGroup: 'notes' })
  return id
}

/** Takes back what oneself gave. @throws Refusal `submission.not-found`; `submission.settled` */
export async function withdrawInformation(change: Change, id: string): Promise<string> {
  const { caseId, personId } = await getSubmission(change, id)
  if (!(await updateWithdrawn(change, id))) throw new Refusal('conflict', 'submission.settled')
  change.record({ name: 'submission.withdrawn', subjectId: id, caseId, personId, fieldGroup: 'notes' })
  return caseId
}
