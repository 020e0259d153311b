import type { PropsWithChildren } from 'hono/jsx'
import { Button } from './button.tsx'

type Props = PropsWithChildren<{
  action: string
  /** The field in which the browser's answer goes. */
  name: string
  /** Where the script fetches what the passkey has to sign. */
  challenge: string
  button: string
  kind?: 'secondary' | undefined
  /** What stands there when it did not work. */
  trouble: string
  /** It was sent, and it was not right. */
  isWrong?: boolean | undefined
}>

/** A form that is answered with a passkey. Hidden until a script finds that this browser can: see scripts/passkeys.ts. */
export function PasskeyForm({ action, name, challenge, button, kind, trouble, isWrong, children }: Props) {
  return (
    <form method="post" action={action} data-passkey={challenge} hidden>
      <input type="hidden" name={name} data-passkey-answer />
      {children}
      <div role="alert" data-passkey-trouble hidden={!isWrong}>
        <p class="govuk-error-message">{trouble}</p>
      </div>
      <Button kind={kind} type="submit">
        {button}
      </Button>
    </form>
  )
}
