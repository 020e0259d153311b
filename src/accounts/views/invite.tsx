import { type Agency, SettingsFrame } from '../../agencies/index.ts'
import { newId } from '../../platform/ids.ts'
import { Button, Select } from '../../platform/web/components/index.ts'
import type { FormState } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'
import { LineField, LocaleField, RolesField } from './fields.tsx'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  agencies: readonly Agency[]
  agencyId: string
  form: FormState<unknown>
}

export function InvitePage({ page, may, agencies, agencyId, form }: Props) {
  const say = words(page.locale)
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('invite')}
      sub={say('invite.sub')}
      back={{ href: '/settings/users', text: say('users') }}
      problems={form.problems}
      say={say}
    >
      <form method="post" action="/settings/users" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        {agencies.length > 1 && (
          <Select
            name="agencyId"
            label={say('agency')}
            value={agencyId}
            items={agencies.map(({ id, name }) => ({ value: id, text: name }))}
          />
        )}
        <LineField page={page} form={form} name="name" autocomplete="off" />
        <LineField page={page} form={form} name="email" type="email" autocomplete="off" />
        <LineField page={page} form={form} name="jobTitle" autocomplete="off" />
        <RolesField page={page} form={form} mayCoordinate={may.has('coordinate the partnership')} />
        <LocaleField page={page} form={form} />
        <Button>{say('invite.send')}</Button>
      </form>
    </SettingsFrame>
  )
}
