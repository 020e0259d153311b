import type { Day } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { Link, Note } from '../../platform/web/components/index.ts'
import type { Locale } from '../../platform/words.ts'
import { words } from '../words.ts'

interface Props {
  locale: Locale
  covered: readonly { name: string; untilOn: Day }[]
  /** Where their people are listed. */
  href: string
}

/** For whom the reader stands in, with the way to their people; nothing where there is nobody. */
export function Covering({ locale, covered, href }: Props) {
  const say = words(locale)
  if (covered.length === 0) return null
  return (
    <Note>
      {covered.map(({ name, untilOn }) => (
        <p>{say('covering', { name, day: formatDay(locale, untilOn, 'long') })}</p>
      ))}
      <p>
        <Link href={href}>{say('covering.see')}</Link>
      </p>
    </Note>
  )
}
