import { getPartnership, listAgencies } from '../agencies/index.ts'
import type { Jurisdiction } from '../people/index.ts'
import { dayAt } from '../platform/calendar-day.ts'
import type { Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { ReadingFor } from './read-person.ts'

/**
 * For whom and when a file is read.
 *
 * @throws Refusal `import.not-a-prison` when the actor's agency is no prison: only a prison says who is in it.
 */
export async function prepareReading(reading: Reading): Promise<ReadingFor> {
  const { jurisdiction } = await getPartnership(reading)
  const agency = (await listAgencies(reading)).find(({ id }) => id === reading.actor.agencyId)
  if (agency?.kind !== 'prison') throw new Refusal('not allowed', 'import.not-a-prison')
  return { jurisdiction: jurisdiction as Jurisdiction, agencyCode: agency.code, today: dayAt(reading.now) }
}
