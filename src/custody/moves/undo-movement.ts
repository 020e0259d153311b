import { tellWorkers } from '../../alerts/index.ts'
import type { Change } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { listEntered, updateUndone } from '../queries/movements.ts'

const dayInMs = 86_400_000

/** From when on what somebody entered can still be taken back: 24 hours by the clock, whatever a night of daylight saving does. */
export const undoableSince = (now: Date): Date => new Date(now.getTime() - dayInMs)

/**
 * Takes back a movement that was entered by mistake. It stays in the history as taken back.
 *
 * @returns the case it was about.
 * @throws Refusal `movement.not-found` when the actor did not enter it; `movement.too-late` after 24 hours, when something has
 *   happened since, or when it was taken back already.
 */
export async function undoMovement(change: Change, movementId: string): Promise<{ personId: string }> {
  const entered = await listEntered(change, new Date(0))
  const found = entered.find(({ id }) => id === movementId)
  if (!found) throw new Refusal('not found', 'movement.not-found')
  const isInTime = found.enteredAt >= undoableSince(change.now)
  if (!isInTime || !found.isLast || found.undoneAt) throw new Refusal('conflict', 'movement.too-late')

  if (!(await updateUndone(change, movementId))) throw new Refusal('conflict', 'movement.too-late')
  const { caseId, personId, kind, happenedOn: day } = found
  const about = { caseId, subjectId: movementId, fieldGroup: 'custody', details: { kind, day } } as const
  change.record({ name: 'movement.undone', ...about, personId })
  await tellWorkers(change, { name: 'movement.undone', ...about })
  return { personId }
}
