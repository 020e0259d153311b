import { getService } from '../directory/index.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { endTime, insertTime, type NewTime } from './queries/times.ts'

/**
 * Says when a service of the directory is on a wing of the actor's prison.
 *
 * @throws Refusal `wing-time.no-prison` for any other agency; `service.not-found` for one that is not in the directory or was taken out.
 */
export async function addTime(change: Change, time: NewTime): Promise<void> {
  if (change.actor.agencyKind !== 'prison') throw new Refusal('not allowed', 'wing-time.no-prison')
  const { withdrawnAt } = await getService(change, time.serviceId)
  if (withdrawnAt) throw new Refusal('not found', 'service.not-found')
  const id = await insertTime(change, time)
  const { serviceId, wing, weekdays } = time
  change.record({
    name: 'wing-time.added',
    subjectId: id,
    fieldGroup: 'administration',
    details: { serviceId, wing, weekdays },
  })
}

/** The service comes no longer at that time. @throws Refusal `wing-time.not-found` for another prison's, or one that ended before. */
export async function removeTime(change: Change, id: string): Promise<void> {
  if (!(await endTime(change, id))) throw new Refusal('not found', 'wing-time.not-found')
  change.record({ name: 'wing-time.ended', subjectId: id, fieldGroup: 'administration' })
}
