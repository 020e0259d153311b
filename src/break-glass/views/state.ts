import { formatTime } from '../../platform/dates.ts'
import type { Locale } from '../../platform/words.ts'
import type { BreakGlass } from '../queries.ts'
import { words } from '../words.ts'

type Stated = Pick<BreakGlass, 'personId' | 'closedAt' | 'endsAt' | 'finding' | 'reviewerName'>

/** Where a use of break-glass stands, in one sentence. */
export function stateOf(
  locale: Locale,
  { personId, closedAt, endsAt, finding, reviewerName: name }: Stated,
  now: Date,
) {
  const say = words(locale)
  if (personId === null) return say('state.nobody')
  if (closedAt === null && endsAt > now) return say('state.open', { time: formatTime(locale, endsAt) })
  if (finding) return say(`state.${finding}`, { name })
  return say('state.waiting')
}
