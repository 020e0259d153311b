import type { PropsWithChildren } from 'hono/jsx'
import {
  BackLink,
  Button,
  EntryGrid,
  Input,
  ProblemSummary,
  problemOf,
  WayOn,
} from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'
import { NewPasswordInput } from './new-password-input.tsx'

interface FormProps {
  page: PageContext
  form: FormState<unknown>
}

export function ForgottenPage({ page, form }: FormProps) {
  const say = words(page.locale)
  return (
    <Entry page={page} title={say('forgotten.title')} form={form}>
      <p class="govuk-body">{say('forgotten.text')}</p>
      <form method="post" action="/sign-in/forgotten" novalidate>
        <Input
          name="email"
          type="email"
          label={say('email')}
          value={typedText(form, 'email')}
          error={problemOf(form.problems, 'email', say)}
          autocomplete="username"
          spellcheck={false}
        />
        <Button>{say('forgotten.submit')}</Button>
      </form>
      <p class="govuk-body">{say('forgotten.other')}</p>
    </Entry>
  )
}

/** The same for an address that has an account and one that has none. */
export function LinkSentPage({ page, email }: { page: PageContext; email: string }) {
  const say = words(page.locale)
  return (
    <Entry page={page} title={say('forgotten.sent.title')}>
      <p class="govuk-body">{say('forgotten.sent.text', { email })}</p>
      <p class="govuk-body">{say('forgotten.sent.none')}</p>
    </Entry>
  )
}

export function NewPasswordPage({ page, form, email }: FormProps & { email: string }) {
  const say = words(page.locale)
  return (
    <Entry page={page} title={say('new.title')} form={form} isWithoutBack>
      <p class="govuk-body">{say('new.for', { email })}</p>
      <form method="post" action={page.path} novalidate>
        {/* For password managers, which keep the password under this name. */}
        <input type="hidden" name="username" autocomplete="username" value={email} />
        <NewPasswordInput page={page} error={problemOf(form.problems, 'password', say)} />
        <p class="govuk-body">{say('new.ends')}</p>
        <Button>{say('new.submit')}</Button>
      </form>
    </Entry>
  )
}

export function LinkEndedPage({ page }: { page: PageContext }) {
  const say = words(page.locale)
  return (
    <Entry page={page} title={say('ended.title')}>
      <p class="govuk-body">{say('ended.text')}</p>
      <WayOn href="/sign-in/forgotten">{say('ended.next')}</WayOn>
    </Entry>
  )
}

type EntryProps = PropsWithChildren<{
  page: PageContext
  title: string
  form?: FormState<unknown>
  isWithoutBack?: boolean
}>

function Entry({ page, title, form, isWithoutBack, children }: EntryProps) {
  const say = words(page.locale)
  const problems = form?.problems ?? []
  return (
    <Layout page={page} title={title} hasProblems={problems.length > 0}>
      <EntryGrid
        form={
          <>
            {!isWithoutBack && <BackLink href="/sign-in">{say('back-to-sign-in')}</BackLink>}
            <ProblemSummary problems={problems} say={say} />
            <h1 class="govuk-heading-l">{title}</h1>
            {children}
          </>
        }
      />
    </Layout>
  )
}
