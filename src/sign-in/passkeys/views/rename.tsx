import { newId } from '../../../platform/ids.ts'
import { Button, ButtonGroup, Input, Link, problemOf } from '../../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../../platform/web/form.ts'
import type { PageContext } from '../../../platform/web/page-context.ts'
import { AccountFrame } from '../../views/account-frame.tsx'
import { words } from '../../words.ts'

interface Props {
  page: PageContext
  id: string
  form: FormState<unknown>
}

/** Another name for a passkey of one's own. */
export function RenamePage({ page, id, form }: Props) {
  const say = words(page.locale)
  return (
    <AccountFrame page={page} title={say('passkey.rename')} here="passkeys" problems={form.problems}>
      <form method="post" action={`/account/passkeys/${id}/name`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Input
          name="name"
          label={say('passkey.name')}
          hint={say('passkey.name.hint')}
          width={20}
          autocomplete="off"
          value={typedText(form, 'name')}
          error={problemOf(form.problems, 'name', say)}
        />
        <ButtonGroup>
          <Button>{say('passkey.rename')}</Button>
          <Link href="/account/passkeys">{say('passkey.title')}</Link>
        </ButtonGroup>
      </form>
    </AccountFrame>
  )
}
