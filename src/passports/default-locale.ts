import { type Locale, locales } from '../platform/words.ts'
import type { PassportFacts } from './facts.ts'

const isLocale = (code: string): code is Locale => (locales as readonly string[]).includes(code)

/** The language to print in: what was chosen, else the first of the person's own that we speak, else the partnership's. */
export function localeFor(facts: Pick<PassportFacts, 'languages' | 'locale'>, chosen: unknown): Locale {
  if (typeof chosen === 'string' && isLocale(chosen)) return chosen
  return facts.languages.map((code) => code.toLowerCase().slice(0, 2)).find(isLocale) ?? facts.locale
}
