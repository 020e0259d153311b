import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import type { FieldGroup } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  FileUpload,
  Input,
  PageHead,
  ProblemSummary,
  problemOf,
  Radios,
} from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  frame: CaseFrame
  /** Parts of the case that the reader may write in. */
  parts: readonly FieldGroup[]
  form: FormState<unknown>
  mayBePdf: boolean
}

export function NewDocumentPage({ page, frame, parts, form, mayBePdf }: Props) {
  const say = words(page.locale)
  const { problems } = form
  const { caseId, calledName: name } = frame
  const field = (id: string) => ({ name: id, value: typedText(form, id), error: problemOf(problems, id, say) })
  return (
    <CaseLayout page={page} frame={frame} current="documents" title={say('add')} hasProblems={problems.length > 0}>
      <BackLink href={`/cases/${caseId}/documents`}>{say('page')}</BackLink>
      <ProblemSummary problems={problems} say={say} hasFile />
      <PageHead title={say('add')} />
      <form method="post" action={`/cases/${caseId}/documents`} enctype="multipart/form-data" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <FileUpload
          name="file"
          label={say('file')}
          hint={say(mayBePdf ? 'file-hint-pdf' : 'file-hint')}
          accept={mayBePdf ? 'image/jpeg,image/png,application/pdf' : 'image/jpeg,image/png'}
          error={problemOf(problems, 'file', say)}
        />
        <Input {...field('title')} label={say('title')} hint={say('title-hint')} />
        <Radios
          {...field('part')}
          value={typedText(form, 'part') || (parts.length === 1 ? parts[0] : undefined)}
          legend={{ text: say('part'), size: 's' }}
          items={parts.map((part) => ({ value: part, text: say(`part.${part as 'notes'}`, { name }) }))}
        />
        <Button preventDoubleClick>{say('save')}</Button>
      </form>
    </CaseLayout>
  )
}
