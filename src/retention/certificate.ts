import { formatAt } from '../platform/dates.ts'
import type { Locale } from '../platform/words.ts'
import { actionLabel, classLabel } from './labels.ts'
import type { Disposal } from './queries/disposals.ts'
import { decidedRows } from './views/disposal-page.tsx'
import { words } from './words.ts'

export interface Certificate {
  disposal: Disposal
  rowsGone: readonly { table: string; count: number }[]
}

/** What a certificate says, on the page and on paper: numbers, classes, hashes, who and when; nobody whose record it was. */
export function certificateRows(locale: Locale, { disposal }: Certificate) {
  const say = words(locale)
  return [
    { key: say('certificate.number'), value: disposal.id },
    ...decidedRows(locale, disposal),
    ...disposal.sums.map((sum) => ({
      key: `${classLabel(locale, sum.class)}: ${actionLabel(locale, sum.action)}`,
      value: `${sum.count}, ${say(`item.${sum.state}`)}`,
    })),
    { key: say('certificate.digest'), value: disposal.digest ?? '' },
  ]
}

/** The sentence above it. */
export const certificateText = (locale: Locale, { disposal }: Certificate): string =>
  words(locale)('certificate.text', { day: formatAt(locale, disposal.doneAt!, 'long'), agency: disposal.agency })
