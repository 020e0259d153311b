import type { Locale } from '../platform/words.ts'
import type { IdentifierKind } from './identifiers/identifiers.ts'
import { words } from './words.ts'

/** What a kind of number is called: `PRISON_NUMBER` is "Prison number". */
export const identifierLabel = (locale: Locale, kind: IdentifierKind): string => words(locale)(`identifier.${kind}`)
