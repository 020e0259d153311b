import type { Agreement } from '../../../fairness/index.ts'
import { isSafe } from '../../hold-back.ts'
import type { Finding } from '../finding.ts'

const z = 1.959963984540054

/**
 * How far two scorers of the same people agree beyond chance, with 95% intervals. Nothing where too few got the same value of both, or another; on
 * high or not only where enough people are in each of the four ways.
 *
 * @source Fleiss, Cohen and Everitt (1969) for the errors.
 */
export function showAgreement({
  n,
  same,
  high,
  unweighted,
  linear,
  atThreshold,
}: Agreement): Pick<Finding, 'sentences' | 'tables'> {
  if (!isSafe({ cells: [same, n - same] }))
    return { sentences: [{ key: 'fairness.agreement-held', values: {} }], tables: [] }
  const isHighSafe = isSafe({ cells: [high.both, high.first, high.second, high.neither] })
  const lines = [
    ['same-score', unweighted],
    ['near-score', linear],
    ...(isHighSafe ? [['high-or-not', atThreshold] as const] : []),
  ] as const
  return {
    sentences: [
      { key: 'fairness.agreement', values: { same: Math.round((same / n) * 100) } },
      ...(isHighSafe ? [] : [{ key: 'fairness.high-held', values: {} }]),
    ],
    tables: [
      {
        name: 'agreement',
        columns: [
          { name: 'what', kind: 'text' },
          ...(['kappa', 'lower', 'upper'] as const).map((name) => ({ name, kind: 'number' as const })),
        ],
        rows: lines.map(([what, { kappa, standardError }]) => [
          what,
          ...[0, -z, z].map((errors) =>
            kappa === null || standardError === null ? null : within(kappa + errors * standardError),
          ),
        ]),
      },
    ],
  }
}

/** To two digits, and no further than kappa reaches. */
const within = (value: number): number => Math.round(Math.max(-1, Math.min(1, value)) * 100) / 100
