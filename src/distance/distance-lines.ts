import { wilsonInterval } from '../outcomes/index.ts'
import type { Reading } from '../platform/database.ts'
import { formatAt, formatNumber } from '../platform/dates.ts'
import type { Locale } from '../platform/words.ts'
import { type Measure, measures } from './measures.ts'
import { listDistances } from './queries/distance.ts'
import { words } from './words.ts'

/** How far people came in one measure, all quarters together, in finished words; what is of few is covered. */
export interface DistanceLine {
  measure: Measure
  name: string
  /** What counts as coming forward. */
  from: string
  people: string
  forward: string
  back: string
  share: string
  interval: string
  countedAt: string
}

/** The measures of which something was counted, as far as the reader may read them. */
export async function readDistanceLines(reading: Reading, locale: Locale): Promise<DistanceLine[]> {
  const say = words(locale)
  const distances = (await listDistances(reading)).filter(({ quarter }) => quarter === null)
  const number = (value: number | null) => (value === null ? say('covered') : formatNumber(locale, value))
  const whole = (share: number) => Math.round(100 * share)
  return measures.flatMap((measure) => {
    const line = distances.find((one) => one.measure === measure)
    if (!line) return []
    const { people, forward, back, countedAt } = line
    const isTold = people !== null && forward !== null
    const { lower, upper } = isTold ? wilsonInterval(forward, people) : { lower: 0, upper: 0 }
    return {
      ...{ measure, name: say(`measure.${measure}`), from: say(`from.${measure}`) },
      ...{ people: number(people), forward: number(forward), back: number(back) },
      share: isTold ? say('per-cent', { number: whole(forward / people) }) : '',
      interval: isTold ? say('interval', { lower: whole(lower), upper: whole(upper) }) : '',
      countedAt: formatAt(locale, countedAt, 'full'),
    }
  })
}

/** What a measure is called. */
export const distanceName = (locale: Locale, measure: Measure): string => words(locale)(`measure.${measure}`)
