import { CaseLayout, PartNotSeen, sees } from '../../cases/index.ts'
import { dayAt, daysBetween } from '../../platform/calendar-day.ts'
import { BackLink, PageHead, PlainTable, PrintButton, Section } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { progressOf } from '../progress.ts'
import type { WholePlan } from '../read-plan.ts'
import { agreements } from '../reviews/stages.ts'
import { words } from '../words.ts'
import { ProgressLine } from './parts/progress-line.tsx'

/**
 * What came of the plan, in numbers, for whoever paid. Nobody is named: the frame of the case is left out, and so are the words of
 * goals, steps and reviews, which may hold names.
 */
export function FunderSummaryPage({ page, frame, ...plan }: WholePlan & { page: PageContext }) {
  const { locale } = page
  const say = words(locale)
  const title = say('funder.title')
  if (!sees(frame, 'plan'))
    return (
      <CaseLayout page={page} frame={frame} current="plan" title={title}>
        <PartNotSeen locale={locale} frame={frame} />
      </CaseLayout>
    )
  return (
    <Layout page={page} title={title} print="nameless">
      <BackLink href={`/cases/${frame.caseId}/plan`}>{say('form.all')}</BackLink>
      <PageHead title={title} sub={say('funder.sub')} actions={<PrintButton>{say('plan.print')}</PrintButton>} />
      <Numbers page={page} frame={frame} {...plan} />
    </Layout>
  )
}

function Numbers({ page, goals, steps, reviews, pathways }: WholePlan & { page: PageContext }) {
  const { locale } = page
  const say = words(locale)
  const begun = [...goals, ...steps].map(({ madeAt }) => dayAt(madeAt)).sort()[0]
  const weeks = begun ? Math.floor(daysBetween(begun, dayAt(page.now)) / 7) : 0
  const done = steps.filter(({ status }) => status === 'COMPLETED')
  const inTime = done.filter(({ dueOn, closedAt }) => dueOn !== null && closedAt !== null && dayAt(closedAt) <= dueOn)
  const helping = new Set(steps.flatMap(({ owner, contributingIds }) => [owner.agencyId, ...contributingIds]))
  helping.delete(null)
  const facts = [
    [say('funder.weeks'), weeks],
    [say('funder.goals'), goals.filter(({ status }) => status !== 'REMOVED').length],
    [say('funder.reached'), goals.filter(({ status }) => status === 'ACHIEVED').length],
    [say('funder.done'), done.length],
    [say('funder.in-time'), inTime.length],
    [say('funder.own'), done.filter(({ owner }) => owner.isForPerson).length],
    [say('funder.agencies'), helping.size],
    [say('funder.reviews'), reviews.length],
    ...agreements.map((each) => [
      say(`funder.agreement.${each}`),
      reviews.filter(({ agreement }) => agreement === each).length,
    ]),
  ]
  const byPathway = pathways.flatMap(({ code, name }) => {
    const progress = progressOf(steps.filter(({ pathway }) => pathway === code))
    return progress.all === 0 ? [] : [[{ text: name }, { text: <ProgressLine locale={locale} progress={progress} /> }]]
  })
  return (
    <>
      <Section id="h-numbers" title={say('funder.numbers')}>
        <PlainTable
          firstCellIsHeader
          rows={facts.map(([text, count]) => [{ text }, { text: count, format: 'numeric' }])}
        />
      </Section>
      {byPathway.length > 0 && (
        <Section id="h-pathways" title={say('progress.title')}>
          <PlainTable firstCellIsHeader rows={byPathway} />
        </Section>
      )}
    </>
  )
}
