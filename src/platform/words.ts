import { IntlMessageFormat } from 'intl-messageformat'

export type Locale = 'en' | 'it' | 'nl'
export const locales: readonly Locale[] = ['en', 'it', 'nl']
/** What a locale is called in its own language. */
export const localeNames: Record<Locale, string> = { en: 'English', it: 'Italiano', nl: 'Nederlands' }
/** The tag for dates, numbers and the `lang` attribute. */
export const languageTags: Record<Locale, string> = { en: 'en-GB', it: 'it-IT', nl: 'nl-NL' }

export type Values = Record<string, string | number | boolean | Date | null | undefined>

/** Says one message of a catalogue in one language. */
export type Say<Key extends string = string> = (key: Key, values?: Values) => string

/**
 * A capability's words: three catalogues with the same flat keys, ICU messages.
 *
 * @returns for a locale, what says a message; asking for a key that is not there does not compile.
 */
export function wordsOf<Catalogue extends Record<string, string>>(catalogues: {
  en: Catalogue
  it: Record<keyof Catalogue, string>
  nl: Record<keyof Catalogue, string>
}): (locale: Locale) => Say<keyof Catalogue & string> {
  const speakers = {} as Record<Locale, Say<keyof Catalogue & string>>
  for (const locale of locales) speakers[locale] = speaker(catalogues[locale] as Record<string, string>, locale)
  return (locale) => speakers[locale]
}

function speaker(messages: Record<string, string>, locale: Locale): Say {
  const formats = new Map<string, IntlMessageFormat>()
  return (key, values) => {
    const message = messages[key]
    if (message === undefined) throw new Error(`No words for "${key}" in ${locale}.`)
    if (!message.includes('{') && !message.includes("'")) return message // most are plain: no parser for them

    let format = formats.get(key)
    if (!format) {
      format = new IntlMessageFormat(message, languageTags[locale], undefined, { ignoreTag: true })
      formats.set(key, format)
    }
    return String(format.format(values))
  }
}
