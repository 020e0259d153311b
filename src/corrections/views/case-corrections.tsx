import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { Button, Empty, PageHead } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Correction } from '../queries/corrections.ts'
import { words } from '../words.ts'
import { CorrectionTable } from './correction-table.tsx'

export interface CaseCorrectionsProps {
  page: PageContext
  frame: CaseFrame
  rows: readonly Correction[]
  maySay: boolean
  agencyId: string
}

/** What was said beside the facts of one case. */
export function CaseCorrectionsPage({ page, frame, rows, maySay, agencyId }: CaseCorrectionsProps) {
  const say = words(page.locale)
  const add = maySay && <Button href={`/cases/${frame.caseId}/corrections/new`}>{say('case.add')}</Button>
  return (
    <CaseLayout page={page} frame={frame} current="record" title={say('case.title')}>
      <PageHead title={say('case.title')} sub={say('case.sub')} actions={add} />
      {rows.length === 0 ? (
        <Empty title={say('case.none')}>
          <p class="govuk-body">{say('case.none-text')}</p>
        </Empty>
      ) : (
        <CorrectionTable page={page} rows={rows} caption={say('case.title')} agencyId={agencyId} isOfCase />
      )}
    </CaseLayout>
  )
}
