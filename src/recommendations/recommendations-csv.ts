import type { Locale } from '../platform/words.ts'
import type { Evidence, Recommendation } from './queries.ts'
import { evidenceOf, nameOf } from './shown.ts'
import { words } from './words.ts'

/** The list as a table for a file, in the reader's words; days as ISO 8601. */
export function tableOf(
  locale: Locale,
  {
    prison,
    list,
    counted,
    isOwn,
  }: { prison: string; list: readonly Recommendation[]; counted: readonly Evidence[]; isOwn: boolean },
): { header: string[]; rows: string[][] } {
  const say = words(locale)
  const header = (['prison', 'review', 'what', 'state', 'lead', 'due', 'words', 'evidence', 'source'] as const).map(
    (name) => say(`c.${name}`),
  )
  const rows = list.map((one) => {
    const { state = 'UNSAID', lead = '', dueOn = null, words: said = '' } = one.standing ?? {}
    return [
      prison,
      one.review,
      nameOf(locale, one),
      say(`state.${state}`),
      lead,
      dueOn ?? '',
      said,
      evidenceOf(locale, one, counted, isOwn),
      one.source,
    ]
  })
  return { header, rows }
}
