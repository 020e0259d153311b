import { EvidenceNavigation } from '../../context-events/index.ts'
import { formatDay } from '../../platform/dates.ts'
import {
  Cell, Empty, Link, NotificationBanner, PageHead, Pager, PrintButton, Row, RowHead, StatusTag, Table,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { type Evaluation, type EvaluationState, stateOf } from '../evaluation.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  evaluations: readonly Evaluation[]
  /** From 1. */
  pageNumber: number
  isMore: boolean
  first: number
}

/** The plans of how to find out what works, those that go on first. */
export function EvaluationsPage({ page, evaluations, pageNumber, isMore, first }: Props) {
  const { locale } = page
  const say = words(locale)
  const heads = [say('c.title'), say('form.about'), say('form.design'), say('c.period'), say('c.state')]
  return (
    <Layout
      page={page}
      title={say('title')}
      print="wide"
      subNavigation={<EvidenceNavigation page={page} current="evaluations" />}
    >
      <PageHead
        title={say('title')}
        sub={say('sub')}
        actions={
          <>
            <Link href="/evaluations/new">{say('new')}</Link>
            <Link href="/evaluations/sample-size">{say('size.title')}</Link>
            {evaluations.length > 0 && <Link href="/evaluations.csv">{say('csv')}</Link>}
            <PrintButton>{say('print')}</PrintButton>
          </>
        }
      />
      {evaluations.length === 0 ? (
        <Empty title={say('none')}>
          <p class="govuk-body">{say('none-text')}</p>
        </Empty>
      ) : (
        <Table caption={say('title')} isCaptionHidden columns={heads.map((text) => ({ text }))}>
          {evaluations.map((evaluation) => (
            <Row>
              <RowHead>
                <Link class="tl-link" href={`/evaluations/${evaluation.id}`}>
                  {evaluation.title}
                </Link>
                <small>{evaluation.agencyName}</small>
              </RowHead>
              <Cell label={heads[1]}>{say(`about.${evaluation.about}`)}</Cell>
              <Cell label={heads[2]}>{say(`design.${evaluation.design}`)}</Cell>
              <Cell label={heads[3]}>
                {say('from-to', {
                  from: formatDay(locale, evaluation.fromOn, 'full'),
                  to: formatDay(locale, evaluation.untilOn, 'full'),
                })}
              </Cell>
              <Cell label={heads[4]}>
                <StateTag page={page} state={stateOf(evaluation)} />
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      {(pageNumber > 1 || isMore) && (
        <Pager
          shown={say('shown', { first, last: first + evaluations.length - 1 })}
          previous={pageNumber > 1 ? { href: `/evaluations?page=${pageNumber - 1}`, text: say('previous') } : undefined}
          next={isMore ? { href: `/evaluations?page=${pageNumber + 1}`, text: say('next') } : undefined}
        />
      )}
    </Layout>
  )
}

const tones = { PLANNED: undefined, UNDER_WAY: 'accent', REPORTED: 'good', STOPPED: 'warn' } as const

/** Where an evaluation stands. */
export function StateTag({ page, state }: { page: PageContext; state: EvaluationState }) {
  return <StatusTag tone={tones[state]}>{words(page.locale)(`state.${state}`)}</StatusTag>
}

/** What was just done. */
export function Done({
  page,
  done,
}: {
  page: PageContext
  done: 'planned' | 'changed' | 'begun' | 'written' | 'stopped' | undefined
}) {
  return done ? <NotificationBanner isSuccess text={words(page.locale)(`done.${done}`)} /> : null
}
