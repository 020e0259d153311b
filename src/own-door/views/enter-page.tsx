import { Button, Input, Link, ProblemSummary, problemOf } from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'

type Form = Pick<FormState<unknown>, 'typed' | 'problems'>

/** Where the person comes in: their number and the code that a worker gave them. The code is not shown again. */
export function EnterPage({ page, form }: { page: PageContext; form: Form }) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('enter.title')} isWithoutMenu hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      <h1 class="govuk-heading-xl">{say('enter.title')}</h1>
      <p class="govuk-body-l">{say('enter.text')}</p>
      <form method="post" action="/me" novalidate>
        <Input
          name="number"
          label={say('enter.number')}
          hint={say('enter.number-hint')}
          value={typedText(form, 'number')}
          error={problemOf(form.problems, 'number', say)}
          width={10}
          autocomplete="off"
        />
        <Input
          name="code"
          label={say('enter.code')}
          hint={say('enter.code-hint')}
          error={problemOf(form.problems, 'code', say)}
          width={10}
          inputMode="numeric"
          autocomplete="off"
        />
        <Button preventDoubleClick>{say('enter.button')}</Button>
      </form>
    </Layout>
  )
}

/** After the end: nothing of the person is on the screen. */
export function OverPage({ page }: { page: PageContext }) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('over.title')} isWithoutMenu>
      <h1 class="govuk-heading-xl">{say('over.title')}</h1>
      <p class="govuk-body-l">{say('over.text')}</p>
      <p class="govuk-body-l">
        <Link href="/me">{say('over.again')}</Link>
      </p>
    </Layout>
  )
}
