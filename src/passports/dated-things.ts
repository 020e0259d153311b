import { type Day, dayAt, homeZone } from '../platform/calendar-day.ts'
import { formatDay, formatTime } from '../platform/dates.ts'
import type { Locale } from '../platform/words.ts'
import type { AppointmentFact, PassportFacts } from './facts.ts'
import type { Thing } from './passport.ts'
import { words } from './words.ts'

export interface DatedThings {
  /** On the day of release. */
  firstDay: Thing[]
  /** On other days. */
  later: Thing[]
  leftOutCount: number
}

interface Options {
  locale: Locale
  today: Day
  releaseOn: Day | null
  isFit: (text: string) => boolean
}

/** Where to go and when, the first night's bed among it. */
export function datesOf(facts: PassportFacts, { locale, today, releaseOn, isFit }: Options): DatedThings {
  const firstDay: Thing[] = []
  const later: Thing[] = []
  const fit = facts.appointments.filter(({ title }) => isFit(title))
  for (const appointment of fit) {
    const day = dayAt(new Date(appointment.startsAt))
    const isFirst = day === releaseOn
    const things = isFirst ? firstDay : later
    things.push(thingOf(appointment, isFirst ? undefined : day, { locale, isFit }))
  }

  const night = facts.firstNight
  if (night && isFit(night)) {
    const isAhead = releaseOn !== null && releaseOn >= today
    const things = isAhead ? firstDay : later
    things.push({ icon: 'home', title: words(locale)('first-night'), text: night })
  }
  return { firstDay, later, leftOutCount: facts.appointments.length - fit.length }
}

function thingOf(
  { pathway, title, startsAt, place, bring, withName }: AppointmentFact,
  day: Day | undefined,
  { locale, isFit }: Pick<Options, 'locale' | 'isFit'>,
): Thing {
  const say = words(locale)
  const time = timeOf(locale, new Date(startsAt))
  const when = day ? `${formatDay(locale, day, 'brief')}, ${time}` : time
  const parts = [
    isFit(place) && sentence(place),
    withName && isFit(withName) && !title.includes(withName) && say('date.with', { name: withName }),
    isFit(bring) && bring && say('date.bring', { bring }),
  ]
  const text = parts.filter(Boolean).join(' ')
  return { icon: iconOf(pathway), title: `${when}. ${title}`, ...(text && { text }) }
}

const iconOf = (pathway: string | null): Thing['icon'] =>
  pathway === 'ACCOMMODATION' ? 'home' : pathway ? 'calendar' : 'people'

const sentence = (text: string): string => (!text || /[.!?]$/.test(text) ? text : `${text}.`)

const english = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
  timeZone: homeZone,
})

/** As somebody says it: in English 2:00 pm. Elsewhere a clock has 24 hours. */
const timeOf = (locale: Locale, at: Date): string => (locale === 'en' ? english.format(at) : formatTime(locale, at))
