import { type Locale, locales } from '../../platform/words.ts'
import type { ProgrammePackage } from './schema.ts'

/** A text of a package whose translation was not brought up to date. */
export interface Behind {
  part: 'texts' | 'sessions' | 'measures' | 'guides'
  /** '' for the programme's own texts. */
  key: string
  locale: Locale
}

type Revisions = Record<Locale, { revision: number }>

/** Every text that stands behind the source language, in the order of the package. */
export function findBehind(programme: ProgrammePackage): Behind[] {
  const source = programme.sourceLanguage
  const of = (part: Behind['part'], key: string, texts: Revisions) =>
    locales
      .filter((locale) => texts[locale].revision < texts[source].revision)
      .map((locale): Behind => ({ part, key, locale }))
  return [
    ...of('texts', '', programme.texts),
    ...(['sessions', 'measures', 'guides'] as const).flatMap((part) =>
      programme[part].flatMap(({ key, texts }) => of(part, key, texts)),
    ),
  ]
}
