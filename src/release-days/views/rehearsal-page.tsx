import { CaseLayout, mayWrite, PartNotSeen, sees } from '../../cases/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  Chips,
  Columns,
  Empty,
  Note,
  PageHead,
  PrintButton,
  Section,
  WayOn,
} from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { moneyOf, timeOf } from '../minutes.ts'
import type { Rehearsal } from '../read-rehearsal.ts'
import { words } from '../words.ts'
import { Gate, Sources } from './beside-day.tsx'
import { DayLine } from './day-line.tsx'

export type RehearsalProps = Rehearsal & { page: PageContext; isMoved: boolean }

/** A first day as it would go, what cannot be done, and what would mend it. */
export function RehearsalPage(props: RehearsalProps) {
  const { page, frame, on, walked, plan, by, decided } = props
  const say = words(page.locale)
  const all = plan.stops.length
  const isWhole = walked.doneCount === all && !walked.homeTrouble
  const title =
    all === 0
      ? say('title')
      : isWhole
        ? say('verdict.all', { all })
        : say('verdict.not', { count: all - walked.doneCount, all })
  const sub =
    on &&
    say('verdict.sub', {
      day: formatDay(page.locale, on, 'long'),
      by: say(`by.${by}`),
      money: moneyOf(page.locale, decided.cashInPence),
    })
  return (
    <CaseLayout page={page} frame={frame} current="release-day" title={say('title')}>
      <PageHead title={title} sub={sub} actions={<PrintButton>{say('print')}</PrintButton>} />
      {props.isMoved && (
        <p class="govuk-inset-text" role="status">
          {say('moved')}
        </p>
      )}
      {!sees(frame, 'plan') && <PartNotSeen locale={page.locale} frame={frame} />}
      {sees(frame, 'plan') && !on && (
        <Empty title={say('no-date')}>
          <p class="govuk-body">{say('no-date.text')}</p>
        </Empty>
      )}
      {sees(frame, 'plan') && on && <Tried {...props} />}
    </CaseLayout>
  )
}

function Tried(props: RehearsalProps) {
  const { page, frame, plan, walked } = props
  const say = words(page.locale)
  const ways = waysOf(props)
  return (
    <>
      {ways.length > 0 && <Chips label={say('ways')} chips={ways} />}
      <Columns
        main={
          <Section id="h-day" title={say('day.title')}>
            {plan.stops.length === 0 && (
              <Empty title={say('day.none')}>
                <p class="govuk-body">{say('day.none-text', { name: frame.calledName })}</p>
                {mayWrite(frame, 'plan') && (
                  <>
                    <WayOn href={`/cases/${frame.caseId}/appointments/new`}>{say('day.book')}</WayOn>
                    <WayOn href={`/cases/${frame.caseId}/release-day/decide#h-stop`}>{say('day.add-stop')}</WayOn>
                  </>
                )}
              </Empty>
            )}
            <DayLine {...props} />
          </Section>
        }
        aside={
          <>
            <Mends {...props} />
            {walked.homeTrouble && (
              <Note tone="warn" level={3} title={say('home.title')}>
                <p>
                  {say(`home.${walked.homeTrouble}`, {
                    place: plan.homePlace,
                    time: plan.curfewAt === null ? '' : timeOf(plan.curfewAt),
                  })}
                </p>
              </Note>
            )}
            <Gate {...props} />
            <Sources {...props} />
          </>
        }
      />
    </>
  )
}

function waysOf({ page, frame, on, days, by, counts, plan }: RehearsalProps) {
  const say = words(page.locale)
  const href = (day: string, mode: string) =>
    `/cases/${frame.caseId}/release-day?${new URLSearchParams({ on: day, by: mode })}`
  const all = plan.stops.length
  return [
    ...(all === 0 ? [] : (['BUS', 'CAR'] as const)).map((mode) => ({
      ...{ href: href(on!, mode), isCurrent: by === mode },
      text: say('way', { by: say(`by.${mode}`), count: counts[mode], all }),
    })),
    ...days
      .filter((day) => day !== on)
      .map((day) => ({ href: href(day, by), text: say('if-day', { day: formatDay(page.locale, day, 'brief') }) })),
  ]
}

function Mends({ page, frame, mend, appointments, on, by, walked, plan }: RehearsalProps) {
  const say = words(page.locale)
  const isWhole = walked.doneCount === plan.stops.length && !walked.homeTrouble
  if (isWhole) return null
  if (!mend) {
    return (
      <Note level={3} title={say('mend.title')}>
        <p>{say('mend.none')}</p>
      </Note>
    )
  }
  const versions = new Map(appointments.map(({ id, version }) => [id, version]))
  return (
    <Section id="h-fix" title={say('mend.title')}>
      <p class="govuk-body">{say('mend.then', { count: mend.walked.doneCount, all: plan.stops.length })}</p>
      <ol class="tl-list">
        {mend.moves.map(({ stop, to }) => (
          <li>{say('mend.move', { title: stop.title, time: timeOf(to) })}</li>
        ))}
        {mend.moves.length === 0 && (
          <li>{say('mend.order', { order: mend.order.map(({ title }) => title).join(', ') })}</li>
        )}
        {mend.leftOut.map(({ title }) => (
          <li>{say('mend.other-day', { title })}</li>
        ))}
      </ol>
      {mayWrite(frame, 'plan') && mend.moves.length > 0 && (
        <form method="post" action={`/cases/${frame.caseId}/release-day/moves`}>
          <input type="hidden" name="formId" value={newId()} />
          <input type="hidden" name="on" value={on} />
          <input type="hidden" name="by" value={by} />
          {mend.moves.map(({ stop, to }) => (
            <input type="hidden" name="move" value={`${stop.id} ${versions.get(stop.id)} ${to}`} />
          ))}
          <Button>{say('mend.apply')}</Button>
        </form>
      )}
    </Section>
  )
}
