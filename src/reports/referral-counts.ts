import { pathwayLabel } from '../agencies/index.ts'
import { countReferrals, type ReferralCount, referralStates, stateLabel } from '../referrals/index.ts'
import { formatMonth } from './format-month.ts'
import { type MakeReport, percent } from './report.ts'
import { words } from './words.ts'

/** Referrals by pathway, present state and month of sending: read from counts that are kept with the rows. */
export const referralCounts: MakeReport = async (reading, range, locale) => {
  const say = words(locale)
  const counts = await countReferrals(reading, range)
  const all = total(counts)
  const done = total(counts.filter(({ status }) => status === 'COMPLETED'))
  const states = referralStates.filter((state) => counts.some(({ status }) => status === state))
  const columns = (first: string) => [
    { text: first },
    ...states.map((state) => ({ text: stateLabel(locale, state), isNumeric: true })),
    { text: say('column.all'), isNumeric: true },
  ]
  const line = (of: ReferralCount[]) => [
    ...states.map((state) => total(of.filter(({ status }) => status === state))),
    total(of),
  ]
  const by = (key: 'pathway' | 'month', name: (value: string) => string) =>
    [...new Set(counts.map((count) => count[key]))].map((value) => [
      name(value),
      ...line(counts.filter((count) => count[key] === value)),
    ])
  return {
    finding: say('referrals.finding', { all, done, share: percent(done, all) ?? 0, side: range.side }),
    caveat: say('referrals.caveat'),
    tables: [
      {
        caption: say('referrals.by-pathway'),
        columns: columns(say('column.pathway')),
        rows: by('pathway', (code) => pathwayLabel(locale, code)),
      },
      {
        caption: say('referrals.by-month'),
        columns: columns(say('column.month')),
        rows: by('month', (day) => formatMonth(locale, day)),
      },
    ],
    rows: counts.map(({ month, pathway, status, count }) => ({ month: month.slice(0, 7), pathway, status, count })),
  }
}

const total = (counts: readonly ReferralCount[]) => counts.reduce((sum, { count }) => sum + count, 0)
