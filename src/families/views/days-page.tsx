import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  Cell,
  DateInput,
  Empty,
  Input,
  Link,
  PageHead,
  ProblemSummary,
  problemOf,
  Row,
  RowHead,
  Section,
  Table,
  Textarea,
} from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { FamilyDay } from '../queries/days.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  days: readonly FamilyDay[]
  mayPlan: boolean
  form: FormState<unknown>
}

/** Days for families at this prison, and planning one. */
export function DaysPage(props: Props) {
  const { page, days, mayPlan, form } = props
  const { locale } = page
  const say = words(locale)
  const [invited, state] = [say('days.invited'), say('days.state')]
  return (
    <Layout page={page} title={say('days.title')} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={say('days.title')} sub={say('days.sub')} />
      {days.length === 0 ? (
        <Empty title={say('days.none')}>
          <p class="govuk-body">{say(mayPlan ? 'days.none-text' : 'days.not-ours')}</p>
        </Empty>
      ) : (
        <Table
          caption={say('days.title')}
          isCaptionHidden
          columns={[{ text: say('days.when') }, { text: invited }, { text: state }]}
        >
          {days.map(({ id, startsAt, places, ...day }) => (
            <Row>
              <RowHead>
                <Link href={`/families/days/${id}`}>{formatAt(locale, startsAt, 'long')}</Link>
              </RowHead>
              <Cell label={invited}>{say('days.of-places', { invited: day.invited, places })}</Cell>
              <Cell label={state}>
                {say(day.calledOffAt ? 'days.called-off' : day.isOver ? 'days.over' : 'days.to-come')}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      {mayPlan && <PlanForm {...props} />}
    </Layout>
  )
}

function PlanForm({ page, form }: Props) {
  const say = words(page.locale)
  const error = (name: string) => problemOf(form.problems, name, say)
  const field = (name: string) => ({ name, value: typedText(form, name), error: error(name) })
  return (
    <Section id="h-plan" title={say('days.plan')}>
      <form method="post" action="/families/days" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <DateInput name="on" legend={say('days.on')} values={dayBoxes(form, 'on')} error={error('on')} />
        <Input {...field('time')} label={say('days.time')} width={5} />
        <Input {...field('length')} label={say('days.length')} width={4} inputMode="numeric" />
        <Input {...field('places')} label={say('days.places')} width={4} inputMode="numeric" />
        <Textarea
          {...field('howToCome')}
          label={say('days.how-to-come')}
          hint={say('days.how-to-come-hint')}
          rows={3}
        />
        <Input {...field('whoComes')} label={say('days.who-comes')} hint={say('days.who-comes-hint')} />
        <Button>{say('days.save')}</Button>
      </form>
    </Section>
  )
}
