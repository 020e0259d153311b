import { type Locale, wordsOf } from '../platform/words.ts'
import en from './labels/en.json' with { type: 'json' }
import it from './labels/it.json' with { type: 'json' }
import nl from './labels/nl.json' with { type: 'json' }

const labels = wordsOf({ en, it, nl })
type Key = keyof typeof en

/**
 * What a pathway is called: the partnership's own word where it has one.
 *
 * @param code - such as `ACCOMMODATION`; a pathway that the partnership added has no word of ours, so its code stands.
 */
export function pathwayLabel(locale: Locale, code: string, own?: Partial<Record<Locale, string | null>>): string {
  return own?.[locale] || own?.en || labelOf(locale, code)
}

/** What a pathway's status is called: `SUPPORT_REQUIRED` is "Support required". */
export const statusLabel = (locale: Locale, status: string): string => labelOf(locale, status)

/** What a kind of agency is called: `probation` is "Probation". */
export const agencyKindLabel = (locale: Locale, kind: string): string => labelOf(locale, kind)

/** What a worker on a case is called: `KEY_WORKER` is "Key worker". */
export const workerRoleLabel = (locale: Locale, role: string): string => labelOf(locale, role)

/** What a part of a case is called within a sentence: `custody` is "custody and dates". */
export const partLabel = (locale: Locale, part: string): string => labelOf(locale, `part.${part}`)

/** What somebody with a role is called within a sentence: `WORKER` is "worker". */
export const roleLabel = (locale: Locale, role: string): string => labelOf(locale, `role.${role}`)

function labelOf(locale: Locale, code: string): string {
  return code in en ? labels(locale)(code as Key) : code
}
