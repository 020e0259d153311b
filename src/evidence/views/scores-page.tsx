import { EvidenceNavigation } from '../../context-events/index.ts'
import type { Judged } from '../../fairness/index.ts'
import { formatAt } from '../../platform/dates.ts'
import {
  BackLink, Empty, Link, Note, PageHead, PrintButton, Section,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { ScoredCohort } from '../../reoffending/index.ts'
import { showFairness } from '../analyses/hold-back/fairness.ts'
import { foundIn } from '../pack/analysis-block.ts'
import { words } from '../words.ts'
import { BlockFound } from './block-view.tsx'

interface Props {
  page: PageContext
  cohorts: readonly ScoredCohort[]
  may: ReadonlySet<string>
}

const kinds = ['AGE', 'SEX', 'AREA'] as const

/** The scores that the record works out, beside what happened; what too few people are in is held back. */
export function ScoresPage({ page, cohorts, may }: Props) {
  const { locale } = page
  const say = words(locale)
  return (
    <Layout
      page={page}
      title={say('scores.title')}
      print="wide"
      subNavigation={<EvidenceNavigation page={page} current="evidence" />}
    >
      <BackLink href="/evidence">{say('title')}</BackLink>
      <PageHead
        title={say('scores.title')}
        sub={say('scores.sub')}
        actions={
          <>
            <Link href="/evidence/analyses/new?method=fairness">{say('scores.file')}</Link>
            {may.has('coordinate the partnership') && <Link href="/links/rates">{say('scores.links')}</Link>}
            <PrintButton>{say('print')}</PrintButton>
          </>
        }
      />
      <Note>
        <p class="govuk-body tl-m0">{say('found.fairness.indicator')}</p>
      </Note>
      <p class="govuk-body">{say('scores.which')}</p>
      {cohorts.length === 0 && (
        <Empty title={say('scores.none')}>
          <p class="govuk-body">{say('scores.none-text')}</p>
        </Empty>
      )}
      {cohorts.map(({ cohortId, title, scores, countedAt }) => (
        <Section id={`h-${cohortId}`} title={title}>
          <p class="govuk-body tl-quiet">{say('scores.counted', { at: formatAt(locale, countedAt) })}</p>
          {kinds.map((kind) => (
            <>
              <h3 class="govuk-heading-s">{say(`scores.by.${kind}`)}</h3>
              <BlockFound page={page} block={blockOf(page, scores[kind], kind)} />
            </>
          ))}
        </Section>
      ))}
      <p class="govuk-body tl-quiet">{say('method.fairness.caveat')}</p>
    </Layout>
  )
}

function blockOf({ locale }: PageContext, judged: Judged, kind: (typeof kinds)[number]) {
  const say = words(locale)
  const named = (group: string) => {
    if (group === '') return say('scores.unknown')
    if (kind === 'SEX') return say(`scores.sex.${group === 'FEMALE' ? 'FEMALE' : group === 'MALE' ? 'MALE' : 'OTHER'}`)
    return group
  }
  const finding = showFairness({ ...judged, groups: judged.groups.map((one) => ({ ...one, group: named(one.group) })) })
  const sentences = finding.sentences.filter(({ key }) => key !== 'fairness.indicator') // said once above
  const blank = { title: '', sub: '', definition: '', method: '', source: '', caveats: [] }
  return { ...blank, ...foundIn(locale, { ...finding, sentences }) }
}
