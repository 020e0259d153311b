import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { insertRun, updateStopped } from './queries/runs.ts'

/** Asks for all records to be compared now and not at night; one that waits or is at work is joined. */
export async function askRun(change: Change): Promise<void> {
  const id = await insertRun(change, false)
  if (id) change.later('find-links', {})
  change.record({ name: 'link-run.asked', subjectId: id ?? change.actor.agencyId, fieldGroup: 'administration' })
}

/** Stops a run: what it looked at is thrown away, and links stay as they were. @throws Refusal `link-run.over` */
export async function stopRun(change: Change, id: string): Promise<void> {
  if (!(await updateStopped(change, id))) throw new Refusal('conflict', 'link-run.over')
  change.record({ name: 'link-run.stopped', subjectId: id, fieldGroup: 'administration' })
}
