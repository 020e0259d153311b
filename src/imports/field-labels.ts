import { isReleaseDateKind, releaseDateKinds, releaseDateLabel } from '../custody/index.ts'
import { type IdentifierKind, identifierKinds, identifierLabel } from '../people/index.ts'
import type { Locale } from '../platform/words.ts'
import { type ImportField, personFields } from './fields.ts'
import { words } from './words.ts'

/** What a field is called on the page that maps columns. */
export function fieldLabel(locale: Locale, field: ImportField): string {
  if (isReleaseDateKind(field))
    return isShort(field) ? `${releaseDateLabel(locale, field)} (${field})` : releaseDateLabel(locale, field)
  if (isIdentifierKind(field)) return identifierLabel(locale, field)
  return words(locale)(`field.${field}`)
}

/** The initials that a list of a prison has above its columns: CRD, HDCAD. */
const isShort = (field: string): boolean => /^[A-Z]{2,5}$/.test(field)

/** Every field that a column may hold, in the order of the choice. */
export const importFields: readonly ImportField[] = [...personFields, ...identifierKinds, ...releaseDateKinds]

export const isImportField = (text: string): text is ImportField => (importFields as readonly string[]).includes(text)

const isIdentifierKind = (field: string): field is IdentifierKind =>
  (identifierKinds as readonly string[]).includes(field)
