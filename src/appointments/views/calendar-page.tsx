import type { PropsWithChildren } from 'hono/jsx'
import { type CaseFrame, CaseLayout, mayWrite } from '../../cases/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { Button, Chips, Empty, Link, PageHead, PrintButton } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import {
  addressOfCalendar,
  type CalendarAsked,
  daysShown,
  mostEntries,
  stepOf,
  views,
  whoses,
} from '../calendar-asked.ts'
import type { CalendarEntry } from '../queries/calendar.ts'
import { words } from '../words.ts'
import { EntryOnCalendar } from './calendar-entry.tsx'

interface Props {
  page: PageContext
  asked: CalendarAsked
  entries: readonly CalendarEntry[]
  /** One person's calendar. */
  frame?: CaseFrame | undefined
}

/** What is booked, by day: a worker's, their team's, their agency's, or one person's. */
export function CalendarPage(props: Props) {
  const { page, asked, frame } = props
  const say = words(page.locale)
  return (
    <Frame {...props}>
      <PageHead
        title={say('calendar.title')}
        sub={frame ? say('calendar.case-sub', { name: frame.calledName }) : say('calendar.sub')}
        actions={
          <>
            <PrintButton>{say('calendar.print')}</PrintButton>
            {frame && mayWrite(frame, 'plan') && (
              <Button href={`/cases/${frame.caseId}/appointments/new`}>{say('calendar.book')}</Button>
            )}
          </>
        }
      />
      <Ways page={page} asked={asked} isOfCase={frame !== undefined} />
      <Days {...props} />
      {!frame && (
        <p class="govuk-body tl-noprint">
          <Link href="/account/calendar">{say('calendar.feed')}</Link>
          <br />
          <Link href="/reminder-letters">{say('calendar.letters')}</Link>
        </p>
      )}
    </Frame>
  )
}

function Frame({ page, frame, children }: PropsWithChildren<Props>) {
  const title = words(page.locale)('calendar.title')
  if (!frame)
    return (
      <Layout page={page} title={title}>
        {children}
      </Layout>
    )
  return (
    <CaseLayout page={page} frame={frame} current="appointments" title={title}>
      {children}
    </CaseLayout>
  )
}

function Ways({ page, asked, isOfCase }: { page: PageContext; asked: CalendarAsked; isOfCase: boolean }) {
  const say = words(page.locale)
  const to = (change: Partial<CalendarAsked>) => addressOfCalendar({ ...asked, ...change })
  const whose = whoses.map((each) => ({
    text: say(`calendar.whose-${each}`),
    href: to({ whose: each }),
    isCurrent: each === asked.whose,
  }))
  return (
    <div class="tl-cal__ways">
      {!isOfCase && <Chips label={say('calendar.whose')} chips={whose} />}
      <Chips
        label={say('calendar.views')}
        chips={[
          ...views.map((view) => ({
            text: say(`calendar.view-${view}`),
            href: to({ view }),
            isCurrent: view === asked.view,
          })),
          {
            text: say(asked.withOff ? 'calendar.off-hide' : 'calendar.off-show'),
            href: to({ withOff: !asked.withOff }),
          },
        ]}
      />
      <Chips
        label={say('calendar.go')}
        chips={[
          { text: say('calendar.before'), href: to({ day: stepOf(asked, -1) }) },
          { text: say('calendar.today'), href: to({ day: dayAt(page.now) }) },
          { text: say('calendar.after'), href: to({ day: stepOf(asked, 1) }) },
        ]}
      />
    </div>
  )
}

function Days({ page, asked, entries }: Props) {
  const { locale } = page
  const say = words(locale)
  const days = daysShown(asked)
  const of = new Map(days.map((day) => [day, entries.filter(({ startsAt }) => dayAt(startsAt) === day)]))
  const shown = asked.view === 'list' ? days.filter((day) => of.get(day)!.length > 0) : days
  const [from, until] = [formatDay(locale, days[0]!, 'short'), formatDay(locale, days.at(-1)!, 'short')]
  return (
    <section aria-labelledby="h-days">
      <h2 class="govuk-heading-m" id="h-days">
        {days.length === 1 ? formatDay(locale, days[0]!, 'long') : say('calendar.from-until', { from, until })}
      </h2>
      {entries.length === 0 && (
        <Empty title={say('calendar.empty')} isAnswer>
          <p class="govuk-body">{say('calendar.empty-text')}</p>
        </Empty>
      )}
      {entries.length >= mostEntries && <p class="govuk-body">{say('calendar.most')}</p>}
      {entries.length > 0 && (
        <ol class={`tl-cal tl-cal--${asked.view}`}>
          {shown.map((day) => (
            <li class={day === dayAt(page.now) ? 'is-today' : undefined}>
              {days.length > 1 && (
                <h3>
                  {formatDay(locale, day, 'brief')}
                  {day === dayAt(page.now) && <span class="govuk-visually-hidden"> ({say('calendar.today')})</span>}
                </h3>
              )}
              {of.get(day)!.length === 0 && <p class="tl-quiet">{say('calendar.nothing')}</p>}
              {of.get(day)!.length > 0 && (
                <ul>
                  {of.get(day)!.map((entry) => (
                    <EntryOnCalendar locale={locale} entry={entry} />
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
