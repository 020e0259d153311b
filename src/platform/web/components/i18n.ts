import type { Attributes } from './attributes.ts'

/** Messages for GOV.UK's scripts: a text, or one per plural form. `%{count}` stands for the number. */
export type ScriptMessages = Record<string, string | Record<string, string> | undefined>

/** The `data-i18n.` attributes that the scripts read. */
export function scriptWords(messages: ScriptMessages): Attributes {
  const attributes: Attributes = {}
  for (const [key, message] of Object.entries(messages)) {
    if (typeof message === 'string') attributes[`data-i18n.${key}`] = message
    else for (const [form, text] of Object.entries(message ?? {})) attributes[`data-i18n.${key}.${form}`] = text
  }
  return attributes
}
