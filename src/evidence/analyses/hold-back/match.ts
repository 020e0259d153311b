import type { MatchAnswer } from '../../../outcomes/index.ts'
import { fewestPeople, isSafe, toFive } from '../../hold-back.ts'
import { type Finding, heldFinding } from '../finding.ts'
import { shownP } from './survival.ts'

/** A matched comparison as the Justice Data Lab words it; people to the nearest five, rates of at least thirty on each side. */
export function showMatch(answer: MatchAnswer): Finding {
  const { matched, comparison, treatedRate, comparisonRate, estimate, lower, upper } = answer
  if (matched < fewestPeople || comparison < fewestPeople) return heldFinding('FEW_PEOPLE')
  const isShare = [treatedRate, comparisonRate].every((rate) => rate >= 0 && rate <= 1)
  const sides = [
    [treatedRate, matched],
    [comparisonRate, comparison],
  ] as const
  const isTold = sides.every(([rate, n]) => isSafe({ cells: [Math.round(rate * n), Math.round((1 - rate) * n)] }))
  if (isShare && !isTold) return heldFinding('FEW_COUNTED')
  const outcomeKind = isShare ? 'share' : 'number'
  const kind = isShare ? 'points' : 'number'
  return {
    sentences: [
      {
        key: 'match.counts',
        values: {
          submitted: toFive(answer.submitted),
          matched: toFive(matched),
          comparison: toFive(comparison),
          worth: toFive(answer.effectiveSampleSize),
        },
      },
      ...(isShare
        ? [
            {
              key: 'match.of-hundred',
              values: { treated: Math.round(treatedRate * 100), comparison: Math.round(comparisonRate * 100) },
            },
          ]
        : []),
      { key: `match.${answer.conclusion}`, values: { p: answer.p === null ? 1 : shownP(answer.p) } },
      { key: 'match.weighted', values: {} },
    ],
    tables: [
      {
        name: 'effect',
        columns: [
          { name: 'how', kind: 'text' },
          { name: 'treated', kind: outcomeKind },
          { name: 'comparison', kind: outcomeKind },
          { name: 'difference', kind },
          { name: 'lower', kind },
          { name: 'upper', kind },
        ],
        rows: [
          ['matched', treatedRate, comparisonRate, estimate, lower, upper],
          [
            'weighted',
            answer.weighted.treatedRate,
            answer.weighted.comparisonRate,
            answer.weighted.estimate,
            null,
            null,
          ],
        ],
      },
      {
        name: 'balance',
        columns: [
          { name: 'covariate', kind: 'text' },
          { name: 'before', kind: 'number' },
          { name: 'after', kind: 'number' },
          { name: 'flag', kind: 'text' },
        ],
        rows: answer.balance.map(({ covariate, before, after, flag }) => [covariate, two(before), two(after), flag]),
      },
    ],
    pictures: [
      {
        kind: 'balance',
        rows: answer.balance.map((row) => ({ ...row, before: two(row.before), after: two(row.after) })),
      },
    ],
  }
}

const two = (value: number): number => Math.round(value * 100) / 100
