import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import {
  type Capacity,
  endAbsence,
  findColleague,
  insertAbsence,
  listAbsences,
  type NewAbsence,
  updateCover,
  upsertCapacity,
} from './queries/workers.ts'

/** Keeps what a colleague can hold. For managers. @throws Refusal `allocation.no-colleague` */
export async function keepCapacity(change: Change, accountId: string, said: Capacity): Promise<void> {
  if (!(await findColleague(change, accountId))) throw new Refusal('not found', 'allocation.no-colleague')
  await upsertCapacity(change, accountId, said)
  change.record({ name: 'allocation.capacity-set', subjectId: accountId, fieldGroup: 'administration' })
}

/**
 * Says that a worker is away: their own, or a colleague's by a manager, who alone names who stands in.
 *
 * @throws Refusal `allocation.no-colleague`; `allocation.already-away` when they are away on one of the days already;
 *   `allocation.cover-away` when who stands in is away themselves.
 */
export async function stateAbsence(change: Change, accountId: string, said: NewAbsence): Promise<void> {
  const isOwn = accountId === change.actor.userId
  const isManager = change.actor.may.has('manage workloads')
  if (!isOwn && !isManager) throw new Refusal('not allowed', 'allocation.no-colleague')
  if (!(await findColleague(change, accountId))) throw new Refusal('not found', 'allocation.no-colleague')
  if (await isAwayDuring(change, accountId, said)) throw new Refusal('conflict', 'allocation.already-away')
  await refuseAwayCover(change, said)
  const coverId = isManager ? said.coverId : null
  const subjectId = await insertAbsence(change, accountId, { ...said, coverId })
  const details = { accountId, ...(coverId && { coverId }) }
  change.record({ name: 'allocation.absence-stated', subjectId, fieldGroup: 'administration', details })
}

/** Somebody came back sooner, or never went: whoever stood in no longer does. @throws Refusal `allocation.no-absence` */
export async function comeBack(change: Change, id: string): Promise<string> {
  const accountId = await endAbsence(change, id)
  if (!accountId) throw new Refusal('not found', 'allocation.no-absence')
  change.record({
    name: 'allocation.absence-ended',
    subjectId: id,
    fieldGroup: 'administration',
    details: { accountId },
  })
  return accountId
}

/** Names who stands in, or nobody. For managers. @throws Refusal `allocation.no-absence`; `allocation.cover-away` */
export async function nameCover(
  change: Change,
  { id, ...during }: { id: string; fromOn: string; untilOn: string },
  coverId: string | null,
): Promise<void> {
  await refuseAwayCover(change, { ...during, coverId })
  const accountId = await updateCover(change, id, coverId)
  if (!accountId) throw new Refusal('not found', 'allocation.no-absence')
  const details = { accountId, ...(coverId && { coverId }) }
  change.record({ name: 'allocation.cover-named', subjectId: id, fieldGroup: 'administration', details })
}

type Days = Pick<NewAbsence, 'fromOn' | 'untilOn'>

async function refuseAwayCover(change: Change, said: Days & Pick<NewAbsence, 'coverId'>): Promise<void> {
  if (!said.coverId) return
  if (!(await findColleague(change, said.coverId))) throw new Refusal('not found', 'allocation.no-colleague')
  if (await isAwayDuring(change, said.coverId, said)) throw new Refusal('conflict', 'allocation.cover-away')
}

async function isAwayDuring(change: Change, accountId: string, { fromOn, untilOn }: Days): Promise<boolean> {
  const known = await listAbsences(change, accountId)
  return known.some((each) => each.fromOn <= untilOn && each.untilOn >= fromOn)
}
