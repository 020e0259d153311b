import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { getHandOff, updateDone } from './queries/hand-offs.ts'

/** A worker says what they did with word from the line. @throws Refusal `helpline.hand-off-not-found`, `helpline.hand-off-done` */
export async function finishHandOff(change: Change, id: string, words: string): Promise<void> {
  await getHandOff(change, id)
  if (!(await updateDone(change, id, words))) throw new Refusal('conflict', 'helpline.hand-off-done')
  // The person and the case are left out: that somebody called the line is behind the wall, and whoever acts may be before it.
  change.record({ name: 'helpline.hand-off-done', subjectId: id, fieldGroup: 'administration' })
}
