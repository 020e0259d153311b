import type { Day } from '../../../platform/calendar-day.ts'
import { formatDay } from '../../../platform/dates.ts'
import { newId } from '../../../platform/ids.ts'
import {
  Button,
  Checkboxes,
  Empty,
  Input,
  Link,
  Note,
  PageHead,
  PlainList,
  ProblemSummary,
  problemOf,
  Section,
} from '../../../platform/web/components/index.ts'
import { type Problem, type Typed, typedText } from '../../../platform/web/form.ts'
import { Layout } from '../../../platform/web/layout.tsx'
import type { PageContext } from '../../../platform/web/page-context.ts'
import type { Arrival, Arrived, Out } from '../../queries/arrivals.ts'
import { words } from '../words.ts'

export interface ArrivalsProps {
  page: PageContext
  prison: string
  expected: readonly Arrival[]
  arrived: readonly Arrived[]
  /** At court or on temporary release. */
  out: readonly Out[]
  today: Day
  form: { typed: Typed; problems: Problem[] }
  ticked: readonly string[]
  /** After receiving: how many, and who was not. */
  done: { received: number; failedIds: readonly string[] } | undefined
}

/** Whom the prison expects, to be ticked and received into a wing, and who arrived today. */
export function ArrivalsPage(props: ArrivalsProps) {
  const { page, prison, expected, arrived, form, done } = props
  const say = words(page.locale)
  const title = say('arrivals.title', { prison })
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead
        title={title}
        sub={say('arrivals.sub', { expected: expected.length, arrived: arrived.length })}
        actions={<Link href="/movements">{say('mine.title')}</Link>}
      />
      {done && <Done {...props} done={done} />}
      <Section id="h-expected" title={say('arrivals.expected')}>
        {expected.length === 0 ? (
          <Empty title={say('arrivals.none')}>
            <p class="govuk-body">{say('arrivals.none-text')}</p>
          </Empty>
        ) : (
          <ReceiveForm {...props} />
        )}
      </Section>
      {props.out.length > 0 && <OutNow {...props} />}
      {arrived.length > 0 && (
        <Section id="h-arrived" title={say('arrivals.arrived')}>
          <PlainList>
            {arrived.map(({ personId, name, wing, cell }) => (
              <li>
                <Link href={`/people/${personId}/movements`}>{name}</Link> {[wing, cell].filter(Boolean).join('-')}
              </li>
            ))}
          </PlainList>
        </Section>
      )}
    </Layout>
  )
}

function OutNow({ page: { locale }, out, today }: ArrivalsProps) {
  const say = words(locale)
  return (
    <Section id="h-out" title={say('arrivals.out')}>
      <PlainList>
        {out.map(({ personId, name, kind, returnDueOn, happenedOn }) => (
          <li>
            <Link href={`/people/${personId}/movements`}>{name}</Link>, {say(`kind.${kind}`)},{' '}
            {formatDay(locale, happenedOn, 'brief')}
            {returnDueOn && `. ${say('move.back-by', { day: formatDay(locale, returnDueOn, 'brief') })}`}
            {returnDueOn && returnDueOn < today && (
              <>
                {' '}
                <strong>{say('arrivals.overdue')}</strong>
              </>
            )}
          </li>
        ))}
      </PlainList>
    </Section>
  )
}

function Done({ page, expected, done }: ArrivalsProps & { done: NonNullable<ArrivalsProps['done']> }) {
  const say = words(page.locale)
  const failed = expected.filter(({ personId }) => done.failedIds.includes(personId))
  return (
    <Note title={say('arrivals.done', { count: done.received })} {...(done.failedIds.length > 0 && { tone: 'warn' })}>
      {done.failedIds.length > 0 && <p>{`${say('arrivals.failed')}: ${say('arrivals.gone')}`}</p>}
      {failed.map(({ name }) => (
        <p>{name}</p>
      ))}
    </Note>
  )
}

function ReceiveForm({ page, expected, form, ticked }: ArrivalsProps) {
  const say = words(page.locale)
  const error = (field: string) => problemOf(form.problems, field, say)
  return (
    <form method="post" action="/arrivals/check" novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <Checkboxes
        name="personId"
        legend={{ text: say('arrivals.tick'), size: 's' }}
        items={expected.map((each) => ({
          value: each.personId,
          text: [each.name, each.prisonNumber].filter(Boolean).join(', '),
          hint: hintOf(page, each),
        }))}
        values={[...ticked]}
        error={error('personId')}
      />
      <Input name="wing" label={say('move.wing')} width={10} value={typedText(form, 'wing')} error={error('wing')} />
      <Button>{say('arrivals.check')}</Button>
    </form>
  )
}

function hintOf({ locale }: PageContext, { kind, fromName, happenedOn, cameCount }: Arrival): string {
  const say = words(locale)
  const day = formatDay(locale, happenedOn, 'brief')
  const came = cameCount > 0 ? `, ${say('arrivals.came', { count: cameCount })}` : ''
  const from =
    kind === 'RECALL' || !fromName ? say('arrivals.recalled', { day }) : say('arrivals.from', { prison: fromName, day })
  return `${from}${came}`
}
