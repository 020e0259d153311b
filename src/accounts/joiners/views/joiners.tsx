import { SettingsFrame } from '../../../agencies/index.ts'
import { formatDay } from '../../../platform/dates.ts'
import { newId } from '../../../platform/ids.ts'
import {
  Button,
  ButtonGroup,
  Cell,
  FileUpload,
  Link,
  Row,
  RowHead,
  Section,
  StatusTag,
  SummaryList,
  Table,
  Textarea,
} from '../../../platform/web/components/index.ts'
import type { PageContext } from '../../../platform/web/page-context.ts'
import { words } from '../../words.ts'
import type { Outcome, Plan, PlannedRow } from '../plan-joiners.ts'

interface Common {
  page: PageContext
  may: ReadonlySet<string>
}

/** Choose the list, or paste it. */
export function JoinersPage({ page, may, problem, pasted }: Common & { problem: string | undefined; pasted: string }) {
  const say = words(page.locale)
  const told = problem ? say(`list.problem.${problem}` as 'list.problem.missing') : undefined
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('list.title')}
      sub={say('list.sub')}
      back={{ href: '/settings/users', text: say('users') }}
      problems={problem ? [{ field: 'file', message: `list.problem.${problem}` }] : []}
      say={say}
    >
      <form method="post" action="/settings/users/list" enctype="multipart/form-data">
        <FileUpload
          name="file"
          label={say('list.file')}
          hint={say('list.file.hint')}
          accept=".csv,.tsv,.txt"
          error={told}
        />
        <Textarea name="pasted" label={say('list.pasted')} hint={say('list.pasted.hint')} rows={5} value={pasted} />
        <Button>{say('list.read')}</Button>
      </form>
    </SettingsFrame>
  )
}

/** What the list would do: the counts, what is set aside, and everybody else. */
export function JoinersPreviewPage({ page, may, plan, list }: Common & { plan: Plan; list: string }) {
  const say = words(page.locale)
  const { joins, changes, leaves } = plan.counts
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('list.preview')}
      sub={say('list.preview.sub')}
      back={{ href: '/settings/users/list', text: say('list.other') }}
    >
      <Counts page={page} plan={plan} />
      <Rows page={page} plan={plan} />
      {joins + changes + leaves > 0 && (
        <form method="post" action="/settings/users/list/apply">
          <input type="hidden" name="formId" value={newId()} />
          <input type="hidden" name="list" value={list} />
          <ButtonGroup>
            <Button preventDoubleClick>{say('list.apply')}</Button>
            <Link href="/settings/users">{say('list.cancel')}</Link>
          </ButtonGroup>
        </form>
      )}
    </SettingsFrame>
  )
}

/** What the list did. */
export function JoinersDonePage({ page, may, plan }: Common & { plan: Plan }) {
  const say = words(page.locale)
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('list.done')}
      back={{ href: '/settings/users', text: say('users') }}
      done={say('list.done.text')}
    >
      <Counts page={page} plan={plan} />
      <Rows page={page} plan={plan} />
    </SettingsFrame>
  )
}

function Counts({ page, plan }: { page: PageContext; plan: Plan }) {
  const say = words(page.locale)
  const outcomes: Outcome[] = ['joins', 'changes', 'leaves', 'stays', 'set-aside']
  return (
    <SummaryList
      rows={outcomes.map((outcome) => ({ key: say(`list.${outcome}`), value: String(plan.counts[outcome]) }))}
    />
  )
}

const order: readonly Outcome[] = ['set-aside', 'leaves', 'joins', 'changes']
const tones = { 'set-aside': 'bad', leaves: 'warn', joins: 'good', changes: 'accent', stays: undefined } as const
const mostShown = 200

function Rows({ page, plan }: { page: PageContext; plan: Plan }) {
  const say = words(page.locale)
  const told = order.flatMap((outcome) => plan.rows.filter((row) => row.outcome === outcome)).slice(0, mostShown)
  if (told.length === 0) return <p class="govuk-body">{say('list.nothing')}</p>
  return (
    <Section id="rows" title={say('list.rows')}>
      <Table
        caption={say('list.rows')}
        isCaptionHidden
        columns={[
          { text: say('list.row'), isNumeric: true },
          { text: say('name') },
          { text: say('list.what') },
          { text: say('list.when') },
        ]}
      >
        {told.map((row) => (
          <Row>
            <Cell label={say('list.row')} isNumeric>
              {row.row}
            </Cell>
            <RowHead>
              {row.shownName}
              <small>{row.email}</small>
            </RowHead>
            <Cell label={say('list.what')}>
              <StatusTag tone={tones[row.outcome]}>{say(`list.tag.${row.outcome}`)}</StatusTag>
              {row.problems.map((problem) => (
                <div>{say(`list.row.${problem}`)}</div>
              ))}
            </Cell>
            <Cell label={say('list.when')}>{termOf(page, row)}</Cell>
          </Row>
        ))}
      </Table>
    </Section>
  )
}

function termOf({ locale }: PageContext, { term: { startsOn, leavesOn } }: PlannedRow): string {
  const say = words(locale)
  const parts = [
    startsOn && say('list.from', { day: formatDay(locale, startsOn) }),
    leavesOn && say('list.until', { day: formatDay(locale, leavesOn) }),
  ]
  return parts.filter(Boolean).join(', ')
}
