import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { getSchedule, insertSchedule, updateCoolingOff, updateRetired } from './queries/schedule.ts'
import type { Rule } from './rules.ts'

/**
 * Makes the next edition of the schedule; what falls due follows at once, and what is disposed of still needs two people.
 *
 * @param next.edition - the one that was edited.
 * @param next.coolingOffInDays - 0 to 90: how long an approved disposal can be taken back.
 * @throws Refusal `schedule.changed-meanwhile` when a newer edition is in force.
 */
export async function changeSchedule(
  change: Change,
  next: { edition: number; rules: Rule[]; coolingOffInDays: number },
): Promise<void> {
  const { id: oldId, edition, jurisdiction } = await getSchedule(change)
  const isCurrent = edition === next.edition && (await updateRetired(change, oldId))
  if (!isCurrent) throw new Refusal('conflict', 'schedule.changed-meanwhile')
  const id = newId()
  await insertSchedule(change, { id, jurisdiction, edition: edition + 1, rules: next.rules })
  await updateCoolingOff(change, next.coolingOffInDays)
  const details = { edition: edition + 1, rules: next.rules.map(({ source: _source, ...rule }) => rule) }
  change.record({ name: 'retention-schedule.changed', subjectId: id, fieldGroup: 'administration', details })
}
