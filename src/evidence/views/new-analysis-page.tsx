import { EvidenceNavigation } from '../../context-events/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, FileUpload, Input, PageHead, ProblemSummary, problemOf, Radios,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { methodNames } from '../analyses/methods.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** A file, what it is asked, and what it is called. */
export function NewAnalysisPage({ page, form }: Props) {
  const say = words(page.locale)
  const error = (field: string) => problemOf(form.problems, field, say)
  return (
    <Layout
      page={page}
      title={say('new.head')}
      hasProblems={form.problems.length > 0}
      subNavigation={<EvidenceNavigation page={page} current="evidence" />}
    >
      <BackLink href="/evidence">{say('title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} hasFile />
      <PageHead title={say('new.head')} sub={say('new.sub')} />
      <form method="post" action="/evidence/analyses" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Radios
          name="method"
          legend={say('new.method')}
          value={typedText(form, 'method')}
          error={error('method')}
          items={methodNames.map((method) => ({
            value: method,
            text: say(`method.${method}`),
            hint: say(`method.${method}.about`),
          }))}
        />
        <Input
          name="title"
          label={say('new.title')}
          hint={say('new.title-hint')}
          value={typedText(form, 'title')}
          error={error('title')}
          width={30}
        />
        <FileUpload
          name="file"
          label={say('new.file')}
          hint={say('new.file-hint')}
          accept=".csv,.txt,.tsv"
          error={error('file')}
        />
        <Button>{say('new.bring')}</Button>
      </form>
    </Layout>
  )
}
