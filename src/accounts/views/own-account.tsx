import type { Account } from '../../agencies/index.ts'
import { newId } from '../../platform/ids.ts'
import { Button, SummaryList } from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { AccountFrame } from '../../sign-in/index.ts'
import { words } from '../words.ts'
import { LineField, LocaleField } from './fields.tsx'

interface Props {
  page: PageContext
  account: Account
  form: FormState<unknown>
  isDone: boolean
}

export function OwnAccountPage({ page, account, form, isDone }: Props) {
  const say = words(page.locale)
  return (
    <AccountFrame
      page={page}
      title={say('own.title')}
      here="details"
      problems={form.problems}
      say={say}
      done={isDone ? say('own.done') : undefined}
    >
      <SummaryList
        rows={[
          { key: say('agency'), value: account.agencyName },
          { key: say('email'), value: account.email },
          {
            key: say('own-roles'),
            value: account.roles.map((role) => say(`role.${role}` as 'role.WORKER')).join(', '),
          },
        ]}
      />
      <p class="govuk-body">{say('own.ask')}</p>
      <form method="post" action="/account" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={typedText(form, 'version') || account.version} />
        <LineField page={page} form={form} name="name" autocomplete="name" />
        <LineField page={page} form={form} name="jobTitle" autocomplete="organization-title" />
        <LineField page={page} form={form} name="phone" type="tel" autocomplete="tel" hint={say('phone.hint')} />
        <LocaleField page={page} form={form} />
        <Button>{say('save')}</Button>
      </form>
    </AccountFrame>
  )
}
