import type { Alert } from '../../alerts/index.ts'
import { Covering } from '../../allocations/index.ts'
import { RegisterWingLine } from '../../courses/index.ts'
import { type Breach, ClockBanner } from '../../data-breaches/index.ts'
import { ExportsBanner } from '../../exports/index.ts'
import { WingLine } from '../../key-work/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { timeAt } from '../../platform/wall-clock.ts'
import {
  Button,
  Columns,
  Counts,
  Empty,
  Link,
  PageHead,
  Section,
  StepList,
  WayOn,
} from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { type MyDay, mostStepsCounted } from '../my-day.ts'
import type { Waiting } from '../queries/waiting.ts'
import { toDoToday } from '../to-do.ts'
import { words } from '../words.ts'
import { Aside } from './aside.tsx'
import { GoingQuiet } from './going-quiet.tsx'
import { Guide } from './guide.tsx'
import { WaitingForUs } from './waiting.tsx'

export interface MyDayPageProps {
  page: PageContext
  day: MyDay
  news: readonly Alert[]
  waiting: Waiting
  /** Colleagues who are away and for whom the reader stands in. */
  covered: readonly { name: string; untilOn: string }[]
  /** Those whose clock runs, for who answers for them. */
  breaches: readonly Breach[]
  /** How many files about many people wait for the reader's approval. */
  files: number
  agencyKind: string
  isManager: boolean
}

const shownToDo = 12

/** What one worker is to do today. */
export function MyDayPage(props: MyDayPageProps) {
  const { page, day } = props
  const { locale, now } = page
  const say = words(locale)
  const weeks = Math.round(day.windowInDays / 7)
  const today = formatDay(locale, dayAt(now), 'long')
  const hasToDo = day.people > 0 || toDoToday(locale, now, day).length > 0 // a manager's own steps, with no caseload
  const own = say('sub', {
    day: today,
    people: day.people,
    leaving: day.leavingInWindow,
    weeks,
  })
  const sub = day.people === 0 ? say('sub.nobody', { day: today }) : own
  return (
    <Layout page={page} title={say('title')}>
      <PageHead
        title={greeting(page)}
        sub={<span class="tl-begins">{sub}</span>}
        actions={
          <Button kind="secondary" href="/caseload">
            {say('people')}
          </Button>
        }
      />
      <WingLine locale={locale} assets={page.assets} />
      <RegisterWingLine locale={locale} assets={page.assets} />
      <Covering locale={locale} covered={props.covered} href="/caseload?only=covered" />
      <WaitingForUs locale={locale} waiting={props.waiting} />
      <ClockBanner page={page} breaches={props.breaches} />
      <ExportsBanner page={page} count={props.files} />
      <Numbers {...props} />
      <Columns
        main={
          <>
            {hasToDo && <ToDo {...props} />}
            {day.people === 0 && <NobodyYet page={page} />}
            {day.people > 0 && <GoingQuiet locale={locale} day={day} />}
          </>
        }
        aside={<Aside {...props} />}
      />
      <Guide page={page} agencyKind={props.agencyKind} isManager={props.isManager} />
    </Layout>
  )
}

function greeting({ locale, now, reader }: PageContext): string {
  const hour = Number(timeAt(now).slice(0, 2))
  const name = reader?.name.split(' ')[0] ?? ''
  const part = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
  return words(locale)(`hello.${part}`, { name })
}

const isCountedOut = (steps: number): boolean => steps > mostStepsCounted

function Numbers({ page, day }: MyDayPageProps) {
  const say = words(page.locale)
  const counts = [
    {
      count: Math.min(day.lateCount, mostStepsCounted),
      text: say(isCountedOut(day.lateCount) ? 'count.late-or-more' : 'count.late'),
      href: '#h-today',
      tone: day.lateCount > 0 ? ('bad' as const) : undefined,
    },
    {
      count: Math.min(day.todayCount, mostStepsCounted) + day.appointments.length,
      text: say(isCountedOut(day.todayCount) ? 'count.today-or-more' : 'count.today'),
      href: '#h-today',
    },
    {
      count: day.leavingThisWeek,
      text: say('count.leaving'),
      href: '/caseload?only=leaving',
      tone: day.leavingThisWeek > 0 ? ('warn' as const) : undefined,
    },
    {
      count: day.quietCount,
      text: say('count.quiet', { weeks: Math.round(day.quietAfterDays / 7) }),
      href: '/caseload?only=quiet',
    },
    { count: day.freshCount, text: say('count.new'), href: '/caseload?only=new' },
  ]
  const inbox = { count: day.waiting, text: say('count.waiting'), href: '/referrals' }
  return <Counts label={say('counts')} counts={day.waiting > 0 ? [inbox, ...counts] : counts} />
}

function ToDo({ page, day }: MyDayPageProps) {
  const say = words(page.locale)
  const steps = toDoToday(page.locale, page.now, day)
  const count = steps.length - day.steps.length + day.lateCount + day.todayCount
  const isUncounted = isCountedOut(day.lateCount) || isCountedOut(day.todayCount)
  const all = count > shownToDo && (
    <Link href="/?all#h-today">
      {isUncounted ? say('today.more', { count: mostStepsCounted }) : say('today.all', { count })}
    </Link>
  )
  const shown = page.path.startsWith('/?all') ? steps : steps.slice(0, shownToDo)
  return (
    <Section id="h-today" title={say('today.title')} more={all}>
      {steps.length === 0 && <p class="govuk-body">{say('today.none')}</p>}
      <StepList steps={shown} />
    </Section>
  )
}

function NobodyYet({ page }: { page: PageContext }) {
  const say = words(page.locale)
  return (
    <Empty title={say('empty.title')}>
      <p class="govuk-body">{say('empty.text')}</p>
      <WayOn href="/releases">{say('empty.release')}</WayOn>
      <WayOn href="/people">{say('empty.find')}</WayOn>
    </Empty>
  )
}
