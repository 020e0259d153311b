import type { Locale } from '../../platform/words.ts'
import type { Correction } from '../queries/corrections.ts'
import { words } from '../words.ts'

/** How a correction stands to the reader's agency: for whom it waits, or that it is lifted. */
export function standOf(locale: Locale, correction: Correction, agencyId: string): string {
  const say = words(locale)
  const { recipients, liftedAt } = correction
  const own = recipients.find((each) => each.agencyId === agencyId)
  const waiting = recipients.filter(({ acknowledgedAt }) => acknowledgedAt === null).length
  const lifted = liftedAt ? `${say('stand.lifted')} ` : ''
  if (own) return lifted + say(own.acknowledgedAt ? 'stand.done' : 'stand.to-do')
  if (correction.agencyId !== agencyId) return lifted
  return lifted + say('stand.sent', { count: recipients.length, waiting })
}
