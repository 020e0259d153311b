import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { PageHead, WayOn } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'

type Props = { page: PageContext; frame: CaseFrame } & Record<'code' | 'address', string>

/** The one time that a code is shown. */
export function StartedPage({ page, frame, code, address }: Props) {
  const say = words(page.locale)
  const name = frame.calledName
  return (
    <CaseLayout page={page} frame={frame} current="passport" title={say('started.title')}>
      <PageHead title={say('started.title')} sub={say('started.text', { name })} />
      <p class="govuk-heading-xl">{code}</p>
      <p class="govuk-body-l">{say('started.how', { address, name })}</p>
      <p class="govuk-body">{frame.prisonNumber ? say('started.number') : say('started.no-number', { name })}</p>
      <WayOn href={`/cases/${frame.caseId}/own-door`}>{say('started.back')}</WayOn>
    </CaseLayout>
  )
}
