import { formatNumber } from '../platform/dates.ts'
import type { Locale } from '../platform/words.ts'
import type { Evidence, Recommendation } from './queries.ts'
import { fewest } from './standing-states.ts'
import { words } from './words.ts'

/** "1.7 Who answers for it", or the words that were typed. */
export function nameOf(
  locale: Locale,
  { number, topic, words: typed }: Pick<Recommendation, 'number' | 'topic' | 'words'>,
): string {
  const text = topic ? words(locale)(`topic.${topic}`) : typed
  return number ? `${number} ${text}` : text
}

/** "12 family days in the last year"; of a few people another agency reads only that it is a few. '' where no rows bear on it. */
export function evidenceOf(
  locale: Locale,
  { evidence }: Pick<Recommendation, 'evidence'>,
  counted: readonly Evidence[],
  isOwn: boolean,
): string {
  const found = counted.find(({ kind }) => kind === evidence)
  if (!evidence || !found) return ''
  const say = words(locale)
  const isFew = found.people > 0 && found.people < fewest
  if (isFew && !isOwn) return say('evidence.few', { fewest })
  const people =
    found.people > 0 && evidence !== 'FAMILY_NAMED' ? `, ${say('evidence.people', { people: found.people })}` : ''
  return `${say(`evidence.${evidence}`, { count: found.counted, number: formatNumber(locale, found.counted) })}${people}`
}
