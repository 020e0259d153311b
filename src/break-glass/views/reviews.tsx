import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  Cell,
  CharacterCount,
  Empty,
  Link,
  PageHead,
  Pager,
  ProblemSummary,
  problemOf,
  Radios,
  Row,
  RowHead,
  StatusTag,
  SummaryList,
  Table,
} from '../../platform/web/components/index.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { BreakGlass } from '../queries.ts'
import { words } from '../words.ts'
import { stateOf } from './state.ts'

export interface ReviewsProps {
  page: PageContext
  rows: readonly BreakGlass[]
  /** Of the page, from 1. */
  number: number
  hasMore: boolean
}

/** What others opened in an emergency: those that wait for a review first. */
export function ReviewsPage({ page, rows, number, hasMore }: ReviewsProps) {
  const { locale, now } = page
  const say = words(locale)
  const heads = {
    who: say('reviews.who'),
    when: say('reviews.when'),
    due: say('reviews.due'),
    state: say('reviews.state'),
  }
  return (
    <Layout page={page} title={say('reviews.title')}>
      <PageHead title={say('reviews.title')} sub={say('reviews.sub')} />
      {rows.length === 0 && (
        <Empty title={say('reviews.none')}>
          <p class="govuk-body">{say('reviews.none-text')}</p>
        </Empty>
      )}
      {rows.length > 0 && (
        <Table
          caption={say('reviews.title')}
          isCaptionHidden
          columns={[say('reviews.record'), ...Object.values(heads)].map((text) => ({ text }))}
        >
          {rows.map((glass) => (
            <Row>
              <RowHead>
                <Link href={`/break-glass/${glass.id}/review`}>{glass.personName ?? glass.identifier}</Link>
              </RowHead>
              <Cell label={heads.who}>{say('reviews.by', { name: glass.accountName, agency: glass.agencyName })}</Cell>
              <Cell label={heads.when}>{formatAt(locale, glass.usedAt, 'brief')}</Cell>
              <Cell label={heads.due}>
                {formatAt(locale, glass.reviewDueAt, 'brief')}{' '}
                {!glass.reviewedAt && glass.reviewDueAt < now && (
                  <StatusTag tone="bad">{say('reviews.late')}</StatusTag>
                )}
              </Cell>
              <Cell label={heads.state}>{stateOf(locale, glass, now)}</Cell>
            </Row>
          ))}
        </Table>
      )}
      {rows.length > 0 && (
        <Pager
          shown={say('reviews.shown', { count: rows.length })}
          previous={
            number > 1 ? { href: `/break-glass/reviews?page=${number - 1}`, text: say('reviews.newer') } : undefined
          }
          next={hasMore ? { href: `/break-glass/reviews?page=${number + 1}`, text: say('reviews.older') } : undefined}
        />
      )}
    </Layout>
  )
}

export interface ReviewProps {
  page: PageContext
  glass: BreakGlass
  form: { typed: Typed; problems: Problem[] }
}

/** One use, and whether it was right. */
export function ReviewPage({ page, glass, form }: ReviewProps) {
  const { locale, now } = page
  const say = words(locale)
  const title = say('review.title', { name: glass.accountName })
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <BackLink href="/break-glass/reviews">{say('reviews.title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={stateOf(locale, glass, now)} />
      <SummaryList
        rows={[
          { key: say('reviews.record'), value: glass.personName ?? say('review.unseen') },
          { key: say('glass.identifier'), value: glass.identifier },
          { key: say('reviews.who'), value: say('reviews.by', { name: glass.accountName, agency: glass.agencyName }) },
          { key: say('glass.used'), value: formatAt(locale, glass.usedAt) },
          { key: say('glass.reason'), value: glass.reason },
          { key: say('reviews.due'), value: formatAt(locale, glass.reviewDueAt) },
          ...(glass.finding
            ? [{ key: say('glass.finding'), value: `${say(`finding.${glass.finding}`)}. ${glass.findingWords}` }]
            : []),
        ]}
      />
      {!glass.finding && (
        <form method="post" action={`/break-glass/${glass.id}/review`} novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <Radios
            name="finding"
            legend={{ text: say('review.finding'), size: 'm' }}
            items={(['JUSTIFIED', 'NOT_JUSTIFIED'] as const).map((value) => ({ value, text: say(`finding.${value}`) }))}
            value={typedText(form, 'finding')}
            error={problemOf(form.problems, 'finding', say)}
          />
          <CharacterCount
            name="words"
            label={say('review.words')}
            hint={say('review.words-hint')}
            maxLength={1_000}
            rows={4}
            value={typedText(form, 'words')}
            error={problemOf(form.problems, 'words', say)}
          />
          <Button>{say('review.button')}</Button>
        </form>
      )}
    </Layout>
  )
}
