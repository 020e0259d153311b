import { isDay } from '../platform/calendar-day.ts'
import { formatDay } from '../platform/dates.ts'
import type { Locale } from '../platform/words.ts'
import en from './words/en.json' with { type: 'json' }
import { words } from './words.ts'

type Key = keyof typeof en
const has = (key: string): key is Key => Object.hasOwn(en, key)

/** What a kind of item is called; a kind that is new here is called "something else". */
export const kindLabel = (locale: Locale, kind: string): string =>
  words(locale)(has(`kind.${kind}`) ? (`kind.${kind}` as Key) : 'kind.OTHER')

/** What a field is called. A column of somebody's file, or a question, is its own name. */
export const fieldLabel = (locale: Locale, name: string): string => {
  const key = `field.${name}`
  return has(key) ? words(locale)(key) : name
}

/** A code in words and a day as days are written, where it is one; anything else as it stands. */
export const valueText = (locale: Locale, name: string, text: string): string => {
  if (days.has(name) && isDay(text)) return formatDay(locale, text, 'full')
  const key = `code.${text}`
  return codedFields.has(name) && has(key) ? words(locale)(key) : text
}

const days = new Set(['born', 'from', 'until', 'day'])
const codedFields = new Set(['type', 'status', 'answer', 'how', 'attendance', 'pathway', 'role', 'purpose', 'result'])
