import { wilsonInterval } from '../outcomes/index.ts'
import { formatNumber } from '../platform/dates.ts'
import type { Locale } from '../platform/words.ts'
import type { ItemResult } from './queries/surveys.ts'
import { words } from './words.ts'

/** A quarter's answers to one question in finished words; what is of few is covered. */
export interface QuarterFigures {
  quarter: string
  answered: string
  yes: string
  share: string
  interval: string
  isTold: boolean
}

/** One quarter in words. */
export function quarterFigures(locale: Locale, { quarter, answered, yes }: ItemResult): QuarterFigures {
  const say = words(locale)
  const isTold = answered !== null && yes !== null
  const { lower, upper } = isTold ? wilsonInterval(yes, answered) : { lower: 0, upper: 0 }
  const whole = (share: number) => Math.round(100 * share)
  return {
    quarter: quarterName(locale, quarter),
    answered: answered === null ? say('covered.answered') : formatNumber(locale, answered),
    yes: yes === null ? say('covered.yes') : formatNumber(locale, yes),
    share: isTold ? say('per-cent', { number: String(whole(yes / answered)) }) : '',
    interval: isTold ? say('interval', { lower: whole(lower), upper: whole(upper) }) : '',
    isTold,
  }
}

/** "January to March 2026". @param day - its first day. */
export const quarterName = (locale: Locale, day: string): string =>
  words(locale)('quarter', { number: Math.ceil(Number(day.slice(5, 7)) / 3), year: day.slice(0, 4) })
