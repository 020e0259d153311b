import { dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import {
  insertOverride, insertTarget, recountTargets, type TargetFields, updateOverrideLifted, updateTarget, updateTargetRetired,
} from './queries/keep.ts' // biome-ignore format: a list
import { getTarget } from './queries/targets.ts'
import { contradicts, figuresOf, type Status } from './rag.ts'

/** Promises a result, and counts it at once. @returns its id. @throws Refusal `target.coordinators-only` */
export async function addTarget(change: Change, fields: TargetFields): Promise<string> {
  mustCoordinate(change)
  const id = await insertTarget(change, fields)
  await recountTargets(change, { id })
  const { definition, amount } = fields
  change.record({ name: 'target.added', subjectId: id, fieldGroup: 'administration', details: { definition, amount } })
  return id
}

/**
 * Changes what was promised; what it said before stays beside it with the reason.
 *
 * @throws Refusal `target.not-found`, `target.changed-meanwhile`, `target.coordinators-only`
 */
export async function changeTarget(
  change: Change,
  id: string,
  version: number,
  fields: TargetFields,
  reason: string,
): Promise<void> {
  mustCoordinate(change)
  const was = await getTarget(change, id)
  const isKept = was.version === version && (await updateTarget(change, was, fields, reason))
  if (!isKept) throw new Refusal('conflict', 'target.changed-meanwhile')
  await recountTargets(change, { id })
  const details = { was: was.amount, amount: fields.amount, wasDueOn: was.dueOn, dueOn: fields.dueOn }
  change.record({ name: 'target.changed', subjectId: id, fieldGroup: 'administration', details })
}

/** Takes it off the list, with why. @throws Refusal `target.not-found`, `target.coordinators-only` */
export async function retireTarget(change: Change, id: string, reason: string): Promise<void> {
  mustCoordinate(change)
  if (!(await updateTargetRetired(change, id, reason))) throw new Refusal('not found', 'target.not-found')
  change.record({ name: 'target.retired', subjectId: id, fieldGroup: 'administration' })
}

/**
 * Sets a status by hand. The one that was worked out stays beside it, and where they differ the page says so.
 *
 * @param said.reason - why, from 10 to 500 characters.
 * @throws Refusal `target.not-found`, `target.coordinators-only`
 */
export async function setStatus(change: Change, id: string, said: { status: Status; reason: string }): Promise<void> {
  mustCoordinate(change)
  const target = await getTarget(change, id)
  const figures = figuresOf(target, dayAt(change.now))
  await updateOverrideLifted(change, id)
  await insertOverride(change, target, figures, said)
  const details = { status: said.status, computed: figures.status, contradicts: contradicts(said.status, figures) }
  change.record({ name: 'target.status-set', subjectId: id, fieldGroup: 'administration', details })
}

/** Goes back to the status that was worked out. @throws Refusal `target.not-found`, `target.coordinators-only` */
export async function liftStatus(change: Change, id: string): Promise<void> {
  mustCoordinate(change)
  if (!(await updateOverrideLifted(change, id))) throw new Refusal('not found', 'target.not-found')
  change.record({ name: 'target.status-lifted', subjectId: id, fieldGroup: 'administration' })
}

/** Counts one target anew from the rows. @throws Refusal `target.not-found` */
export async function recountTarget(change: Change, id: string): Promise<void> {
  await getTarget(change, id)
  await recountTargets(change, { id })
  change.record({ name: 'target.counted', subjectId: id, fieldGroup: 'administration' })
}

function mustCoordinate({ actor }: Change): void {
  if (!actor.roles.includes('COORDINATOR')) throw new Refusal('not allowed', 'target.coordinators-only')
}
