import { NotUnderstood } from '../options.ts'
import { outcomeCommand } from '../outcome-command.ts'
import { pictureOption, writePicture } from '../pictures/write-picture.ts'
import { wantedCovariates } from '../table/design.ts'
import { readTable } from '../table/read-table.ts'
import { compareMatched, type MatchQuestion } from './compare.ts'
import { drawBalance } from './draw-balance.tsx'
import { matchLines } from './match-lines.ts'

export const matchCommand = outcomeCommand({
  name: 'match',
  summary: 'What would have happened anyway: the treated against people who were as likely to be treated.',
  options: [
    { name: 'data', takes: 'FILE', isRequired: true, says: 'a CSV, one row a person' },
    { name: 'treatment', takes: 'COL', isRequired: true, says: '1 for the treated, 0 for the comparison group' },
    { name: 'outcome', takes: 'COL', isRequired: true, says: '1 or 0 for what happened, or a number such as a count' },
    { name: 'covariates', takes: 'A,B', isRequired: true, says: 'what made treatment likely, known before it began' },
    { name: 'text', takes: 'A,B', says: 'covariates whose numbers are names of levels' },
    { name: 'method', takes: 'radius', says: 'each treated against the mean of all within the caliper' },
    { name: 'caliper', takes: 'N', says: 'how far apart two propensities may be, as a probability; 0.05 unless said' },
    pictureOption,
  ],
  prints: [
    'Rows without a value in a column that is used are left out and counted. Differences are treated less comparison.',
    'JSON: estimate, standardError, treated, matched, comparison, effectiveSampleSize, treatedRate, comparisonRate, balance',
    '[covariate, before, after, flag], propensity [name, estimate], weighted {estimate, ...}, and lower, upper, p, conclusion,',
    'submitted, comparisonAvailable, support, leftOut.',
  ],
  async answer(given) {
    given.choice('method', ['radius'])
    const question: MatchQuestion = {
      treatment: given.text('treatment'),
      outcome: given.text('outcome'),
      covariates: given.list('covariates'),
      caliper: given.number('caliper', { otherwise: 0.05, above: 0, below: 1 }),
    }
    const amongThem = question.covariates.find((name) => name === question.treatment || name === question.outcome)
    if (amongThem) throw new NotUnderstood(`${amongThem} cannot be a covariate as well.`)
    const table = await readTable(given.file('data'), [
      { name: question.treatment, kind: 'yes-no' },
      { name: question.outcome, kind: 'measure' },
      ...wantedCovariates(question.covariates, given.list('text')),
    ])
    const json = compareMatched(table, question)
    await writePicture(given, () => drawBalance(json))
    return { json, lines: matchLines(json, question) }
  },
})
