import { EvidenceNavigation } from '../../context-events/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, Link, LivePart, LiveRegion, PageHead, PageLocale, PrintButton, ProblemSummary,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { Layout } from '../../platform/web/layout.tsx'
import { words } from '../words.ts'
import { AnalysisPart, type AnalysisProps, isAtWork } from './analysis-part.tsx'

/** One analysis, wherever it stands. While it is at work the page renews itself, and can be left. */
export function AnalysisPage(props: AnalysisProps) {
  const { page, analysis, block, form } = props
  const { locale } = page
  const say = words(locale)
  const { id, title } = analysis
  const base = `/evidence/analyses/${id}`
  const isLive = isAtWork(analysis)
  return (
    <Layout
      page={isLive ? { ...page, liveUrl: `${base}/live` } : page}
      title={title}
      hasProblems={form.problems.length > 0}
      print="wide"
      subNavigation={<EvidenceNavigation page={page} current="evidence" />}
    >
      <BackLink href="/evidence">{say('title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead
        title={title}
        sub={block?.sub ?? say('analysis.sub', { method: say(`method.${analysis.method}`), file: analysis.fileName })}
        actions={
          block && (
            <>
              <Link href={`${base}.csv`}>{say('csv')}</Link>
              <Link href={`${base}.json`}>{say('json')}</Link>
              <PrintButton>{say('print')}</PrintButton>
            </>
          )
        }
      />
      {isLive ? (
        <LiveRegion id="analysis" fetchUrl={`${base}/part`}>
          <AnalysisPart {...props} />
        </LiveRegion>
      ) : (
        <AnalysisPart {...props} />
      )}
      <p class="govuk-body tl-quiet">
        {say('analysis.until', { day: formatDay(locale, dayAt(analysis.forgetAt), 'full') })}
      </p>
      <form method="post" action={`${base}/removal`}>
        <input type="hidden" name="formId" value={newId()} />
        <Button kind="secondary">{say('analysis.remove')}</Button>
      </form>
    </Layout>
  )
}

/** What the page fetches when its analysis moved on: the same part, and a line that says so. */
export function liveAnalysis(props: AnalysisProps) {
  const { analysis, page } = props
  const base = `/evidence/analyses/${analysis.id}`
  const text = words(page.locale)(`now.${analysis.state}`)
  return (
    <PageLocale.Provider value={page.locale}>
      <LivePart news={{ text, href: base }}>
        <AnalysisPart {...props} />
      </LivePart>
    </PageLocale.Provider>
  )
}
