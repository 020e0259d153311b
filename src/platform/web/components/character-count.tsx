import { type Attributes, classNames } from './attributes.ts'
import { Hint } from './hint.tsx'
import { type ScriptMessages, scriptWords } from './i18n.ts'
import { useWords } from './page-locale.ts'
import { Textarea, type TextareaProps } from './textarea.tsx'

export interface CharacterCountProps extends TextareaProps {
  maxLength?: number | undefined
  maxWords?: number | undefined
  /** Percent of the limit from which the count is shown. */
  threshold?: number | undefined
  countType?: 'characters' | 'words' | (string & {}) | undefined
  /** "You can enter up to %{count} characters", shown without JavaScript. The page's language has it, unless given. */
  limitText?: string | undefined
  /** What the script says while typing. The page's language has it, unless given. */
  messages?: ScriptMessages | undefined
  countMessageClass?: string | undefined
}

/** Several lines of text with a limit that is counted down. The limit is not enforced: nothing typed is cut off. */
export function CharacterCount(props: CharacterCountProps) {
  const words = useWords()
  const id = props.id || props.name
  const { maxLength, maxWords, messages = scriptMessages(words) } = props
  const countType = props.countType ?? (maxWords ? 'words' : undefined)
  const limit = maxWords || maxLength
  const limitText =
    props.limitText ?? words(countType === 'words' ? 'limit-words' : 'limit-characters', { count: '%{count}' })
  const attributes: Attributes = {
    'data-module': 'govuk-character-count',
    'data-maxlength': maxLength,
    'data-maxwords': maxWords,
    'data-threshold': props.threshold,
    'data-count-type': countType,
    // Without a limit the script must fill the number in, so it needs the text.
    ...(limit || !props.limitText ? {} : scriptWords({ 'textarea-description': { other: props.limitText } })),
    ...scriptWords(messages),
    ...props.formGroup?.attributes,
  }
  return (
    <Textarea
      {...props}
      id={id}
      class={classNames('govuk-js-character-count', props.class)}
      describedBy={`${id}-info`}
      formGroup={{ class: classNames('govuk-character-count', props.formGroup?.class), attributes }}
      after={
        <>
          <Hint id={`${id}-info`} class={classNames('govuk-character-count__message', props.countMessageClass)}>
            {limit ? limitText.replace('%{count}', String(limit)) : ''}
          </Hint>
          {props.after}
        </>
      }
    />
  )
}

/** The script speaks English by itself; the other languages are told. */
function scriptMessages(words: ReturnType<typeof useWords>): ScriptMessages {
  if (words('language') === 'en') return {}
  const count = { count: '%{count}' }
  const each = (one: Parameters<typeof words>[0], other: Parameters<typeof words>[0]) => ({
    one: words(one, count),
    other: words(other, count),
  })
  return {
    'characters-under-limit': each('characters-under-one', 'characters-under-other'),
    'characters-at-limit': words('characters-at'),
    'characters-over-limit': each('characters-over-one', 'characters-over-other'),
    'words-under-limit': each('words-under-one', 'words-under-other'),
    'words-at-limit': words('words-at'),
    'words-over-limit': each('words-over-one', 'words-over-other'),
  }
}
