import type { Agency } from '../../agencies/index.ts'
import { EvidenceNavigation } from '../../context-events/index.ts'
import { formatDay, formatNumber } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button, Cell, DateInput, Empty, Input, Link, PageHead, PrintButton, ProblemSummary, problemOf, Row, RowHead, Section, Select, Table,
  Textarea,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { ShownAction } from '../keep-action.ts'
import type { Leader } from '../queries/smart.ts'
import type { Target } from '../queries/targets.ts'
import { words } from '../words.ts'
import { deliveredOf, StatusOf } from './status-line.tsx'

interface Props {
  page: PageContext
  actions: readonly ShownAction[]
  targets: readonly Target[]
  /** Those whose plan the reader may write. */
  agencies: readonly Agency[]
  /** Their managers. */
  leaders: readonly Leader[]
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** Every partner's plan: what, measured how, led by whom, until when, and what the figures say. */
export function SmartPlansPage(props: Props) {
  const { page, actions, form } = props
  const say = words(page.locale)
  const partners = Map.groupBy(actions, ({ agencyName }) => agencyName)
  return (
    <Layout
      page={page}
      title={say('smart.title')}
      print="wide"
      subNavigation={<EvidenceNavigation page={page} current="smart-plans" />}
      hasProblems={form.problems.length > 0}
    >
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={say('smart.title')} sub={say('smart.sub')} actions={<PrintButton>{say('print')}</PrintButton>} />
      {actions.length === 0 && (
        <Empty title={say('smart.none')}>
          <p class="govuk-body">{say('smart.none-text')}</p>
        </Empty>
      )}
      {[...partners].map(([name, own], index) => (
        <Section id={`h-partner-${index}`} title={name}>
          <Actions page={page} name={name} actions={own} />
        </Section>
      ))}
      <Section id="h-add" title={say('smart.add')}>
        <AddAction {...props} />
      </Section>
    </Layout>
  )
}

function Actions({ page, name, actions }: { page: PageContext; name: string; actions: readonly ShownAction[] }) {
  const say = words(page.locale)
  const heads = [say('smart.c.what'), say('smart.c.done'), say('smart.c.lead'), say('c.due'), say('c.status')]
  const number = (value: number) => formatNumber(page.locale, value)
  return (
    <Table caption={say('smart.caption', { name })} isCaptionHidden columns={heads.map((text) => ({ text }))}>
      {actions.map((action) => (
        <Row>
          <RowHead>
            <Link href={`/smart-plans/${action.id}`}>{action.specific}</Link>
            <small>{action.measuredBy}</small>
          </RowHead>
          <Cell label={heads[1]}>
            {say('smart.done-of', {
              done: action.isCovered ? deliveredOf(page, action) : number(action.delivered),
              amount: number(action.amount),
            })}
          </Cell>
          <Cell label={heads[2]}>{action.lead}</Cell>
          <Cell label={heads[3]} class="tl-date">
            {formatDay(page.locale, action.dueOn)}
          </Cell>
          <Cell label={heads[4]}>
            <ActionStatus page={page} action={action} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

/** What the figures say, and beneath it the partner's own word where it is another. */
export function ActionStatus({ page, action }: { page: PageContext; action: ShownAction }) {
  const say = words(page.locale)
  return (
    <span>
      <StatusOf page={page} status={action.figures.status} />
      {action.isContradicted && (
        <small class="is-warn">{say('smart.contradicts', { status: say(`status.${action.last!.status}`) })}</small>
      )}
    </span>
  )
}

function AddAction({ page, targets, agencies, leaders, form }: Props) {
  const say = words(page.locale)
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  const day = (name: string) => ({ name, values: dayBoxes(form, name), error: problemOf(form.problems, name, say) })
  return (
    <form method="post" action="/smart-plans" novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <Select
        {...field('agencyId')}
        label={say('smart.agency')}
        items={agencies.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <Textarea {...field('specific')} label={say('smart.specific')} rows={2} />
      <Input {...field('measuredBy')} label={say('smart.measure')} hint={say('smart.measure-hint')} />
      <Select
        {...field('targetId')}
        label={say('smart.target')}
        hint={say('smart.target-hint')}
        items={[
          { value: '', text: say('smart.no-target') },
          ...targets.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <Input
        {...field('amount')}
        label={say('smart.amount')}
        hint={say('smart.amount-hint')}
        width={10}
        inputMode="numeric"
      />
      <Input {...field('lead')} label={say('smart.lead')} hint={say('smart.lead-hint')} />
      <Select
        {...field('leadAccountId')}
        label={say('smart.reminded')}
        hint={say('smart.reminded-hint')}
        items={[
          { value: '', text: say('smart.reminded-all') },
          ...leaders.map(({ id, name, agencyName }) => ({ value: id, text: `${name}, ${agencyName}` })),
        ]}
      />
      <DateInput {...day('sinceOn')} legend={say('smart.since')} />
      <DateInput {...day('dueOn')} legend={say('smart.due')} />
      <Button preventDoubleClick>{say('smart.button')}</Button>
    </form>
  )
}
