import { getPartnership, listPathways, type Partnership } from '../agencies/index.ts'
import { addDays, type Day, dayAt, weekdayOf } from '../platform/calendar-day.ts'
import type { Reading } from '../platform/database.ts'
import type { Locale } from '../platform/words.ts'
import type { Window } from './queries/list.ts'
import { shiftingDays } from './shifting-days.ts'

export interface ListFrame {
  window: Window
  partnership: Partnership
  pathwayNames: Map<string, string>
}

/** The window of the list as the partnership set it, and what it calls its pathways. */
export async function readFrame(reading: Reading, locale: Locale): Promise<ListFrame> {
  const partnership = await getPartnership(reading)
  const pathways = await listPathways(reading)
  const own = pathways.flatMap(({ code, labels }): [string, string][] => {
    const name = labels[locale] || labels.en
    return name ? [[code, name]] : []
  })
  return { partnership, window: windowOf(dayAt(reading.now), partnership), pathwayNames: new Map(own) }
}

/** This week ends on Sunday; the next two to four weeks end on the fourth Sunday. */
export function windowOf(
  today: Day,
  { releaseWindowInDays, jurisdiction }: Pick<Partnership, 'releaseWindowInDays' | 'jurisdiction'>,
): Window {
  const endOfWeek = addDays(today, 7 - weekdayOf(today))
  return {
    today,
    until: addDays(today, releaseWindowInDays),
    shifting: shiftingDays(today, releaseWindowInDays, jurisdiction),
    endOfWeek,
    endOfMonth: addDays(endOfWeek, 21),
  }
}
