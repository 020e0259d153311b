import type { CaseFrame } from '../cases/index.ts'
import { earlierRelease } from '../custody/index.ts'
import { type Day, dayAt } from '../platform/calendar-day.ts'
import { formatDay } from '../platform/dates.ts'
import type { Locale } from '../platform/words.ts'
import { composePlan } from './compose-plan.ts'
import { type DatedThings, datesOf } from './dated-things.ts'
import type { PassportFacts } from './facts.ts'
import type { Passport } from './passport.ts'
import { fitness } from './unfit-words.ts'
import { words } from './words.ts'

export interface Composed {
  passport: Passport
  /** How many lines of the plan are not on it because they name a risk or a hidden address. */
  leftOutCount: number
}

/** Says in the person's words what is known, leaving out what may not lie on a table for anybody to read. */
export function composePassport(frame: CaseFrame, facts: PassportFacts, locale: Locale, now: Date): Composed {
  const say = words(locale)
  const today = dayAt(now)
  const isFit = fitness(facts.hiddenPlaces)
  const helper = helperIn(frame) ?? say('out.my-key-worker')
  const plan = composePlan(facts, { locale, helper, isFit })
  const dates = datesOf(facts, { locale, today, releaseOn: frame.releaseOn, isFit })
  const out = outOf(frame, facts, { locale, today, helper })
  const people = helpersOf(frame, locale)
  const night = nightOf(facts, locale)
  const licence = licenceOf(facts, locale)

  return {
    leftOutCount: plan.leftOutCount + dates.leftOutCount,
    passport: {
      locale,
      title: say('title', { name: frame.calledName }),
      made: say('made', { day: formatDay(locale, today, 'full') }),
      ...(out && { out }),
      ...(licence && { licence }),
      helpers: { title: say('helpers.title'), people, ...(people.length === 0 && { none: say('helpers.none') }) },
      ...(night && { night }),
      ...(dates.firstDay.length > 0 && { firstDay: { title: say('first-day.title'), things: dates.firstDay } }),
      dates: datesPart(dates, say('dates.title'), say('dates.none', { helper })),
      plan: {
        title: say('plan.title'),
        pathways: plan.pathways,
        ...(plan.pathways.length === 0 && { none: say('plan.none', { helper }) }),
      },
    },
  }
}

/** Whom the person can ask: whoever is named first. */
const helperIn = ({ team }: CaseFrame): string | undefined =>
  team.find(({ name, role }) => name && role)?.name ?? undefined

const roles = [
  'KEY_WORKER',
  'PRISON_OFFENDER_MANAGER',
  'COMMUNITY_OFFENDER_MANAGER',
  'MENTOR',
  'LEAD',
  'SUPPORT',
] as const
const isRole = (role: string | null): role is (typeof roles)[number] =>
  (roles as readonly (string | null)[]).includes(role)

/** The named workers, and the services that said yes. Who only watches is nobody who helps. */
function helpersOf({ team }: CaseFrame, locale: Locale): Passport['helpers']['people'] {
  const say = words(locale)
  const people: Passport['helpers']['people'] = []
  for (const { name, role, agencyName, relationship, phone, agencyPhone } of team) {
    const number = phone || agencyPhone
    const who = isRole(role)
      ? say('helper.at', { role: say(`helper.${role}`), agency: agencyName })
      : relationship === 'ACCEPTED' && say('helper.service')
    if (!who) continue
    people.push({ name: name ?? agencyName, who, ...(number && { number }) })
  }
  return people
}

interface When {
  locale: Locale
  today: Day
  helper: string
}

/** Never stated as decided: the law lets a prison open the door earlier, and dates move. */
function outOf(frame: CaseFrame, facts: PassportFacts, { locale, today, helper }: When): Passport['out'] {
  const say = words(locale)
  const { releaseOn, placeName } = frame
  if (!releaseOn || releaseOn < today) {
    if (!placeName) return undefined
    return { label: say('out.label'), date: say('out.none'), text: say('out.none-text', { helper }) }
  }

  const { earliestOn } = earlierRelease(releaseOn, facts.jurisdiction)
  const date = formatDay(locale, releaseOn, 'long')
  if (earliestOn >= releaseOn || earliestOn < today) return { label: say('out.label'), date }
  const text = say('out.early', { day: formatDay(locale, earliestOn, 'long'), helper })
  return { label: say('out.label'), date, text }
}

function licenceOf({ licenceEndsOn, curfew }: PassportFacts, locale: Locale): string {
  const say = words(locale)
  const time = (minute: number) =>
    [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
  const ends = licenceEndsOn ? say('licence-ends', { day: formatDay(locale, licenceEndsOn, 'full') }) : ''
  const home = curfew ? say('licence-curfew', { from: time(curfew.from), until: time(curfew.until) }) : ''
  return [ends, home].filter(Boolean).join(' ')
}

function nightOf({ nightLineName, nightLinePhone }: PassportFacts, locale: Locale): Passport['night'] {
  if (!nightLinePhone) return undefined
  const say = words(locale)
  const text = nightLineName ? say('night.text', { name: nightLineName }) : say('night.no-name')
  return { title: say('night.title'), text, number: nightLinePhone }
}

function datesPart({ firstDay, later }: DatedThings, title: string, none: string): Passport['dates'] {
  const isEmpty = firstDay.length === 0 && later.length === 0
  return { title, things: later, ...(isEmpty && { none }) }
}
