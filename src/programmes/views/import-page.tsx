import { newId } from '../../platform/ids.ts'
import { BackLink, Button, ErrorSummary, FileUpload, PageHead, WayOn } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { PackageProblem } from '../package/read-package.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  problems: readonly PackageProblem[]
  mayImport: boolean
}

/** Taking in a package that somebody else made; what is wrong with it is said by its place in the file. */
export function ImportPage({ page, problems, mayImport }: Props) {
  const say = words(page.locale)
  const title = say('import.title')
  const text = ({ message, where, found }: PackageProblem) => say(message as 'package.wrong', { where, found })
  return (
    <Layout page={page} title={title} hasProblems={problems.length > 0}>
      <BackLink href="/programmes">{say('programmes.title')}</BackLink>
      {problems.length > 0 && (
        <ErrorSummary
          title={say('import.problems', { count: problems.length })}
          description={say('import.nothing-kept')}
          errors={problems.map((problem) => ({ text: text(problem), href: '#file' }))}
        />
      )}
      <PageHead title={title} sub={say('import.sub')} />
      {mayImport ? (
        <form method="post" action="/programmes" enctype="multipart/form-data" novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <FileUpload
            name="file"
            label={say('import.file')}
            hint={say('import.hint')}
            accept=".json,application/json"
            error={problems[0] && text(problems[0])}
          />
          <Button>{say('import.go')}</Button>
        </form>
      ) : (
        <p class="govuk-body">{say('import.managers')}</p>
      )}
      <WayOn href="/programmes/schema.json">{say('import.schema')}</WayOn>
    </Layout>
  )
}
