import type { Change } from '../platform/database.ts'
import type { Locale } from '../platform/words.ts'
import type { ConsentKind } from './answers.ts'
import { getLatestText, insertText } from './queries/consents.ts'

/** Makes the next edition of what people are told. What was answered keeps the edition under which it was. @returns its id. */
export async function writeText(change: Change, kind: ConsentKind, words: Record<Locale, string>): Promise<string> {
  const { edition } = await getLatestText(change, kind)
  const id = await insertText(change, kind, edition + 1, words)
  change.record({ name: 'consent-text.written', subjectId: id, fieldGroup: 'administration', details: { kind } })
  return id
}
