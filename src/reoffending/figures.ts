import { differenceInterval, type Interval, wilsonInterval } from '../outcomes/index.ts'
import type { Locale } from '../platform/words.ts'
import { languageTags } from '../platform/words.ts'
import type { Baseline } from './queries/cohorts.ts'
import type { CohortResult } from './queries/results.ts'
import { type Shown, shownOf } from './shown.ts'

export type ShownCohort = Extract<Shown, { state: 'SHOWN' }>

export interface Rate extends Interval {
  rate: number
}

/** A share of people with Wilson's 95% interval. */
export const rateOf = (events: number, people: number): Rate => ({
  rate: events / people,
  ...wilsonInterval(events, people),
})

/** What a cohort is compared with, as far as it may be seen. */
export type ShownBaseline =
  | { state: 'NONE' }
  | { state: 'HELD'; baseline: Baseline }
  | {
      state: 'SHOWN'
      baseline: Baseline
      rate: number
      people: number | null
      difference: number
      interval: Interval | null
    }

/** Sets a cohort beside its baseline; one that rests on people has an interval by Newcombe. */
export function besideBaseline(
  shown: Shown,
  baseline: Baseline | undefined,
  baseResult: CohortResult | undefined,
): ShownBaseline {
  if (!baseline) return { state: 'NONE' }
  const base = baseline.baseId ? shownOf(baseResult) : undefined
  if (shown.state !== 'SHOWN' || (base && base.state !== 'SHOWN')) return { state: 'HELD', baseline }

  const people = base ? base.people : baseline.people
  const rate = base ? base.reoffenders / base.people : baseline.rate!
  const own = { events: shown.reoffenders, n: shown.people }
  const other = people === null ? undefined : { events: base?.reoffenders ?? Math.round(rate * people), n: people }
  const interval = other ? differenceInterval(own, other) : null
  return { state: 'SHOWN', baseline, rate, people, difference: own.events / own.n - rate, interval }
}

const formats = new Map<string, Intl.NumberFormat>()

/** "27.5%". @param share - 0 to 1. */
export const percent = (locale: Locale, share: number): string => written(locale, 'percent', 1).format(share)

/** "1.49", always two decimals. */
export const decimal = (locale: Locale, value: number): string => written(locale, 'decimal', 2).format(value)

/** Two digits that say something: of a sum whose parts could otherwise be told apart by comparing two sums. */
export const twoDigits = (value: number): number => Number(value.toPrecision(2))

/** Percentage points with their sign: "+3.1". */
export const points = (locale: Locale, difference: number): string => {
  const sign = difference > 0 ? '+' : difference < 0 ? '−' : ''
  return `${sign}${written(locale, 'decimal', 1).format(Math.abs(difference) * 100)}`
}

function written(locale: Locale, style: 'percent' | 'decimal', digits: number): Intl.NumberFormat {
  const key = `${locale} ${style} ${digits}`
  const known = formats.get(key)
  if (known) return known
  const shape = { style, minimumFractionDigits: digits, maximumFractionDigits: digits } as const
  const format = new Intl.NumberFormat(languageTags[locale], shape)
  formats.set(key, format)
  return format
}
