import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { type BreachFields, getBreach, insertBreach, updateBreach } from './queries.ts'

/** Writes a breach into the register of the actor's agency. @returns its id. */
export async function recordBreach(change: Change, fields: BreachFields): Promise<string> {
  const id = newId()
  await insertBreach(change, id, fields)
  const { kinds, risk, peopleCount } = fields
  const details = { kinds, risk, peopleCount }
  change.record({ name: 'breach.recorded', subjectId: id, fieldGroup: 'administration', details })
  return id
}

/**
 * Writes on: who was told, what was learnt.
 *
 * @throws Refusal `breach.not-found`, `breach.changed-meanwhile` when somebody wrote since that version.
 */
export async function changeBreach(change: Change, id: string, version: number, fields: BreachFields): Promise<void> {
  await getBreach(change, id)
  if (!(await updateBreach(change, id, version, fields))) throw new Refusal('conflict', 'breach.changed-meanwhile')
  const details = { risk: fields.risk, isRegulatorTold: fields.regulatorToldAt !== null }
  change.record({ name: 'breach.changed', subjectId: id, fieldGroup: 'administration', details })
}
