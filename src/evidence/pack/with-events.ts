import type { ContextEvent } from '../../context-events/index.ts'
import { addMonths, type Day } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import type { Locale } from '../../platform/words.ts'
import type { Finding, FindingPicture } from '../analyses/finding.ts'
import { words } from '../words.ts'
import type { BlockTable } from './block.ts'

type Series = Extract<FindingPicture, { kind: 'series' }>

/** Numbers what happened while a series of months ran on its axis, and lists it; it is no proof of why. */
export function withEvents(
  locale: Locale,
  finding: Finding,
  events: readonly ContextEvent[],
): { finding: Finding; around: BlockTable | undefined } {
  const series = finding.pictures.find((picture): picture is Series => picture.kind === 'series')
  if (!series?.from) return { finding, around: undefined }
  const firstOn = `${series.from}-01`
  const within = events
    .map((event) => ({ event, t: rowOf(firstOn, event.happenedOn) }))
    .filter(({ t }) => t >= 1 && t <= series.values.length)
    .sort((one, two) => one.t - two.t)
  const numbered: Series = { ...series, events: within.map(({ t }, index) => ({ t, number: index + 1 })) }
  const pictures = finding.pictures.map((picture) => (picture === series ? numbered : picture))
  return { finding: { ...finding, pictures }, around: within.length > 0 ? tableOf(locale, within) : undefined }
}

/** The month of the t-th row. */
export const monthOfRow = (from: string, t: number): Day => addMonths(`${from}-01`, t - 1)

function rowOf(firstOn: Day, day: Day): number {
  const months = (of: Day) => Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7))
  return months(day) - months(firstOn) + 1
}

function tableOf(locale: Locale, within: readonly { event: ContextEvent }[]): BlockTable {
  const say = words(locale)
  return {
    caption: say('table.events'),
    heads: (['event', 'day', 'who'] as const).map((name) => ({ text: say(`events.${name}`), isNumeric: false })),
    rows: within.map(({ event }, index) => [
      `${index + 1}. ${event.title}`,
      formatDay(locale, event.happenedOn, 'full'),
      event.organisation || '–',
    ]),
  }
}
