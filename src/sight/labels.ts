import type { Locale } from '../platform/words.ts'
import { type FieldGroupCode, fieldGroups, type Relationship, relationships } from './sight-words.ts'
import { words } from './words.ts'

/** What a part of a case is called: `identity` is "Name and numbers". A part that we do not know stays as its code. */
export function fieldGroupLabel(locale: Locale, code: string): string {
  return isFieldGroup(code) ? words(locale)(`group.${code}`) : code
}

/** How an audience stands to a case: `CUSTODY` is "Holds the person". One that we do not know stays as its code. */
export function relationshipLabel(locale: Locale, code: string): string {
  return isRelationship(code) ? words(locale)(`relationship.${code}`) : code
}

const isFieldGroup = (code: string): code is FieldGroupCode => (fieldGroups as readonly string[]).includes(code)
const isRelationship = (code: string): code is Relationship => (relationships as readonly string[]).includes(code)
