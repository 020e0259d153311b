import type { Reading } from '../platform/database.ts'
import { formatAt, formatDay } from '../platform/dates.ts'
import type { Locale } from '../platform/words.ts'
import { listTargets } from './queries/targets.ts'
import { shownTo } from './shown.ts'
import { amountOf, deliveredOf, overrideOf, remainingOf } from './views/status-line.tsx'
import { words } from './words.ts'

/** An expected result in finished words, as its reader may read it: what is of few is covered. */
export interface TargetLine {
  id: string
  name: string
  agencyName: string
  amount: string
  delivered: string
  remaining: string
  due: string
  /** What the figures say, and beside it what somebody set by hand. */
  status: string
  /** Which rows count. */
  definition: string
  /** '' until it was counted. */
  countedAt: string
}

/** What was promised, as far as the reader sees it, in the coordinator's order. At most 200. */
export async function readTargetLines(reading: Reading, locale: Locale): Promise<TargetLine[]> {
  const say = words(locale)
  return (await listTargets(reading)).map((target) => {
    const shown = shownTo(reading, target)
    const status = [say(`status.${shown.figures.status}`), overrideOf({ locale }, shown)].filter(Boolean).join('. ')
    return {
      ...{ id: target.id, name: target.name, agencyName: target.agencyName, status },
      amount: amountOf({ locale }, shown, shown.amount),
      delivered: deliveredOf({ locale }, shown),
      remaining: remainingOf({ locale }, shown),
      due: formatDay(locale, target.dueOn, 'full'),
      definition: say(`definition.${target.definition}`),
      countedAt: target.countedAt ? formatAt(locale, target.countedAt, 'full') : '',
    }
  })
}
