import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { Note, PageHead, PrintButton, WayOn } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Invitation } from '../invite-member.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  frame: CaseFrame
  invitation: Invitation
  address: string
}

/** That the code went out; or the one time that it is shown, in the language of whoever gets it. */
export function InvitationPage({ page, frame, invitation: { code, name, locale }, address }: Props) {
  const say = words(page.locale)
  const title = say('invited.title')
  return (
    <CaseLayout page={page} frame={frame} current="family" title={title}>
      <PageHead
        title={title}
        sub={say(code ? 'invited.paper' : 'invited.sent', { name, days: 7 })}
        actions={code && <PrintButton>{say('invited.print')}</PrintButton>}
      />
      {code && (
        <div lang={locale}>
          <Note title={words(locale)('paper.title', { name })}>
            <p>{words(locale)('paper.how', { address })}</p>
            <p class="govuk-heading-xl">{code}</p>
            <p>{words(locale)('paper.once', { days: 7 })}</p>
          </Note>
        </div>
      )}
      <WayOn href={`/cases/${frame.caseId}/family`}>{say('title', { name: frame.calledName })}</WayOn>
    </CaseLayout>
  )
}
