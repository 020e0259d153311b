import type { Day } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { Note } from '../../platform/web/components/index.ts'
import type { Locale } from '../../platform/words.ts'
import { words } from '../words.ts'

/** For whom the reader stands in; nothing where there is nobody. */
export function Covering({ locale, covered }: { locale: Locale; covered: readonly { name: string; untilOn: Day }[] }) {
  if (covered.length === 0) return null
  return (
    <Note>
      {covered.map(({ name, untilOn }) => (
        <p>{words(locale)('covering', { name, day: formatDay(locale, untilOn, 'long') })}</p>
      ))}
    </Note>
  )
}
