import { formatAt, formatDay } from '../../platform/dates.ts'
import type { Locale } from '../../platform/words.ts'
import type { FactSaid } from '../queries/facts.ts'
import { words } from '../words.ts'

/** A fact in one line. @param at - when it was written, where several look alike. */
export function factText(locale: Locale, { kind, words: told, code, day }: FactSaid, at?: Date): string {
  const say = words(locale)
  const on = day ? formatDay(locale, day, 'long') : ''
  if (kind === 'IDENTITY')
    return day ? say('fact.IDENTITY-born', { words: told, on }) : say('fact.IDENTITY', { words: told })
  if (kind === 'DATE') return say('fact.DATE', { code, on })
  if (kind === 'NUMBER') return say('fact.NUMBER', { code, words: told })
  if (kind === 'ADDRESS') return say('fact.ADDRESS', { words: told })
  const line =
    kind === 'REFERRAL'
      ? say('fact.REFERRAL', { words: told, state: say(`state.${code}` as 'state.SENT') })
      : say(`fact.${kind}`, { words: told })
  return at ? say('fact.at', { line, at: formatAt(locale, at, 'brief') }) : line
}
