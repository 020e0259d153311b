import { declineLabel } from '../referrals/index.ts'
import { listDeclines, listProviderAnswers } from './queries/answers.ts'
import { type MakeReport, percent } from './report.ts'
import { words } from './words.ts'

/** How reliably each provider answers (R070). */
export const reliability: MakeReport = async (reading, range, locale) => {
  const say = words(locale)
  const providers = await listProviderAnswers(reading, range)
  const declines = await listDeclines(reading, range)
  const closed = providers.reduce((sum, { answered, expired }) => sum + answered + expired, 0)
  const answered = providers.reduce((sum, each) => sum + each.answered, 0)
  const days = (mean: number | null) => (mean === null ? null : Math.round(mean * 10) / 10)
  return {
    finding: say('reliability.finding', { answered, closed, share: percent(answered, closed) ?? 0 }),
    caveat: say('reliability.caveat'),
    tables: [
      {
        caption: say('reliability.by-provider'),
        columns: [
          { text: say('column.provider') },
          ...(['asked', 'waiting', 'answered', 'in-time', 'accepted', 'declined', 'expired', 'mean-days'] as const).map(
            (name) => ({ text: say(`column.${name}`), isNumeric: true }),
          ),
        ],
        rows: providers.map((each) => [
          each.providerName,
          ...[each.asked, each.waiting, each.answered, each.inTime, each.accepted, each.declined, each.expired],
          days(each.meanDays),
        ]),
      },
      {
        caption: say('reliability.by-reason'),
        columns: [
          { text: say('column.provider') },
          { text: say('column.reason') },
          { text: say('column.count'), isNumeric: true },
        ],
        rows: declines.map(({ providerName, reason, count }) => [
          providerName,
          declineLabel(locale, reason) || say('reliability.no-reason'),
          count,
        ]),
      },
    ],
    rows: providers.map(({ meanDays, ...each }) => ({ ...each, meanDays: days(meanDays) })),
  }
}
