import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { insertTarget, type NewTarget, updateRemoved } from './queries.ts'

/** Writes down what was promised to a funder. @returns the id. */
export async function setTarget(change: Change, target: NewTarget): Promise<string> {
  const id = newId()
  await insertTarget(change, id, target)
  change.record({
    name: 'target.set',
    subjectId: id,
    fieldGroup: 'administration',
    details: { measure: target.measure },
  })
  return id
}

/** Takes a target off the page. @throws Refusal `target.not-found` */
export async function removeTarget(change: Change, id: string): Promise<void> {
  if (!(await updateRemoved(change, id))) throw new Refusal('not found', 'target.not-found')
  change.record({ name: 'target.removed', subjectId: id, fieldGroup: 'administration' })
}
