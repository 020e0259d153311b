import type { Database } from '../platform/database.ts'
import { countAttempt } from './queries/attempts.ts'

const minute = 60_000
/** How long tries are remembered; the pages say "15 minutes". */
const tryWindow = 15 * minute

/** A key, such as `account elena@example.org`, and how often it may be tried in 15 minutes. */
export interface Limit {
  key: string
  most: number
}

/** Counts one try of each key. @returns tries left of the scarcest; below 0 when this one was too many. */
export async function countTry(database: Database, ...limits: Limit[]): Promise<number> {
  const now = database.clock.now()
  const since = new Date(now.getTime() - tryWindow)
  let left = Number.POSITIVE_INFINITY
  for (const { key, most } of limits) left = Math.min(left, most - (await countAttempt(database, key, now, since)))
  return left
}
