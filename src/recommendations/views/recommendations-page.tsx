import { EvidenceNavigation } from '../../context-events/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  Cell,
  Empty,
  FilterRow,
  Input,
  Link,
  PageHead,
  PrintButton,
  ProblemSummary,
  problemOf,
  Row,
  RowHead,
  Section,
  Select,
  StatusTag,
  Table,
} from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Evidence, Recommendation, Standing } from '../queries.ts'
import { evidenceOf, nameOf } from '../shown.ts'
import { evidenceKinds } from '../standing-states.ts'
import { words } from '../words.ts'

export interface AllProps {
  page: PageContext
  list: readonly Recommendation[]
  counted: readonly Evidence[]
  prisons: readonly { id: string; name: string }[]
  prisonId: string
  isOwn: boolean
  mayKeep: boolean
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** What was recommended about families, and how a prison stands with each. */
export function RecommendationsPage(props: AllProps) {
  const { page, list, prisons, prisonId, mayKeep, form } = props
  const say = words(page.locale)
  const asked = mayKeep && prisonId ? `?prison=${prisonId}` : ''
  const inPlace = list.filter(({ standing }) => standing?.state === 'IN_PLACE').length
  return (
    <Layout
      page={page}
      title={say('title')}
      hasProblems={form.problems.length > 0}
      subNavigation={<EvidenceNavigation page={page} current="recommendations" />}
    >
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead
        title={say('title')}
        sub={list.length > 0 ? say('sub', { inPlace, all: list.length }) : undefined}
        actions={
          list.length > 0 && (
            <>
              <PrintButton>{say('print')}</PrintButton>
              <Link class="" href={`/recommendations.csv${asked}`}>
                {say('csv')}
              </Link>
            </>
          )
        }
      />
      {mayKeep && prisons.length > 1 && (
        <FilterRow
          label={say('c.prison')}
          summary={say('c.prison')}
          action="/recommendations"
          submit={say('show')}
          isOpen
        >
          <Select
            name="prison"
            label={say('c.prison')}
            items={prisons.map(({ id, name }) => ({ value: id, text: name }))}
            value={prisonId}
          />
        </FilterRow>
      )}
      {list.length === 0 ? (
        <Empty title={say('none')}>
          <p class="govuk-body">{say(mayKeep ? 'none-yours' : 'none-text')}</p>
        </Empty>
      ) : (
        <Lines {...props} asked={asked} />
      )}
      {mayKeep && <AddForm {...props} />}
    </Layout>
  )
}

function Lines({ page, list, counted, isOwn, asked }: AllProps & { asked: string }) {
  const { locale } = page
  const say = words(locale)
  const heads = [say('c.state'), say('c.lead'), say('c.due'), say('c.evidence')]
  return (
    <Table
      caption={say('title')}
      isCaptionHidden
      columns={[{ text: say('c.what') }, ...heads.map((text) => ({ text }))]}
    >
      {list.map((one) => (
        <Row>
          <RowHead>
            <Link class="tl-link" href={`/recommendations/${one.id}${asked}`}>
              {nameOf(locale, one)}
            </Link>
            <small>{one.review}</small>
          </RowHead>
          <Cell label={heads[0]!}>{say(`state.${one.standing?.state ?? 'UNSAID'}`)}</Cell>
          <Cell label={heads[1]!}>{one.standing?.lead || say('nobody')}</Cell>
          <Cell label={heads[2]!}>
            <Due page={page} standing={one.standing} />
          </Cell>
          <Cell label={heads[3]!}>{evidenceOf(locale, one, counted, isOwn) || say('evidence.none')}</Cell>
        </Row>
      ))}
    </Table>
  )
}

/** By when; late where the day has passed and it is not in place. */
export function Due({ page, standing }: { page: PageContext; standing: Standing | null }) {
  const say = words(page.locale)
  if (!standing?.dueOn) return <>{say('no-day')}</>
  const isLate =
    standing.dueOn < dayAt(page.now) && (standing.state === 'NOT_BEGUN' || standing.state === 'IN_PROGRESS')
  return (
    <>
      {formatDay(page.locale, standing.dueOn, 'short')} {isLate && <StatusTag tone="bad">{say('late')}</StatusTag>}
    </>
  )
}

function AddForm({ page, form }: AllProps) {
  const say = words(page.locale)
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  return (
    <Section id="h-add" title={say('add.title')}>
      <form method="post" action="/recommendations" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Input {...field('review')} label={say('add.review')} />
        <Input {...field('number')} label={say('add.number')} hint={say('add.number-hint')} width={5} />
        <Input {...field('words')} label={say('add.words')} hint={say('add.words-hint')} />
        <Input {...field('source')} label={say('add.source')} hint={say('add.source-hint')} />
        <Select
          {...field('evidence')}
          label={say('add.evidence')}
          items={[
            { value: '', text: say('evidence.none') },
            ...evidenceKinds.map((kind) => ({ value: kind, text: say(`kind.${kind}`) })),
          ]}
        />
        <Button>{say('add.save')}</Button>
      </form>
    </Section>
  )
}
