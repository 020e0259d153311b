import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Complaint, getComplaint, updateAcknowledged, updateAnswered, updateEscalated } from './queries.ts'

/** Says to the person that it was read. @throws Refusal `complaint.not-found`, `complaint.decided` when it was said already. */
export async function acknowledgeComplaint(change: Change, id: string): Promise<void> {
  const complaint = await getHandled(change, id)
  if (!(await updateAcknowledged(change, id))) throw new Refusal('conflict', 'complaint.decided')
  record(change, complaint, 'complaint.acknowledged')
}

/** Answers it; the person reads the words at their own door. @throws Refusal as above. */
export async function answerComplaint(change: Change, id: string, answer: string): Promise<void> {
  const complaint = await getHandled(change, id)
  if (!(await updateAnswered(change, id, answer))) throw new Refusal('conflict', 'complaint.decided')
  record(change, complaint, 'complaint.answered')
}

/** Writes down that the person took it to the regulator. @throws Refusal as above. */
export async function escalateComplaint(change: Change, id: string): Promise<void> {
  const complaint = await getHandled(change, id)
  if (!(await updateEscalated(change, id))) throw new Refusal('conflict', 'complaint.decided')
  record(change, complaint, 'complaint.escalated')
}

async function getHandled(change: Change, id: string): Promise<Complaint> {
  const complaint = await getComplaint(change, id)
  if (!complaint.mayHandle) throw new Refusal('not found', 'complaint.not-found')
  return complaint
}

function record(change: Change, { id, personId }: Complaint, name: string): void {
  change.record({ name, subjectId: id, personId, fieldGroup: 'administration' })
}
