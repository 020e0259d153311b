import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { findKeptRecord } from './queries/due.ts'
import { insertHold, type NewHold, updateLifted } from './queries/holds.ts'

/**
 * Says that nothing of a person may be disposed of. It stands at once, also against a disposal that has begun.
 *
 * @param hold.untilOn - the last day; null until somebody lifts it.
 * @throws Refusal `retention.not-found` to whoever may not see the record.
 */
export async function placeHold(change: Change, hold: Omit<NewHold, 'id'>): Promise<string> {
  const { personId } = hold
  if (!(await findKeptRecord(change, personId))) throw new Refusal('not found', 'retention.not-found')
  const id = newId()
  await insertHold(change, { ...hold, id })
  change.record({ name: 'hold.placed', subjectId: id, personId, fieldGroup: 'administration' })
  return id
}

/** @param because - why it need not stand any more. @throws Refusal `hold.not-found` when it is another agency's, or lifted. */
export async function liftHold(change: Change, id: string, because: string): Promise<string> {
  const personId = await updateLifted(change, id, because)
  if (!personId) throw new Refusal('not found', 'hold.not-found')
  change.record({ name: 'hold.lifted', subjectId: id, personId, fieldGroup: 'administration' })
  return personId
}
