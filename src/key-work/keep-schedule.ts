import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { listPrisons, replaceSchedule, type Schedule } from './queries/schedule.ts'

/**
 * Makes the next edition of how often a prison holds sessions, from today. What was expected before stays as it was counted.
 *
 * @throws Refusal `key-work.no-prison` where the actor keeps no schedule for it.
 */
export async function keepSchedule(change: Change, prisonId: string, schedule: Schedule): Promise<void> {
  const prisons = await listPrisons(change, change.actor.may.has('coordinate the partnership'))
  if (!prisons.some(({ id }) => id === prisonId)) throw new Refusal('not found', 'key-work.no-prison')
  const subjectId = await replaceSchedule(change, prisonId, schedule)
  change.record({ name: 'key-work.schedule-made', subjectId, fieldGroup: 'administration', details: { prisonId } })
}
