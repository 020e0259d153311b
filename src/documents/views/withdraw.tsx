import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import { BackLink, Button, PageHead, ProblemSummary, problemOf, Textarea } from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Document } from '../queries.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  frame: CaseFrame
  document: Document
  form: FormState<unknown>
}

export function WithdrawPage({ page, frame, document, form }: Props) {
  const say = words(page.locale)
  const { problems } = form
  const title = say('withdraw-title', { title: document.title })
  return (
    <CaseLayout page={page} frame={frame} current="documents" title={title} hasProblems={problems.length > 0}>
      <BackLink href={`/cases/${frame.caseId}/documents`}>{say('page')}</BackLink>
      <ProblemSummary problems={problems} say={say} />
      <PageHead title={title} />
      <form method="post" action={`/documents/${document.id}/withdrawal`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={document.version} />
        <Textarea
          name="reason"
          label={say('reason')}
          hint={say('withdraw-text')}
          rows={3}
          value={typedText(form, 'reason')}
          error={problemOf(problems, 'reason', say)}
        />
        <Button kind="warning">{say('withdraw')}</Button>
      </form>
    </CaseLayout>
  )
}
