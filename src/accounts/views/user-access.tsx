import { type Account, SettingsFrame } from '../../agencies/index.ts'
import { newId } from '../../platform/ids.ts'
import { Button, PasswordInput, problemOf } from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'
import { LineField, RolesField } from './fields.tsx'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  user: Account
  form: FormState<unknown>
}

export function UserAccessPage({ page, may, user, form }: Props) {
  const say = words(page.locale)
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('access.title', { name: user.name })}
      back={{ href: `/settings/users/${user.id}`, text: user.name }}
      problems={form.problems}
      say={say}
    >
      <form method="post" action={`/settings/users/${user.id}/access`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={typedText(form, 'version') || user.version} />
        <RolesField page={page} form={form} mayCoordinate={may.has('coordinate the partnership')} />
        <LineField page={page} form={form} name="email" type="email" autocomplete="off" hint={say('email.hint')} />
        <PasswordInput
          name="password"
          width={20}
          label={say('password')}
          hint={say('password.hint')}
          error={problemOf(form.problems, 'password', say)}
        />
        <Button>{say('save')}</Button>
      </form>
    </SettingsFrame>
  )
}
