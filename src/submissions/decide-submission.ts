import { tellAccount } from '../alerts/index.ts'
import { writeNote } from '../contacts/index.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { getSubmission, type Submission, updateDecided } from './queries.ts'

/**
 * Takes what a partner gave into the record: as a note by who takes it.
 *
 * @param textOf - what the note says: who gave it, how they know, and their words.
 * @returns the case.
 * @throws Refusal `submission.not-found`; `submission.settled`; `submission.own`; `note.part-closed`.
 */
export async function takeSubmission(change: Change, id: string, textOf: (one: Submission) => string): Promise<string> {
  const given = await getOther(change, id)
  const { caseId, madeAt: happenedAt, basis } = given
  const noteId = await writeNote(change, caseId, {
    kind: 'OTHER',
    part: 'notes',
    body: textOf(given),
    happenedAt,
    basis,
  })
  await decide(change, given, { decision: 'TAKEN', noteId })
  return caseId
}

/** Says no, with a reason that whoever gave it reads. @throws as `takeSubmission` */
export async function declineSubmission(change: Change, id: string, reason: string): Promise<string> {
  const given = await getOther(change, id)
  await decide(change, given, { decision: 'DECLINED', reason })
  return given.caseId
}

async function getOther(change: Change, id: string): Promise<Submission> {
  const given = await getSubmission(change, id)
  if (given.madeById === change.actor.userId) throw new Refusal('not allowed', 'submission.own')
  return given
}

async function decide(change: Change, given: Submission, decided: Parameters<typeof updateDecided>[2]): Promise<void> {
  const { id, caseId, personId, madeById } = given
  if (!(await updateDecided(change, id, decided))) throw new Refusal('conflict', 'submission.settled')
  const name = decided.decision === 'TAKEN' ? 'submission.taken' : 'submission.declined'
  change.record({ name, subjectId: id, caseId, personId, fieldGroup: 'notes' })
  await tellAccount(change, madeById, { caseId, name, subjectId: id })
}
