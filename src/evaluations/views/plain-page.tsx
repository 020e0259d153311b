import { formatDay, formatNumber } from '../../platform/dates.ts'
import { BackLink, PageHead, PrintButton } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { needed } from '../alternatives.ts'
import { type Evaluation, stateOf } from '../evaluation.ts'
import type { CountedMeasure } from '../measures.ts'
import type { Entry } from '../queries/entries.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  evaluation: Evaluation
  measures: readonly CountedMeasure[]
  entries: readonly Entry[]
}

/** The plan and what was found for whoever takes part, to print and to give: no word of statistics, and nobody’s figures. */
export function PlainPage({ page, evaluation, measures, entries }: Props) {
  const { locale } = page
  const say = words(locale)
  const { sampleSize, fromOn, untilOn } = evaluation
  const counted = evaluation.measures.flatMap((key) => measures.find((one) => one.key === key)?.name ?? [])
  const results = entries.filter(({ kind }) => kind === 'RESULT')
  const size = sampleSize && needed(sampleSize)
  const days = { from: formatDay(locale, fromOn, 'full'), to: formatDay(locale, untilOn, 'full') }
  return (
    <Layout page={page} title={say('plain.title', { title: evaluation.title })} print="nameless">
      <BackLink href={`/evaluations/${evaluation.id}`}>{evaluation.title}</BackLink>
      <PageHead title={evaluation.title} sub={say('plain')} actions={<PrintButton>{say('print')}</PrintButton>} />
      <Part title={say('plain.question')} lines={[evaluation.question]} />
      <Part title={say('plain.how')} lines={[say(`plain.how.${evaluation.design}`)]} />
      <Part
        title={say('plain.count')}
        lines={counted.length > 0 ? counted : [say('lack.MEASURES')]}
        isList={counted.length > 0}
      />
      {size && (
        <Part
          title={say('plain.people')}
          lines={[
            say('plain.people-text', {
              inProgramme: formatNumber(locale, size.inProgramme),
              compared: formatNumber(locale, size.compared),
            }),
          ]}
        />
      )}
      <Part
        title={say('plain.who')}
        lines={[
          say('plain.who-text', { name: evaluation.ledBy, agency: evaluation.agencyName, ...days }),
          ...(evaluation.approval ? [say('plain.approval', { where: evaluation.approval })] : []),
        ]}
      />
      <Part title={say('plain.you')} lines={[say('plain.you-text')]} />
      <Part
        title={say('plain.found')}
        lines={
          evaluation.stoppedAt
            ? [say('plain.stopped', { reason: evaluation.stoppedReason })]
            : results.length > 0
              ? results.map(({ words: said }) => said)
              : [say('results.none', { day: days.to })]
        }
      />
      {stateOf(evaluation) !== 'STOPPED' && (
        <Part title={say('plain.not')} lines={[say(`caveat.${evaluation.design}`)]} />
      )}
    </Layout>
  )
}

function Part({ title, lines, isList }: { title: string; lines: readonly string[]; isList?: boolean }) {
  return (
    <section class="tl-measure">
      <h2 class="govuk-heading-m">{title}</h2>
      {isList ? (
        <ul class="govuk-list govuk-list--bullet">
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      ) : (
        lines.map((line) => <p class="govuk-body-l">{line}</p>)
      )}
    </section>
  )
}
