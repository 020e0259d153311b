import { createHmac } from 'node:crypto'
import { addDays, type Day, weekdayOf } from '../../platform/calendar-day.ts'
import { config } from '../../platform/config.ts'
import { keptSecret } from '../../platform/secrets.ts'

const letters = '23456789BCDFGHJKMNPQRSTVWXZ' // none that is read as another, and no vowels for words
const lettersOfCode = 5

/**
 * The code that a pack prints beside somebody: good for the worker who printed it, this week and the next. It is worked out and kept
 * nowhere, so that neither a paper nor a device that is lost leads from a code to a person.
 */
export function packCode(accountId: string, caseId: string, on: Day): string {
  const week = addDays(on, 1 - weekdayOf(on))
  const sum = createHmac('sha256', keptSecret(config.DATA_DIR, 'pack-key'))
    .update(`${accountId} ${caseId} ${week}`)
    .digest()
  return [...sum.subarray(0, lettersOfCode)].map((byte) => letters[byte % letters.length]).join('')
}

export const isPackCode = (typed: string): boolean => typed.length === lettersOfCode

/** The case that a typed code means among those of the worker's prison; undefined for none, or more than one. */
export function caseOfCode(
  typed: string,
  accountId: string,
  caseIds: readonly string[],
  today: Day,
): string | undefined {
  const weeks = [today, addDays(today, -7)]
  const found = caseIds.filter((caseId) => weeks.some((on) => packCode(accountId, caseId, on) === typed))
  return found.length === 1 ? found[0] : undefined
}
