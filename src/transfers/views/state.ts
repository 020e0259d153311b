import { dayAt } from '../../platform/calendar-day.ts'
import { formatAt, formatDay } from '../../platform/dates.ts'
import type { Locale } from '../../platform/words.ts'
import type { Transfer } from '../queries.ts'
import { words } from '../words.ts'

/** How a transfer stands, in a sentence: who is responsible, and since or until when. */
export function stateOf(locale: Locale, transfer: Transfer): string {
  const { state, fromAgencyName: from, toAgencyName: to, expiresAt, answeredAt } = transfer
  const at = answeredAt ? formatAt(locale, answeredAt) : formatDay(locale, dayAt(expiresAt), 'long')
  return words(locale)(`state.${state}`, { from, to, at })
}
