import { documentWords } from '../../documents/index.ts'
import { newId } from '../../platform/ids.ts'
import { Button, FileUpload, Input, problemOf } from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { WholeAgreement } from '../queries/agreements.ts'
import { words } from '../words.ts'
import { AgreementFrame } from './frame.tsx'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  agreement: WholeAgreement
  form: FormState<unknown>
  mayBePdf: boolean
}

export function PaperPage({ page, may, agreement, form, mayBePdf }: Props) {
  const say = words(page.locale)
  const { problems } = form
  const sayFile = documentWords(page.locale)
  const sayOf = (key: string) => (key.startsWith('paper.') ? say(key as 'paper.add') : sayFile(key as 'file.missing'))
  return (
    <AgreementFrame
      page={page}
      may={may}
      title={say('paper.add')}
      sub={agreement.title}
      back={{ href: `/agreements/${agreement.id}`, text: agreement.title }}
      problems={problems}
      say={sayOf}
    >
      <form method="post" action={`/agreements/${agreement.id}/papers`} enctype="multipart/form-data" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <FileUpload
          name="file"
          label={say('paper.file')}
          hint={say(mayBePdf ? 'paper.file-hint-pdf' : 'paper.file-hint')}
          accept={mayBePdf ? 'image/jpeg,image/png,application/pdf' : 'image/jpeg,image/png'}
          error={problemOf(problems, 'file', sayOf)}
        />
        <Input
          name="title"
          label={say('paper.title')}
          hint={say('paper.title-hint')}
          value={typedText(form, 'title')}
          error={problemOf(problems, 'title', sayOf)}
        />
        <Button preventDoubleClick>{say('paper.keep')}</Button>
      </form>
    </AgreementFrame>
  )
}
