import { EvidenceNavigation } from '../../context-events/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import {
  BackLink, Link, Note, PageHead, PlainList, PrintButton, ProblemSummary, Section, SummaryList,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import type { FormState } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { type Evaluation, lacksOf, stateOf } from '../evaluation.ts'
import type { CountedMeasure } from '../measures.ts'
import type { Entry } from '../queries/entries.ts'
import { words } from '../words.ts'
import { BeginForm, EntryForm, StopForm } from './evaluation-forms.tsx'
import { Done, StateTag } from './evaluations-page.tsx'
import { sizeSentence } from './size-parts.tsx'

export interface EvaluationProps {
  page: PageContext
  evaluation: Evaluation
  measures: readonly CountedMeasure[]
  entries: readonly Entry[]
  /** What a result can be linked to. */
  analyses: readonly { id: string; title: string }[]
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  done: 'planned' | 'changed' | 'begun' | 'written' | 'stopped' | undefined
}

/** One evaluation: what was planned, what its measures say now, what was found. */
export function EvaluationPage(props: EvaluationProps) {
  const { page, evaluation, entries, form, done } = props
  const { locale } = page
  const say = words(locale)
  const state = stateOf(evaluation)
  const results = entries.filter(({ kind }) => kind === 'RESULT')
  const changes = entries.filter(({ kind }) => kind === 'CHANGE')
  return (
    <Layout
      page={page}
      title={evaluation.title}
      hasProblems={form.problems.length > 0}
      subNavigation={<EvidenceNavigation page={page} current="evaluations" />}
    >
      <BackLink href="/evaluations">{say('title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <Done page={page} done={done} />
      <PageHead
        title={evaluation.title}
        sub={evaluation.agencyName}
        actions={
          <>
            {state === 'PLANNED' && <Link href={`/evaluations/${evaluation.id}/edit`}>{say('edit')}</Link>}
            <Link href={`/evaluations/${evaluation.id}/plain`}>{say('plain')}</Link>
            <PrintButton>{say('print')}</PrintButton>
          </>
        }
      />
      <Plan {...props} />
      {state === 'PLANNED' && <BeginForm {...props} />}
      <Section id="h-measures" title={say('measures')}>
        <MeasuresNow {...props} />
      </Section>
      {evaluation.beganAt && (
        <Section id="h-results" title={say('results')}>
          {results.length === 0 ? (
            <p class="govuk-body">{say('results.none', { day: formatDay(locale, evaluation.untilOn, 'full') })}</p>
          ) : (
            <Entries page={page} entries={results} />
          )}
          <p class="govuk-body tl-quiet">{say(`caveat.${evaluation.design}`)}</p>
        </Section>
      )}
      {changes.length > 0 && (
        <Section id="h-changes" title={say('changes')}>
          <Entries page={page} entries={changes} />
        </Section>
      )}
      {evaluation.beganAt && state !== 'STOPPED' && <EntryForm {...props} />}
      {(state === 'PLANNED' || state === 'UNDER_WAY') && <StopForm {...props} />}
    </Layout>
  )
}

function Plan({ page, evaluation }: EvaluationProps) {
  const { locale } = page
  const say = words(locale)
  const { sampleSize, design, stoppedAt, stoppedReason, beganAt } = evaluation
  const day = (on: string) => formatDay(locale, on, 'full')
  const on = (at: Date) => day(dayAt(at))
  const isLacking = (lack: 'PEOPLE' | 'APPROVAL') => lacksOf(evaluation).includes(lack)
  return (
    <>
      {stoppedAt && (
        <Note tone="warn" title={say('stopped-on', { day: on(stoppedAt) })}>
          <p class="govuk-body tl-m0">{stoppedReason}</p>
        </Note>
      )}
      <SummaryList
        rows={[
          { key: say('c.state'), value: <StateTag page={page} state={stateOf(evaluation)} /> },
          { key: say('form.about'), value: say(`about.${evaluation.about}`) },
          { key: say('c.question'), value: evaluation.question },
          {
            key: say('form.design'),
            value: (
              <>
                {say(`design.${design}`)}. {say(`design-hint.${design}`)}
              </>
            ),
          },
          {
            key: say('c.people'),
            value: sampleSize
              ? sizeSentence(locale, sampleSize)
              : say(isLacking('PEOPLE') ? 'lack.PEOPLE' : 'people.series'),
          },
          {
            key: say('c.period'),
            value: say('from-to', { from: day(evaluation.fromOn), to: day(evaluation.untilOn) }),
          },
          { key: say('c.led'), value: evaluation.ledBy },
          { key: say('c.approval'), value: isLacking('APPROVAL') ? say('lack.APPROVAL') : evaluation.approval },
          {
            key: say('c.planned'),
            value: beganAt
              ? say('planned-begun', { name: evaluation.madeByName, day: on(evaluation.madeAt), begun: on(beganAt) })
              : say('planned-by', { name: evaluation.madeByName, day: on(evaluation.madeAt) }),
          },
        ]}
      />
    </>
  )
}

function MeasuresNow({ page, evaluation, measures }: EvaluationProps) {
  const say = words(page.locale)
  if (evaluation.measures.length === 0) return <p class="govuk-body">{say('lack.MEASURES')}</p>
  return (
    <>
      <PlainList>
        {evaluation.measures.map((key) => {
          const measure = measures.find((one) => one.key === key)
          return (
            <li>
              {measure ? (
                <Link class="tl-link" href={measure.href}>
                  {measure.name}
                </Link>
              ) : (
                say('measure.unseen')
              )}
              {measure && (
                <p class="tl-m0 tl-quiet">
                  {say('form.measure', { kind: say(`kind.${measure.kind}`), value: measure.value })}
                </p>
              )}
            </li>
          )
        })}
      </PlainList>
      <p class="govuk-body tl-quiet">{say('measures.text')}</p>
    </>
  )
}

function Entries({ page, entries }: { page: PageContext; entries: readonly Entry[] }) {
  const { locale } = page
  const say = words(locale)
  return (
    <PlainList>
      {entries.map((entry) => (
        <li>
          <p class="govuk-body tl-measure tl-m0">{entry.words}</p>
          {entry.analysisId && (
            <p class="tl-m0">
              {entry.isAnalysisThere ? (
                <Link class="tl-link" href={`/evidence/analyses/${entry.analysisId}`}>
                  {say('analysis', { title: entry.analysisTitle })}
                </Link>
              ) : (
                say('analysis.gone', { title: entry.analysisTitle })
              )}
            </p>
          )}
          <p class="tl-m0 tl-quiet">
            {say('written-by', { name: entry.byName, day: formatDay(locale, dayAt(entry.madeAt), 'full') })}
          </p>
        </li>
      ))}
    </PlainList>
  )
}
