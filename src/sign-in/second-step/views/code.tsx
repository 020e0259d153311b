import { Button, Input, ProblemSummary, problemOf, WayOn } from '../../../platform/web/components/index.ts'
import type { FormState } from '../../../platform/web/form.ts'
import { Layout } from '../../../platform/web/layout.tsx'
import type { PageContext } from '../../../platform/web/page-context.ts'
import { words } from '../../words.ts'

interface Props {
  page: PageContext
  form: FormState<unknown>
  back: string | undefined
  /** The password is too long ago. */
  isOver?: boolean
}

/** The second step of signing in. */
export function CodePage({ page, form, back, isOver }: Props) {
  const say = words(page.locale)
  const { problems } = form
  return (
    <Layout page={page} title={say('code.title')} hasProblems={problems.length > 0 || isOver}>
      <ProblemSummary problems={problems} say={say} />
      <h1 class="govuk-heading-l">{say('code.title')}</h1>
      {isOver ? (
        <p class="govuk-body">{say('code.over')}</p>
      ) : (
        <form method="post" action="/sign-in/code" novalidate>
          {back && <input type="hidden" name="back" value={back} />}
          <Input
            name="code"
            label={say('code.label')}
            hint={say('code.hint')}
            width={10}
            autocomplete="one-time-code"
            autocapitalize="none"
            spellcheck={false}
            error={problemOf(problems, 'code', say)}
          />
          <Button preventDoubleClick>{say('code.submit')}</Button>
        </form>
      )}
      <p class="govuk-body">{say('code.lost')}</p>
      <WayOn href="/sign-in">{say('code.again')}</WayOn>
    </Layout>
  )
}
