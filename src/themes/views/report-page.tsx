import { documentWords } from '../../documents/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, FileUpload, Input, PageHead, ProblemSummary, problemOf,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Theme } from '../queries/themes.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  theme: Theme
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  mayBePdf: boolean
}

/** Where a report is added: a picture, or a PDF where there is a scanner. */
export function ReportPage({ page, theme, form, mayBePdf }: Props) {
  const say = words(page.locale)
  const sayFile = documentWords(page.locale)
  const { problems } = form
  const sayOf = (key: string) =>
    key.startsWith('report.') || key === 'too-long' ? say(key as 'report.add') : sayFile(key as 'file.missing')
  return (
    <Layout page={page} title={say('report.add')} hasProblems={problems.length > 0}>
      <BackLink href={`/themes/${theme.id}`}>{theme.title}</BackLink>
      <ProblemSummary problems={problems} say={sayOf} hasFile />
      <PageHead title={say('report.add')} sub={theme.title} />
      <form method="post" action={`/themes/${theme.id}/reports`} enctype="multipart/form-data" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <FileUpload
          name="file"
          label={say('report.file')}
          hint={say(mayBePdf ? 'report.file-hint-pdf' : 'report.file-hint')}
          accept={mayBePdf ? 'image/jpeg,image/png,application/pdf' : 'image/jpeg,image/png'}
          error={problemOf(problems, 'file', sayOf)}
        />
        <Input
          name="title"
          label={say('report.title')}
          hint={say('report.title-hint')}
          value={typedText(form, 'title')}
          error={problemOf(problems, 'title', sayOf)}
        />
        <Button preventDoubleClick>{say('report.keep')}</Button>
      </form>
    </Layout>
  )
}
