import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { type EmergencyNumber, insertNumber, updateNumber, updateNumberRemoved } from './queries/numbers.ts'

type Said = Pick<EmergencyNumber, 'name' | 'phone' | 'usedWhen' | 'isEmergency'>

/** Adds a number to those of the partnership's country. */
export async function addNumber(change: Change, said: Said): Promise<void> {
  const id = await insertNumber(change, said)
  change.record({ name: 'helpline.number-added', subjectId: id, fieldGroup: 'administration' })
}

/** @throws Refusal `helpline.number-changed` where somebody changed or removed it meanwhile */
export async function changeNumber(
  change: Change,
  id: string,
  { version, ...said }: Said & { version: number },
): Promise<void> {
  if (!(await updateNumber(change, id, version, said))) throw new Refusal('conflict', 'helpline.number-changed')
  change.record({ name: 'helpline.number-changed', subjectId: id, fieldGroup: 'administration' })
}

/** @throws as `changeNumber` */
export async function removeNumber(change: Change, id: string, version: number): Promise<void> {
  if (!(await updateNumberRemoved(change, id, version))) throw new Refusal('conflict', 'helpline.number-changed')
  change.record({ name: 'helpline.number-removed', subjectId: id, fieldGroup: 'administration' })
}
