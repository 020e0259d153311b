import type { Locale } from '../../platform/words.ts'
import type { WingTime } from '../queries/times.ts'
import { words } from '../words.ts'

type Hours = Pick<WingTime, 'weekdays' | 'opensMinute' | 'closesMinute'>

/** "Monday, Thursday", or "Monday to Friday" for the working week. */
export function daysText(locale: Locale, weekdays: readonly number[]): string {
  const say = words(locale)
  const isWeek = weekdays.join() === '1,2,3,4,5'
  if (isWeek) return say('hours.working-week')
  if (weekdays.length === 7) return say('hours.every-day')
  const [first = '', ...rest] = weekdays.map((day) => say(`day.${day as 1}`))
  const others = locale === 'en' ? rest : rest.map((day) => day.toLocaleLowerCase(locale)) // English alone writes days large
  return [first, ...others].join(', ')
}

/** "09:00 to 11:30". */
export function hoursText(locale: Locale, { opensMinute, closesMinute }: Hours): string {
  return words(locale)('hours.span', { from: clock(opensMinute), until: clock(closesMinute) })
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
