import { newId } from '../../platform/ids.ts'
import { Button, PasswordInput, problemOf } from '../../platform/web/components/index.ts'
import type { FormState } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'
import { AccountFrame } from './account-frame.tsx'
import { NewPasswordInput } from './new-password-input.tsx'

interface Props {
  page: PageContext
  form: FormState<unknown>
  isDone?: boolean
}

export function ChangePasswordPage({ page, form, isDone }: Props) {
  const say = words(page.locale)
  return (
    <AccountFrame
      page={page}
      title={say('change.title')}
      here="password"
      problems={form.problems}
      done={isDone ? say('change.done') : undefined}
    >
      <form method="post" action="/account/password" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <PasswordInput name="old" width={20} label={say('change.old')} error={problemOf(form.problems, 'old', say)} />
        <NewPasswordInput page={page} error={problemOf(form.problems, 'password', say)} />
        <p class="govuk-body">{say('new.ends')}</p>
        <Button>{say('change.submit')}</Button>
      </form>
    </AccountFrame>
  )
}
