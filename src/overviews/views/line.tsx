import type { CaseFrame } from '../../cases/index.ts'
import {
  earlierRelease,
  type ReleaseDateKind,
  releaseDateLabel,
  type ShownDateKind,
  sourceLabel,
} from '../../custody/index.ts'
import { addDays, type Day, dayAt, daysBetween } from '../../platform/calendar-day.ts'
import { formatAt, formatDay } from '../../platform/dates.ts'
import { DateLine, type DateOnLine } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Overview } from '../overview.ts'
import { words } from '../words.ts'

interface LineProps {
  page: PageContext
  frame: CaseFrame
  overview: Overview
}

const fortnight = 14

/** The line of the case: what was, today, the gate at release, and what comes after it. The record does not end at the gate. */
export function CaseLine(props: LineProps) {
  const { page } = props
  const today = dayAt(page.now)
  const dated = [...pastOf(props), todayOf(props), ...releaseOf(props)]
    .filter((each) => each !== undefined)
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
  const dates = dated.map(
    ({ day, ...date }): DateOnLine => ({
      ...date,
      when: date.isToday ? 'today' : day < today ? 'past' : 'future',
      date: date.isToday ? words(page.locale)('line.today', { day: formatDay(page.locale, day, 'brief') }) : date.date,
    }),
  )
  return (
    <>
      <h2 class="govuk-visually-hidden">{words(page.locale)('line.title')}</h2>
      <DateLine dates={dates} />
    </>
  )
}

type Dated = Omit<DateOnLine, 'when'> & { day: Day; isToday?: boolean }

function pastOf({ page: { locale }, overview }: LineProps): Dated[] {
  const say = words(locale)
  const { receivedOn, openedOn, heldAt, assessedAt } = overview
  const day = receivedOn ?? openedOn
  const from = heldAt ? [{ text: heldAt }] : []
  const what = say(receivedOn ? 'line.received' : 'line.opened')
  const came: Dated = { day, date: formatDay(locale, day, 'full'), what, notes: receivedOn ? from : [] }
  const last = assessedAt?.at(-1)
  if (!last) return [came]
  const assessedOn = dayAt(new Date(last))
  return [came, { day: assessedOn, date: formatDay(locale, assessedOn, 'full'), what: say('line.assessed') }]
}

function todayOf({ page: { locale, now }, frame, overview }: LineProps): Dated {
  const say = words(locale)
  const today = dayAt(now)
  const sees = frame.sight.plan !== undefined
  return {
    day: today,
    date: '',
    isToday: true,
    what: leftText(locale, today, frame, overview),
    notes: sees ? [{ text: say('line.steps-left', { count: overview.openSteps }) }] : [],
  }
}

function leftText(locale: PageContext['locale'], today: Day, { releaseOn }: CaseFrame, overview: Overview): string {
  const say = words(locale)
  if (!releaseOn) return say('line.no-date')
  if (releaseOn < today) return say('line.days-since', { days: daysBetween(releaseOn, today) })
  const { earliestOn } = earlierRelease(releaseOn, overview.jurisdiction)
  const [from, to] = [daysBetween(today, earliestOn), daysBetween(today, releaseOn)]
  return from >= 0 && from < to ? say('line.days-left-range', { from, to }) : say('line.days-left', { days: to })
}

/** The gate, the first fortnight after it, and the end of the licence. */
function releaseOf({ page: { locale, now }, frame, overview }: LineProps): Dated[] {
  const say = words(locale)
  const { releaseOn, releaseType } = frame
  if (!releaseOn) return []
  const known = releaseType ? overview.dates[releaseType as ReleaseDateKind] : undefined
  const { earliestOn } = earlierRelease(releaseOn, overview.jurisdiction)
  const isEarly = earliestOn < releaseOn && releaseOn >= dayAt(now)
  const early = say('line.early', { day: formatDay(locale, earliestOn, 'brief') })
  const at = known && formatAt(locale, new Date(known.knownAt), 'brief')
  const source = known && say('line.source', { source: sourceLabel(locale, known.source), at: at ?? '' })
  const gate: Dated = {
    day: releaseOn,
    date: formatDay(locale, releaseOn, 'short'),
    what: releaseType ? releaseDateLabel(locale, releaseType as ShownDateKind) : '',
    notes: [...(isEarly ? [{ text: early, isEarly: true }] : []), ...(source ? [{ text: source }] : [])],
    isGate: true,
  }
  const fortnightOn = addDays(releaseOn, fortnight)
  const booked = overview.appointmentDays.filter((day) => day >= earliestOn && day < fortnightOn).length
  const after: Dated = {
    day: fortnightOn,
    date: formatDay(locale, fortnightOn, 'full'),
    what: say('line.fortnight'),
    notes: frame.sight.plan === undefined ? [] : [{ text: say('line.contact-on', { booked }) }],
  }
  const licence = overview.dates.SLED ?? overview.dates.LED ?? overview.dates.SED
  if (!licence) return [gate, after]
  const ends = { day: licence.day, date: formatDay(locale, licence.day, 'full'), what: say('line.licence-ends') }
  return [gate, after, { ...ends, notes: [{ text: say('line.stays-open') }] }]
}
