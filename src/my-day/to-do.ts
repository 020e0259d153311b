import { earlierRelease } from '../custody/index.ts'
import { addDays, type Day, dayAt, daysBetween } from '../platform/calendar-day.ts'
import { formatDay, formatTime } from '../platform/dates.ts'
import type { Step as Line } from '../platform/web/components/index.ts'
import type { Locale } from '../platform/words.ts'
import { declineLabel } from '../referrals/index.ts'
import type { MyDay } from './my-day.ts'
import { words } from './words.ts'

/** What is to be done today, late first, then by the hour, then the rest of the day; one verb each. */
export function toDoToday(locale: Locale, now: Date, day: MyDay): Line[] {
  const today = dayAt(now)
  const items = [
    ...noBed(locale, today, day),
    ...day.steps.map((step) => stepItem(locale, today, step)),
    ...day.refused.map((referral) => refusedItem(locale, today, referral)),
    ...day.drafts.map((draft) => draftItem(locale, today, draft)),
    ...day.appointments.map((appointment) => appointmentItem(locale, appointment)),
  ]
  return items.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)).map(({ line }) => line)
}

interface Item {
  /** Days sort before the hours of today. */
  at: string
  line: Line
}

function stepItem(locale: Locale, today: Day, { id, caseId, name, title, dueOn }: MyDay['steps'][number]): Item {
  const action = { href: `/steps/${id}`, text: words(locale)('do.step'), hiddenText: `${name}, ${title}` }
  const isLate = dueOn < today
  return {
    at: isLate ? dueOn : `${today}T99`,
    line: { ...due(locale, today, dueOn), title: name, href: `/cases/${caseId}`, text: title, action },
  }
}

/** A bed for the first night is to be found before somebody may be out. */
function noBed(locale: Locale, today: Day, { noBed: people, jurisdiction }: MyDay): Item[] {
  const say = words(locale)
  return people.map(({ caseId, name, releaseOn }) => {
    const { earliestOn } = earlierRelease(releaseOn, jurisdiction)
    const early = formatDay(locale, earliestOn, 'brief')
    const text = earliestOn < releaseOn ? say('today.no-bed-early', { day: early }) : say('today.no-bed')
    const action = { href: `/cases/${caseId}/needs`, text: say('do.bed'), hiddenText: name }
    const when = say('today.leaves', { day: formatDay(locale, releaseOn, 'brief') })
    const isNear = earliestOn <= addDays(today, 3)
    return {
      at: isNear ? '0' : `${today}T98`,
      line: { when, isLate: isNear, title: name, href: `/cases/${caseId}`, text, action },
    }
  })
}

function refusedItem(locale: Locale, today: Day, referral: MyDay['refused'][number]): Item {
  const say = words(locale)
  const { needId, caseId, name, provider: agency, status, reason } = referral
  const on = dayAt(new Date(referral.at))
  const because = reason
    ? say('today.declined', { agency, reason: declineLabel(locale, reason) })
    : say('today.declined-bare', { agency })
  const text = status === 'EXPIRED' ? say('today.expired', { agency }) : because
  const action = { href: `/needs/${needId}/refer`, text: say('do.another'), hiddenText: name }
  return {
    at: on < today ? on : `${today}T97`,
    line: { ...due(locale, today, on), title: name, href: `/cases/${caseId}`, text, action },
  }
}

function draftItem(locale: Locale, today: Day, { caseId, name, begunAt }: MyDay['drafts'][number]): Item {
  const say = words(locale)
  const action = { href: `/cases/${caseId}/assessments`, text: say('do.draft'), hiddenText: name }
  const when = formatDay(locale, dayAt(new Date(begunAt)), 'brief')
  return { at: `${today}T99`, line: { when, title: name, href: `/cases/${caseId}`, text: say('today.draft'), action } }
}

function appointmentItem(locale: Locale, appointment: MyDay['appointments'][number]): Item {
  const { id, caseId, name, title, startsAt, place } = appointment
  const at = new Date(startsAt)
  const action = { href: `/appointments/${id}`, text: words(locale)('do.appointment'), hiddenText: `${name}, ${title}` }
  const when = formatTime(locale, at)
  return {
    at: `${dayAt(at)}T${when}`,
    line: { when, whenNote: place || undefined, title: name, href: `/cases/${caseId}`, text: title, action },
  }
}

/** "4 days late" over the day, or "Today". */
function due(locale: Locale, today: Day, on: Day): Pick<Line, 'when' | 'whenNote' | 'isLate'> {
  const say = words(locale)
  if (on >= today) return { when: say('today.today') }
  return {
    when: say('today.late', { days: daysBetween(on, today) }),
    whenNote: formatDay(locale, on, 'brief'),
    isLate: true,
  }
}
