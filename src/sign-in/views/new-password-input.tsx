import { PasswordInput } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'

const least = 12
const good = 15

/** A field for a new password, with what makes a good one; its name is `password`. */
export function NewPasswordInput({ page, error }: { page: PageContext; error: string | undefined }) {
  const say = words(page.locale)
  return (
    <PasswordInput
      name="password"
      label={say('new.password')}
      hint={say('new.hint', { least, good })}
      error={error}
      autocomplete="new-password"
      width={20}
    />
  )
}
