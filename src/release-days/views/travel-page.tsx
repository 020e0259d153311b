import { newId } from '../../platform/ids.ts'
import {
  Button,
  Cell,
  Checkboxes,
  Empty,
  Input,
  Link,
  PageHead,
  ProblemSummary,
  problemOf,
  Row,
  RowHead,
  Section,
  Select,
  Table,
  Textarea,
} from '../../platform/web/components/index.ts'
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { poundsOf, timeOf } from '../minutes.ts'
import type { KeptLeg } from '../queries/travel.ts'
import { modes } from '../the-day/day-plan.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  legs: readonly KeptLeg[]
  mayKeep: boolean
  badLine: number | undefined
  leg: FormState<unknown>
  file: FormState<unknown>
  hours: FormState<unknown>
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** How long it takes from place to place. */
export function TravelPage(props: Props) {
  const { page, legs, mayKeep, leg, file, hours, badLine } = props
  const say = words(page.locale)
  const problems = [...leg.problems, ...file.problems, ...hours.problems]
  const columns = ['from', 'to', 'mode', 'minutes', 'price', 'runs'] as const
  return (
    <Layout page={page} title={say('travel.title')} hasProblems={problems.length > 0}>
      <ProblemSummary problems={problems} say={(key) => say(key as 'problem.file', { line: badLine ?? 0 })} />
      <PageHead
        title={say('travel.title')}
        sub={say('travel.sub')}
        actions={<Link href="/travel-times.csv">{say('travel.csv')}</Link>}
      />
      {legs.length === 0 ? (
        <Empty title={say('travel.none')}>
          <p class="govuk-body">{say('travel.none-text')}</p>
        </Empty>
      ) : (
        <Table caption={say('travel.title')} columns={columns.map((name) => ({ text: say(`column.${name}`) }))}>
          {legs.map((each) => (
            <Row>
              <RowHead>{each.fromPlace}</RowHead>
              <Cell label={say('column.to')}>{each.toPlace}</Cell>
              <Cell label={say('column.mode')}>{say(`mode.${each.mode}`)}</Cell>
              <Cell label={say('column.minutes')}>{each.minutes}</Cell>
              <Cell label={say('column.price')}>£{poundsOf(each.priceInPence)}</Cell>
              <Cell label={say('column.runs')}>
                {each.firstAt !== null && each.lastAt !== null
                  ? `${timeOf(each.firstAt)}–${timeOf(each.lastAt)}`
                  : say('travel.any')}
                {mayKeep && (
                  <form method="post" action={`/travel-times/${each.id}/removal`}>
                    <input type="hidden" name="formId" value={newId()} />
                    <Button kind="secondary">
                      {say('travel.remove')}
                      <span class="govuk-visually-hidden">{` ${each.fromPlace}, ${each.toPlace}`}</span>
                    </Button>
                  </form>
                )}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      {mayKeep && <Keeping {...props} />}
    </Layout>
  )
}

function Keeping({ page, leg, file, hours, badLine }: Props) {
  const say = words(page.locale)
  const fieldOf = (form: FormState<unknown>, prefix: string) => (name: string) => ({
    ...{ name, id: prefix + name, value: typedText(form, name), error: problemOf(form.problems, name, say) },
  })
  const [ofLeg, ofHours] = [fieldOf(leg, ''), fieldOf(hours, 'hours-')]
  return (
    <>
      <Section id="h-leg" title={say('travel.add')}>
        <form method="post" action="/travel-times" novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <Input {...ofLeg('fromPlace')} label={say('column.from')} />
          <Input {...ofLeg('toPlace')} label={say('column.to')} />
          <Select
            {...ofLeg('mode')}
            label={say('column.mode')}
            items={modes.map((mode) => ({ value: mode, text: say(`mode.${mode}`) }))}
          />
          <Input {...ofLeg('minutes')} label={say('column.minutes')} width={4} inputMode="numeric" />
          <Input {...ofLeg('price')} label={say('column.price')} prefix="£" width={5} />
          <Input {...ofLeg('firstAt')} label={say('travel.first')} width={5} />
          <Input {...ofLeg('lastAt')} label={say('travel.last')} width={5} />
          <Input {...ofLeg('every')} label={say('travel.every')} width={4} inputMode="numeric" />
          <Select
            {...ofLeg('bothWays')}
            label={say('travel.both')}
            items={[
              { value: 'yes', text: say('yes') },
              { value: 'no', text: say('no') },
            ]}
          />
          <Button>{say('travel.save')}</Button>
        </form>
      </Section>
      <Section id="h-hours" title={say('hours.title')}>
        <p class="govuk-body">{say('hours.text')}</p>
        <form method="post" action="/travel-times/hours" novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <Input {...ofHours('place')} label={say('stop.place')} />
          <Checkboxes
            name="weekdays"
            values={typedList(hours, 'weekdays')}
            legend={say('hours.days')}
            error={problemOf(hours.problems, 'weekdays', say)}
            items={weekdays.map((day) => ({ value: String(day), text: say(`weekday.${day}`) }))}
          />
          <Input {...ofHours('opensAt')} label={say('stop.opens')} width={5} />
          <Input {...ofHours('closesAt')} label={say('stop.closes')} width={5} />
          <Button kind="secondary">{say('hours.save')}</Button>
        </form>
      </Section>
      <Section id="h-file" title={say('file.title')}>
        <form method="post" action="/travel-times/file" novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <Textarea
            name="lines"
            label={say('file.label')}
            hint={say('file.hint')}
            rows={6}
            value={typedText(file, 'lines')}
            error={file.problems.length > 0 ? say('problem.file', { line: badLine ?? 0 }) : undefined}
          />
          <Button kind="secondary">{say('file.save')}</Button>
        </form>
      </Section>
    </>
  )
}
