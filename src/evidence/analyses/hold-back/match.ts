import type { MatchAnswer } from '../../../outcomes/index.ts'
import { fewestCounted, fewestPeople, isSafe, toFive } from '../../hold-back.ts'
import { type Finding, type FindingTable, heldFinding } from '../finding.ts'
import { shownP } from './survival.ts'

/** A matched comparison as the Justice Data Lab words it; people to the nearest five, rates of at least thirty on each side. */
export function showMatch(answer: MatchAnswer): Finding {
  const { matched, comparison, treatedRate, comparisonRate, estimate, lower, upper, weighted } = answer
  if (matched < fewestPeople || comparison < fewestPeople) return heldFinding('FEW_PEOPLE')
  const isShare = [treatedRate, comparisonRate].every((rate) => rate >= 0 && rate <= 1)
  const sides = [
    [treatedRate, matched],
    [comparisonRate, comparison],
  ] as const
  const isTold = sides.every(([rate, n]) => isSafe({ cells: [Math.round(rate * n), Math.round((1 - rate) * n)] }))
  if (isShare && !isTold) return heldFinding('FEW_COUNTED')
  const isModelSafe = answer.smallestCell >= fewestCounted
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
      ...(isModelSafe ? [] : [{ key: 'levels-held', values: {} }]),
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
          ['matched', ...[treatedRate, comparisonRate, estimate, lower, upper].map(three)],
          ['weighted', ...[weighted.treatedRate, weighted.comparisonRate, weighted.estimate].map(three), null, null],
        ],
      },
      ...(isModelSafe ? [balanceTable(answer)] : []),
    ],
    pictures: isModelSafe ? [{ kind: 'balance', rows: rounded(answer) }] : [],
  }
}

function balanceTable(answer: MatchAnswer): FindingTable {
  return {
    name: 'balance',
    columns: [
      { name: 'covariate', kind: 'text' },
      { name: 'before', kind: 'number' },
      { name: 'after', kind: 'number' },
      { name: 'flag', kind: 'text' },
    ],
    rows: rounded(answer).map(({ covariate, before, after, flag }) => [covariate, before, after, flag]),
  }
}

const rounded = ({ balance }: MatchAnswer) =>
  balance.map((row) => ({ ...row, before: two(row.before), after: two(row.after) }))

const three = (value: number | null): number | null => (value === null ? null : Math.round(value * 1000) / 1000)
const two = (value: number): number => Math.round(value * 100) / 100
