import { formatDay } from '../../platform/dates.ts'
import type { Locale } from '../../platform/words.ts'
import type { Load } from '../queries/loads.ts'
import type { Why } from '../rank-workers.ts'
import { words } from '../words.ts'

/** "12 of 20", or that nobody set a limit. */
export function pointsSaid(locale: Locale, { points, mostPoints }: Pick<Load, 'points' | 'mostPoints'>): string {
  const say = words(locale)
  return mostPoints === null ? say('points.unset', { points }) : say('points.of', { points, most: mostPoints })
}

/** "room for 8", "full", "2 too many"; nothing where nobody set a limit. */
export function roomSaid(locale: Locale, { points, mostPoints }: Pick<Load, 'points' | 'mostPoints'>): string {
  const say = words(locale)
  if (mostPoints === null) return ''
  if (points > mostPoints) return say('points.over', { count: points - mostPoints })
  return points === mostPoints ? say('points.full') : say('points.left', { count: mostPoints - points })
}

/** "has worked with this person, has room". */
export const reasonsSaid = (locale: Locale, reasons: readonly Why[]): string =>
  reasons.map((why) => words(locale)(`why.${why}`)).join(', ')

/** "37 hours: Mon, Tue". */
export function worksSaid(locale: Locale, { hoursPerWeek, worksOn }: Load): string {
  const say = words(locale)
  if (hoursPerWeek === null || worksOn === null) return say('works.unset')
  const days = worksOn.map((day) => say(`day.${day}` as 'day.1')).join(', ')
  return say('works.on', { hours: hoursPerWeek, days })
}

/** "until 6 March, Jo Bell stands in"; nothing for somebody who is here. */
export function awaySaid(locale: Locale, { awayUntil, coverName }: Load): string {
  const say = words(locale)
  if (!awayUntil) return ''
  const until = say('away.until', { day: formatDay(locale, awayUntil) })
  return `${until}, ${coverName ? say('away.cover', { name: coverName }) : say('away.no-cover')}`
}
