import type { Change } from '../platform/database.ts'
import type { Locale } from '../platform/words.ts'
import { insertGuideUse, type Programme } from './queries.ts'

/** Counts that a guide was printed for work: by which agency and in which language, and not by whom. */
export async function useGuide(change: Change, programme: Programme, guideKey: string, locale: Locale): Promise<void> {
  await insertGuideUse(change, programme, guideKey, locale)
  const details = { guideKey, locale, version: programme.version }
  change.record({ name: 'programme.guide-used', subjectId: programme.id, fieldGroup: 'administration', details })
}
