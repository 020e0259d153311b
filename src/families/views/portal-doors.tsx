import { Button, Input, InsetText, Link, ProblemSummary, problemOf } from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** Where somebody of the family comes in again, with their number and PIN. */
export function EnterPage({ page, form }: Props) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('door.title')} isWithoutMenu hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      <h1 class="govuk-heading-xl">{say('door.title')}</h1>
      <p class="govuk-body-l">{say('door.text')}</p>
      <form method="post" action="/family" novalidate>
        <Input
          name="number"
          label={say('door.number')}
          hint={say('door.number-hint')}
          value={typedText(form, 'number')}
          error={problemOf(form.problems, 'number', say)}
          width={20}
          inputMode="numeric"
          autocomplete="username"
        />
        <Pin page={page} form={form} label={say('door.pin')} />
        <Button preventDoubleClick>{say('door.enter')}</Button>
      </form>
      <p class="govuk-body-l">
        <Link href="/family/join">{say('door.have-code')}</Link>
      </p>
      <p class="govuk-body">{say('door.lost')}</p>
    </Layout>
  )
}

/** The first time: the code of the invitation, and a PIN of their own. */
export function JoinPage({ page, form }: Props) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('join.title')} isWithoutMenu hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      <h1 class="govuk-heading-xl">{say('join.title')}</h1>
      <p class="govuk-body-l">{say('join.text')}</p>
      <form method="post" action="/family/join" novalidate>
        <Input
          name="code"
          label={say('join.code')}
          hint={say('join.code-hint')}
          value={typedText(form, 'code')}
          error={problemOf(form.problems, 'code', say)}
          width={20}
          autocomplete="off"
        />
        <Pin page={page} form={form} label={say('join.pin')} />
        <Button preventDoubleClick>{say('join.button')}</Button>
      </form>
    </Layout>
  )
}

function Pin({ page, form, label }: Props & { label: string }) {
  const say = words(page.locale)
  return (
    <Input
      name="pin"
      type="password"
      label={label}
      hint={say('door.pin-hint')}
      error={problemOf(form.problems, 'pin', say)}
      width={10}
      inputMode="numeric"
      autocomplete="off"
    />
  )
}

/** The pages are closed: whether the time was over or somebody stopped, and who, is not said. */
export function OverPage({ page, typed }: { page: PageContext; typed?: string }) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('over.title')} isWithoutMenu>
      <h1 class="govuk-heading-xl">{say('over.title')}</h1>
      <p class="govuk-body-l">{say('over.text')}</p>
      {typed && (
        <>
          <p class="govuk-body">{say('over.not-sent')}</p>
          <InsetText>
            <p class="govuk-body tl-kept">{typed}</p>
          </InsetText>
        </>
      )}
      <p class="govuk-body-l">
        <Link href="/family">{say('over.again')}</Link>
      </p>
    </Layout>
  )
}
