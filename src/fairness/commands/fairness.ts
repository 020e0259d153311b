import {
  type Answer,
  type Given,
  NotUnderstood,
  outcomeCommand,
  readTable,
  type Table,
  type Wanted,
} from '../../outcomes/index.ts'
import { compareScorers, type Judged, judgeScore, type ScoreRecord } from '../judge-score.ts'

export const indicator =
  'A score is only an indicator: it speaks of groups, not of one person’s fate, and no decision about a person rests on it alone.'

export const fairnessCommand = outcomeCommand({
  name: 'fairness',
  summary: 'Lays a score beside what happened, group by group: errors, calibration and agreement.',
  options: [
    { name: 'data', takes: 'FILE', says: 'one row a person', isRequired: true },
    {
      name: 'score',
      takes: 'COL',
      says: 'the score; two columns with a comma between compare two scorers',
      isRequired: true,
    },
    { name: 'threshold', takes: 'N', says: 'a score at or above it is high', isRequired: true },
    { name: 'outcome', takes: 'COL', says: '1 (or yes) where it happened, 0 where it did not', isRequired: true },
    { name: 'group', takes: 'COL', says: 'what the groups are told apart by' },
  ],
  prints: [
    'For all and for each group: n, tp, fp, tn, fn; tpr, fpr, fnr, ppv, npv, selectionRate and baseRate with Wilson 95%',
    'intervals; auc; calibration: of people with about a score, how many it happened to. A rate of nobody is null.',
    'Each value of the score is a bin where there are ten or fewer, else tenths of all people; groups share the bins.',
    'kappa (with two scores): agreement beyond chance, unweighted, linear and high-or-not, with its standard error.',
    'A row without a value is left out and counted. Nothing is suppressed here: do not publish small groups.',
    indicator,
  ],
  answer: answerFairness,
})

async function answerFairness(given: Given): Promise<Answer> {
  const scores = given.list('score')
  const threshold = given.number('threshold', { otherwise: Number.NaN })
  const [score, second, ...rest] = scores
  if (!score || rest.length > 0) throw new NotUnderstood('--score names one column, or two with a comma between.')
  const [outcome, group] = [given.text('outcome'), given.optionalText('group')]
  const named = [...scores, outcome, ...(group ? [group] : [])]
  if (new Set(named).size < named.length) throw new NotUnderstood('One column cannot be two things: name each once.')

  const table = await readTable(given.file('data'), [
    ...scores.map((name): Wanted => ({ name, kind: 'number' })),
    { name: outcome, kind: 'yes-no' },
    ...(group ? [{ name: group, kind: 'text' } satisfies Wanted] : []),
  ])
  const judged = judgeScore(peopleOf(table, { score, outcome, group }), threshold)
  const [first, other] = [table.number(score), second ? table.number(second) : undefined]
  const kappa =
    other &&
    compareScorers(
      Array.from(first, (value, row) => [value, other[row]!]),
      threshold,
    )
  const found = {
    ...judged,
    ...(group ? {} : { groups: [] }),
    ...(kappa ? { kappa } : {}),
    leftOut: table.leftOut,
    note: indicator,
  }
  return { json: found, lines: linesOf(found) }
}

function peopleOf(
  table: Table,
  { score, outcome, group }: { score: string; outcome: string; group?: string | undefined },
) {
  const [scores, happened] = [table.number(score), table.number(outcome)]
  const groups = group ? table.text(group) : undefined
  return Array.from(scores, (value, row) => ({
    score: value,
    happened: happened[row] === 1,
    group: groups ? groups.levels[groups.codes[row]!]! : '',
  }))
}

function linesOf({
  all,
  groups,
  threshold,
  leftOut,
  ...found
}: Judged & { leftOut: Table['leftOut'] } & Partial<KappaFound>) {
  const share = (value: number | null) => (value === null ? 'none' : `${(value * 100).toFixed(1)}%`)
  const line = (name: string, of: ScoreRecord) =>
    `  ${name}: n ${of.n}, true positive ${share(of.tpr)}, false positive ${share(of.fpr)}, false negative ${share(of.fnr)}, ` +
    `right when high ${share(of.ppv)}, right when low ${share(of.npv)}, high ${share(of.selectionRate)}, AUC ${of.auc?.toFixed(3) ?? 'none'}`
  return [
    `High is ${threshold} or more`,
    line('all', all),
    ...groups.map((group) => line(group.group, group)),
    ...(found.kappa ? [`  agreement beyond chance: ${found.kappa.unweighted.kappa?.toFixed(4) ?? 'none'}`] : []),
    ...leftOut.map(({ column, rows }) => `  left out, no value in ${column}: ${rows}`),
    indicator,
  ]
}

type KappaFound = { kappa: ReturnType<typeof compareScorers> }
