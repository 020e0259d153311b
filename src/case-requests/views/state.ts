import { dayAt } from '../../platform/calendar-day.ts'
import { formatAt, formatDay } from '../../platform/dates.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { CaseRequest } from '../queries.ts'
import { words } from '../words.ts'

/** How a request stands, as the reader may know it: to the asker a no that was not told is a request that nobody answered. */
export function stateOf({ locale, now }: PageContext, asking: CaseRequest): string {
  const say = words(locale)
  const at = (when: Date) => formatAt(locale, when)
  const answer = asking.answer ?? asking.decision
  if (asking.endedAt) return say('state.ENDED', { at: at(asking.endedAt) })
  const agency = asking.answeredByAgencyName ?? ''
  if (answer === 'GRANTED') return say('state.GRANTED', { agency, asker: asking.agencyName })
  if (asking.answer === 'DECLINED') return say('state.DECLINED', { agency })
  if (answer === 'DECLINED') return say('state.SILENT')
  return asking.expiresAt > now
    ? say('state.WAITING', { day: formatDay(locale, dayAt(asking.expiresAt), 'long') })
    : say('state.NO_ANSWER')
}
