import { stringify } from 'csv-stringify/sync'
import type { Day } from '../platform/calendar-day.ts'
import type { Locale } from '../platform/words.ts'
import type { WeekUse } from './queries.ts'
import { words } from './words.ts'

/** Agency and week as a table, and below it what each number means. Of nobody by name. */
export function usageFile(locale: Locale, weeks: readonly WeekUse[], today: Day): string {
  const say = words(locale)
  const head = [say('c.agency'), say('c.week'), say('c.users'), say('c.active'), say('c.sign-ins'), say('c.looks'), say('c.entries')] // biome-ignore format: one line
  const rows = weeks.map((week) => [
    ...[week.name, week.weekOn, week.users],
    week.active,
    ...[week.signIns, week.looks, week.entries].map((count) => count ?? say('covered')),
  ])
  const meanings = (['users', 'active', 'sign-ins', 'looks', 'entries'] as const).map((name) => [
    say(`c.${name}`),
    say(`means.${name}`),
  ])
  return stringify([head, ...rows, [], [say('means'), today], ...meanings, [say('covered'), say('means.covered')]], {
    escape_formulas: true,
    bom: true,
  })
}
