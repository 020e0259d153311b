import { classNames } from './attributes.ts'
import { Button } from './button.tsx'
import { type ScriptMessages, scriptWords } from './i18n.ts'
import { Input, type InputProps } from './input.tsx'
import { useWords } from './page-locale.ts'

export interface PasswordInputProps extends Omit<InputProps, 'type' | 'prefix' | 'suffix' | 'wrapper'> {
  buttonClass?: string | undefined
  /** What the button and the script say. The page's language has it, unless given. */
  messages?: PasswordMessages | undefined
}

export interface PasswordMessages extends ScriptMessages {
  'show-password'?: string
  'show-password-aria-label'?: string
}

/** A password that can be looked at. Pasting is allowed. */
export function PasswordInput(props: PasswordInputProps) {
  const words = useWords()
  const id = props.id || props.name
  const messages: PasswordMessages = props.messages ?? scriptMessages(words)
  return (
    <Input
      {...props}
      id={id}
      type="password"
      spellcheck={false}
      autocapitalize="none"
      autocomplete={props.autocomplete || 'current-password'}
      class={classNames('govuk-password-input__input govuk-js-password-input-input', props.class)}
      wrapper={{ class: 'govuk-password-input__wrapper' }}
      formGroup={{
        class: classNames('govuk-password-input', props.formGroup?.class),
        attributes: { 'data-module': 'govuk-password-input', ...scriptWords(messages), ...props.formGroup?.attributes },
      }}
      after={
        <>
          <Button
            type="button"
            kind="secondary"
            class={classNames('govuk-password-input__toggle govuk-js-password-input-toggle', props.buttonClass)}
            attributes={{
              'aria-controls': id,
              'aria-label': messages['show-password-aria-label'] ?? words('show-password'),
              hidden: true,
            }}
          >
            {messages['show-password'] ?? words('show')}
          </Button>
          {props.after}
        </>
      }
    />
  )
}

/** The script speaks English by itself; the other languages are told. */
function scriptMessages(words: ReturnType<typeof useWords>): PasswordMessages {
  if (words('language') === 'en') return {}
  return {
    'show-password': words('show'),
    'hide-password': words('hide'),
    'show-password-aria-label': words('show-password'),
    'hide-password-aria-label': words('hide-password'),
    'password-shown-announcement': words('password-shown'),
    'password-hidden-announcement': words('password-hidden'),
  }
}
