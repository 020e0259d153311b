import { type CaseFrame, CaseLayout, type DaysWithout, mayWrite, PartNotSeen, sees } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  Columns,
  Details,
  Link,
  LiveRegion,
  PrintButton,
  Section,
  Textarea,
} from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Standing } from '../../supervisor-contacts/index.ts'
import type { Overview } from '../overview.ts'
import type { HappenedPage } from '../queries/timeline.ts'
import type { TimelineFilter } from '../timeline-filters.ts'
import { words } from '../words.ts'
import { Around } from './around.tsx'
import { HappenedPart } from './happened.tsx'
import { CaseLine } from './line.tsx'
import { NextSteps } from './next-steps.tsx'
import { Needs, Pathways, Referrals } from './parts.tsx'

export interface OverviewPageProps {
  page: PageContext
  frame: CaseFrame
  overview: Overview
  days: DaysWithout
  happened: HappenedPage
  filter: TimelineFilter
  before: string | undefined
  /** Contact by the supervisor outside, of somebody in custody. */
  standing: Standing | undefined
  /** The reader works in a prison. */
  isPrison: boolean
}

/** The first page of a case. */
export function OverviewPage(props: OverviewPageProps) {
  const { page, frame, overview, days, standing } = props
  const say = words(page.locale)
  const part = { page, frame, overview }
  const liveUrl = `/cases/${frame.caseId}/live`
  return (
    <CaseLayout page={{ ...page, liveUrl }} frame={frame} current="overview" actions={<Actions {...props} />}>
      <CaseLine {...part} />
      <Columns
        main={
          <>
            <NextSteps {...part} />
            <Pathways {...part} />
            <Needs {...part} />
            <Referrals {...part} />
            <Section id="h-tl" title={say('happened.title')} more={<PrintButton>{say('happened.print')}</PrintButton>}>
              <WhatHappened {...props} />
            </Section>
          </>
        }
        aside={<Around {...part} days={days} standing={standing} />}
      />
    </CaseLayout>
  )
}

function Actions({ page, frame, isPrison }: OverviewPageProps) {
  const say = words(page.locale)
  return (
    <>
      {mayWrite(frame, 'notes') && <Button href={`/cases/${frame.caseId}/notes/new`}>{say('actions.note')}</Button>}
      {isPrison && mayWrite(frame, 'notes') && (
        <Button kind="secondary" href={`/cases/${frame.caseId}/key-work`}>
          {say('actions.key-work')}
        </Button>
      )}
      {mayWrite(frame, 'referrals') && (
        <Button kind="secondary" href={`/cases/${frame.caseId}/referrals`}>
          {say('actions.refer')}
        </Button>
      )}
      {mayWrite(frame, 'custody') && (
        <Button kind="secondary" href={`/people/${frame.personId}/movements`}>
          {say('actions.move')}
        </Button>
      )}
      {sees(frame, 'mentoring') && (
        <Button kind="secondary" href={`/cases/${frame.caseId}/crisis-plan`}>
          {say('actions.crisis-plan')}
        </Button>
      )}
    </>
  )
}

function WhatHappened({ page, frame, happened, filter, before }: OverviewPageProps) {
  const { locale, now } = page
  const query = new URLSearchParams({ since: now.toISOString(), show: filter })
  const part = (
    <HappenedPart {...{ locale, now, frame, happened, filter, since: now, isFirstPage: before === undefined }} />
  )
  return (
    <>
      {!sees(frame, 'notes') && <PartNotSeen locale={locale} frame={frame} level={3} />}
      {mayWrite(frame, 'notes') && <QuickNote page={page} frame={frame} />}
      {before === undefined ? (
        <LiveRegion id="happened" fetchUrl={`/cases/${frame.caseId}/timeline?${query}`}>
          {part}
        </LiveRegion>
      ) : (
        part // an older page stays as it is
      )}
    </>
  )
}

/** A short note without leaving the page. */
function QuickNote({ page, frame }: { page: PageContext; frame: CaseFrame }) {
  const say = words(page.locale)
  return (
    <Details summary={say('quick.title')}>
      <form method="post" action={`/cases/${frame.caseId}/notes`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="from" value="overview" />
        <input type="hidden" name="kind" value="CONTACT" />
        <Textarea name="body" label={say('quick.label')} rows={3} />
        <Button kind="secondary">{say('quick.save')}</Button>{' '}
        <Link href={`/cases/${frame.caseId}/notes/new`}>{say('quick.more')}</Link>{' '}
        <Link href="/surveys">{say('quick.survey', { name: frame.calledName })}</Link>
      </form>
    </Details>
  )
}
