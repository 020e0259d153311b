import type { Agency } from '../../agencies/index.ts'
import {
  Button,
  Cell,
  Details,
  Empty,
  FilterRow,
  Input,
  Link,
  PageHead,
  Pager,
  ProblemSummary,
  problemOf,
  Row,
  RowHead,
  Select,
  Table,
} from '../../platform/web/components/index.ts'
import type { Problem } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { actions, actionWords, entryCells, outcomes } from '../entry-cells.ts'
import type { AuditEntry, AuditFilter } from '../queries.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  filter: AuditFilter
  /** As it was typed. */
  sent: Record<string, string>
  problems: readonly Problem[]
  agencies: readonly Agency[]
  entries: readonly AuditEntry[]
  hasMore: boolean
}

/** The auditor's search: every look, change and sign-in, the newest first. */
export function AuditPage(props: Props) {
  const { page, sent, problems, entries, hasMore } = props
  const say = words(page.locale)
  const [when, who, what, parts, people, by] = (
    ['c.when', 'c.who', 'c.what', 'c.parts', 'c.people', 'c.where'] as const
  ).map((key) => say(key))
  return (
    <Layout page={page} title={say('audit')} hasProblems={problems.length > 0}>
      <ProblemSummary problems={problems} say={say} />
      <PageHead title={say('audit')} sub={say('audit.sub')} />
      <Filters {...props} />
      {entries.length === 0 ? (
        <Empty title={say('empty')}>
          <p>{say('empty-text')}</p>
        </Empty>
      ) : (
        <>
          <Table
            caption={say('audit')}
            isCaptionHidden
            columns={[when, who, what, parts, people, by].map((text) => ({ text: text! }))}
          >
            {entries.map((entry) => {
              const [at, account, agency, action, outcome, seen, count, channel, reason] = entryCells(
                page.locale,
                entry,
              )
              return (
                <Row>
                  <RowHead>{at}</RowHead>
                  <Cell label={who}>{[account, agency].filter(Boolean).join(', ')}</Cell>
                  <Cell label={what}>
                    {action}
                    {entry.outcome !== 'done' && `, ${outcome}`}
                    {reason && <p class="govuk-body-s">{reason}</p>}
                  </Cell>
                  <Cell label={parts}>{seen}</Cell>
                  <Cell label={people}>{count}</Cell>
                  <Cell label={by}>{channel}</Cell>
                </Row>
              )
            })}
          </Table>
          <Pager
            shown={say('shown', { count: entries.length })}
            previous={sent['before'] ? { href: hrefOf(sent), text: say('newest') } : undefined}
            next={hasMore ? { href: hrefOf(sent, entries.at(-1)!.id), text: say('older') } : undefined}
          />
          <Export {...props} />
        </>
      )}
    </Layout>
  )
}

function Filters({ page, filter, sent, problems, agencies }: Props) {
  const say = words(page.locale)
  const all = { value: '', text: say('all') }
  const isFiltered = fields.some((field) => sent[field])
  const line = (name: 'account' | 'number') => (
    <Input name={name} label={say(`f.${name}`)} value={sent[name]} autocomplete="off" />
  )
  const day = (name: 'from' | 'to') => (
    <Input name={name} type="date" label={say(`f.${name}`)} value={sent[name]} error={problemOf(problems, name, say)} />
  )
  return (
    <FilterRow
      label={say('filters')}
      summary={say('filters.change')}
      action="/audit"
      submit={say('show')}
      isOpen
      links={isFiltered ? [{ text: say('filters.clear'), href: '/audit' }] : []}
    >
      {line('account')}
      {line('number')}
      <Select
        name="agency"
        label={say('f.agency')}
        value={filter.agency}
        items={[all, ...agencies.map(({ id, name }) => ({ value: id, text: name }))]}
      />
      <Select
        name="action"
        label={say('f.action')}
        value={filter.action}
        items={[all, ...actions.map((action) => ({ value: action, text: actionWords(page.locale, action) }))]}
      />
      <Select
        name="outcome"
        label={say('f.outcome')}
        value={filter.outcome}
        items={[all, ...outcomes.map((outcome) => ({ value: outcome, text: say(`outcome.${outcome}`) }))]}
      />
      {day('from')}
      {day('to')}
    </FilterRow>
  )
}

function Export({ page, sent, problems }: Props) {
  const say = words(page.locale)
  return (
    <Details summary={say('export')} isOpen={problems.some(({ field }) => field === 'reason')}>
      <form method="get" action="/audit.csv">
        {fields.map((field) => sent[field] && <input type="hidden" name={field} value={sent[field]} />)}
        <Input
          name="reason"
          label={say('export.reason')}
          hint={say('export.reason-hint')}
          value={sent['reason']}
          error={problemOf(problems, 'reason', say)}
        />
        <Button kind="secondary">{say('export.go')}</Button>
      </form>
      <p class="govuk-body">
        {say('export.many')} <Link href="/exports">{say('export.asked')}</Link>
      </p>
    </Details>
  )
}

const fields = ['account', 'number', 'agency', 'action', 'outcome', 'from', 'to'] as const

function hrefOf(sent: Record<string, string>, before?: number): string {
  const query = new URLSearchParams()
  for (const field of fields) if (sent[field]) query.set(field, sent[field])
  if (before) query.set('before', String(before))
  return `/audit?${query}`
}
