import { raw } from 'hono/html'
import {
  CharacterCount,
  Checkboxes,
  DateInput,
  type DatePart,
  FileUpload,
  Input,
  PasswordInput,
  Radios,
  Select,
  Textarea,
} from '../index.ts'
import { content, field, fieldset, look, type Options, slot } from './macro-options.tsx'

/** The macros that ask for something. */
export const fields: Record<string, (options: Options) => unknown> = {
  input: (o) => (
    <Input
      {...field(o)}
      type={o['type']}
      inputMode={o['inputmode']}
      pattern={o['pattern']}
      autocapitalize={o['autocapitalize']}
      prefix={slot(o['prefix'])}
      suffix={slot(o['suffix'])}
      wrapper={o['inputWrapper'] && look(o['inputWrapper'])}
    />
  ),
  textarea: (o) => <Textarea {...field(o)} />,
  select: (o) => <Select {...field(o)} items={o['items']?.map(option) ?? []} />,
  radios: (o) => <Radios {...field(o)} {...fieldset(o)} idPrefix={o['idPrefix']} items={o['items'].map(choice)} />,
  checkboxes: (o) => (
    <Checkboxes
      {...field(o)}
      {...fieldset(o)}
      idPrefix={o['idPrefix']}
      items={o['items'].map(choice)}
      values={o['values']}
    />
  ),
  'date-input': (o) => <DateInput {...field(o)} {...fieldset(o)} name={o['namePrefix']} parts={parts(o)} />,
  'password-input': (o) => (
    <PasswordInput {...field(o)} buttonClass={o['button']?.classes} messages={messages(o, passwordWords)} />
  ),
  'file-upload': (o) => (
    <FileUpload
      {...field(o)}
      isMultiple={o['multiple']}
      dropZone={
        o['javascript'] && {
          messages: messages(o, uploadWords),
          class: o['wrapperClasses'],
          attributes: o['wrapperAttributes'],
        }
      }
    />
  ),
  'character-count': (o) => (
    <CharacterCount
      {...field(o)}
      maxLength={o['maxlength']}
      maxWords={o['maxwords']}
      threshold={o['threshold']}
      countType={o['countType']}
      limitText={o['textareaDescriptionText']}
      countMessageClass={o['countMessage']?.classes}
      messages={messages(o, countWords)}
    />
  ),
}

const passwordWords = [
  'show-password',
  'hide-password',
  'show-password-aria-label',
  'hide-password-aria-label',
  'password-shown-announcement',
  'password-hidden-announcement',
]
const countWords = [
  'characters-under-limit',
  'characters-at-limit',
  'characters-over-limit',
  'words-under-limit',
  'words-at-limit',
  'words-over-limit',
]
const uploadWords = [
  'choose-files-button',
  'no-file-chosen',
  'multiple-files-chosen',
  'drop-instruction',
  'entered-drop-zone',
  'left-drop-zone',
]

/** `show-password` is the option `showPasswordText`. */
function messages(o: Options, keys: string[]) {
  return Object.fromEntries(
    keys.map((key) => [key, o[`${key.replace(/-(.)/g, (_, letter) => letter.toUpperCase())}Text`]]),
  )
}

function option(o: Options | null) {
  return (
    o && {
      text: o['text'],
      value: o['value'],
      isSelected: o['selected'],
      isDisabled: o['disabled'],
      attributes: o['attributes'],
    }
  )
}

function choice(o: Options | null) {
  if (!o) return null
  if (o['divider']) return { divider: o['divider'] }
  const { value, id, name, behaviour, attributes } = o
  return {
    value,
    id,
    name,
    behaviour,
    attributes,
    text: content(o),
    hint: slot(o['hint']),
    isChecked: o['checked'],
    isDisabled: o['disabled'],
    label: o['label'] && look(o['label']),
    conditional: o['conditional']?.html && raw(o['conditional'].html),
  }
}

/** The macro takes boxes as `items`, or as `day`, `month`, `year`, and their values from several places. */
function parts(o: Options): DatePart[] {
  const defaults = { day: o['day'] ?? {}, month: o['month'] ?? {}, year: o['year'] ?? {} }
  const named = Object.entries(defaults).map(([name, part]) => part && { name, ...part })
  const list: Options[] = o['items']?.length ? o['items'] : named.filter(Boolean)
  return list.map((part) => {
    const { name, id, inputmode: inputMode, pattern, autocomplete, attributes, classes = '' } = part
    const [kind] = Object.entries(defaults).find(([kind, part]) => [kind, part.name].includes(name)) ?? []
    const fallback = kind && defaults[kind as 'day'].value
    const key = o['namePrefix'] ? `${o['namePrefix']}-${name}` : name
    const value = part['value'] ?? fallback ?? o['values']?.[key] ?? o['values']?.[name]
    const label = part['label'] || name[0].toUpperCase() + name.slice(1).toLowerCase()
    const hasError = part['error'] ?? (classes.includes('govuk-input--error') ? true : undefined)
    const width = classes.match(/govuk-input--width-(\d)/)?.[1] ?? (kind === 'year' ? 4 : 2)
    const other = classes.replace(/govuk-input--(width-\d|error)/g, '')
    return {
      name,
      id: id ?? `${o['id']}-${name}`,
      label,
      value,
      hasError,
      inputMode,
      pattern,
      autocomplete,
      attributes,
      class: other,
      width,
    }
  })
}
