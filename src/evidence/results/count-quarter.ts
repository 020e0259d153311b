import { addDays, type Day, dayAt } from '../../platform/calendar-day.ts'
import type { Change } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { countResults, insertQuarter, isCounted, updatePublished } from '../queries/results.ts'
import { safeResults } from './safe-results.ts'

/** Days after a quarter's end at which it is counted: by then its first weeks are over and written down. */
const settledAfter = 30

/** Counts the last quarter that is over, once: a second count would tell of whoever came in between. */
export async function countQuarter(change: Change): Promise<void> {
  const on = lastQuarter(addDays(dayAt(change.now), -settledAfter))
  const isNew = !(await isCounted(change, on))
  if (isNew) await insertQuarter(change, on, safeResults(await countResults(change, on)))
  const details = { quarter: on, isNew }
  change.record({ name: 'results.counted', subjectId: change.actor.userId, fieldGroup: 'administration', details })
}

/** Lets everybody read a quarter. It cannot be taken back: it will have been read. @throws Refusal `results.not-waiting` */
export async function publishQuarter(change: Change, on: Day): Promise<void> {
  if (!(await updatePublished(change, on))) throw new Refusal('conflict', 'results.not-waiting')
  const details = { quarter: on }
  change.record({ name: 'results.published', subjectId: change.actor.agencyId, fieldGroup: 'administration', details })
}

/** The first day of the last quarter that ended before a day. */
export function lastQuarter(day: Day): Day {
  const [year, month] = day.split('-').map(Number) as [number, number]
  const quarter = Math.floor((month - 1) / 3) // of the day itself, from 0
  return quarter === 0 ? `${year - 1}-10-01` : `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`
}
