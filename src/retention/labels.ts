import type { Locale } from '../platform/words.ts'
import type { Action, RetentionClass, Trigger } from './rules.ts'
import { words } from './words.ts'

/** A class of records in the reader's language. */
export const classLabel = (locale: Locale, name: RetentionClass): string => words(locale)(`class.${name}`)

/** What happens when it falls due. */
export const actionLabel = (locale: Locale, name: Action): string => words(locale)(`action.${name}`)

/** What a period counts from. */
export const triggerLabel = (locale: Locale, name: Trigger): string => words(locale)(`trigger.${name}`)
