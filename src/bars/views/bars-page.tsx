import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  Cell,
  DateInput,
  Empty,
  Input,
  NotificationBanner,
  PageHead,
  Pager,
  ProblemSummary,
  problemOf,
  Radios,
  Row,
  RowHead,
  Section,
  Select,
  Table,
} from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { barKinds } from '../keep-bar.ts'
import type { Bar } from '../queries.ts'
import { words } from '../words.ts'

export interface BarsProps {
  page: PageContext
  form: { typed: Typed; problems: Problem[] }
  done: 'kept' | 'lifted' | undefined
  isManager: boolean
  /** Whom a manager may set a bar for, besides themself. */
  colleagues: readonly { id: string; name: string }[]
  bars: readonly Bar[]
  number: number
  hasMore: boolean
}

/** "I know this person": what keeps a worker from a record, said by themself or by their manager. */
export function BarsPage(props: BarsProps) {
  const { page, form, done, isManager } = props
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('title')} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      {done && <NotificationBanner isSuccess text={say(`done.${done}`)} />}
      <PageHead title={say('title')} sub={say('sub')} />
      <BarForm {...props} />
      {isManager && (
        <Section id="h-bars" title={say('list')}>
          <BarTable {...props} />
        </Section>
      )}
    </Layout>
  )
}

function BarForm({ page, form, isManager, colleagues }: BarsProps) {
  const say = words(page.locale)
  const error = (field: string) => problemOf(form.problems, field, say)
  return (
    <form method="post" action="/bars" novalidate>
      <input type="hidden" name="formId" value={newId()} />
      {isManager && (
        <Select
          name="accountId"
          label={say('who')}
          value={typedText(form, 'accountId')}
          items={[{ value: '', text: say('me') }, ...colleagues.map(({ id, name }) => ({ value: id, text: name }))]}
        />
      )}
      <Radios
        name="kind"
        legend={{ text: say('kind'), size: 'm' }}
        isSmall
        items={barKinds.map((kind) => ({ value: kind, text: say(`kind.${kind}`) }))}
        value={typedText(form, 'kind')}
        error={error('kind')}
      />
      <Input
        name="number"
        label={say('number')}
        hint={say('number-hint')}
        width={20}
        value={typedText(form, 'number')}
        error={error('number')}
      />
      <Input
        name="givenName"
        label={say('given')}
        width={20}
        value={typedText(form, 'givenName')}
        error={error('givenName')}
      />
      <Input
        name="familyName"
        label={say('family')}
        width={20}
        value={typedText(form, 'familyName')}
        error={error('familyName')}
      />
      <DateInput
        name="bornOn"
        legend={{ text: say('born') }}
        values={dayBoxes(form, 'bornOn')}
        error={error('bornOn')}
      />
      <Input
        name="reason"
        label={say('reason')}
        hint={say('reason-hint')}
        value={typedText(form, 'reason')}
        error={error('reason')}
      />
      <Button>{say('keep')}</Button>
    </form>
  )
}

function BarTable({ page, bars, number, hasMore }: BarsProps) {
  const { locale } = page
  const say = words(locale)
  const heads = { person: say('person'), kind: say('kind-short'), since: say('since'), lift: say('lift') }
  if (bars.length === 0) return <Empty title={say('none')} />
  return (
    <>
      <Table
        caption={say('list')}
        isCaptionHidden
        columns={[say('worker'), ...Object.values(heads)].map((text) => ({ text }))}
      >
        {bars.map((bar) => (
          <Row>
            <RowHead>{bar.accountName}</RowHead>
            <Cell label={heads.person}>{bar.personName ?? say('unseen')}</Cell>
            <Cell label={heads.kind}>
              {say(`kind.${bar.kind}`)}
              {bar.reason && <small>{bar.reason}</small>}
            </Cell>
            <Cell label={heads.since}>{formatAt(locale, bar.madeAt, 'brief')}</Cell>
            <Cell label={heads.lift}>
              <form method="post" action="/bars/lift">
                <input type="hidden" name="formId" value={newId()} />
                <input type="hidden" name="accountId" value={bar.accountId} />
                <input type="hidden" name="personId" value={bar.personId} />
                <button type="submit" class="tl-linklike">
                  {say('lift')}
                  <span class="govuk-visually-hidden">: {bar.accountName}</span>
                </button>
              </form>
            </Cell>
          </Row>
        ))}
      </Table>
      <Pager
        shown={say('shown', { count: bars.length })}
        previous={number > 1 ? { href: `/bars?page=${number - 1}`, text: say('earlier') } : undefined}
        next={hasMore ? { href: `/bars?page=${number + 1}`, text: say('later') } : undefined}
      />
    </>
  )
}
