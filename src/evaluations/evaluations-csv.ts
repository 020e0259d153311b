import { stringify } from 'csv-stringify/sync'
import type { Locale } from '../platform/words.ts'
import { needed } from './alternatives.ts'
import { type Evaluation, stateOf } from './evaluation.ts'
import type { CountedMeasure } from './measures.ts'
import { words } from './words.ts'

/** Plans for a spreadsheet, one a line; days as they are in files, shares as proportions. */
export function evaluationsCsv(
  locale: Locale,
  evaluations: readonly Evaluation[],
  measures: readonly CountedMeasure[],
): string {
  const say = words(locale)
  const heads = [
    ...[say('c.title'), say('csv.agency'), say('form.about'), say('c.question'), say('form.design'), say('measures')],
    ...[say('csv.without'), say('csv.with'), say('csv.chance'), say('size.in-programme'), say('size.compared')],
    ...[say('form.from'), say('form.until'), say('c.led'), say('c.approval'), say('c.state')],
  ]
  const nameOf = (key: string) => measures.find((one) => one.key === key)?.name ?? say('measure.unseen')
  const lines = evaluations.map((evaluation) => {
    const { sampleSize } = evaluation
    const people = sampleSize && needed(sampleSize)
    return [
      ...[evaluation.title, evaluation.agencyName, say(`about.${evaluation.about}`), evaluation.question],
      ...[say(`design.${evaluation.design}`), evaluation.measures.map(nameOf).join('; ')],
      ...[sampleSize?.shareWithout, sampleSize?.shareWith, sampleSize?.power, people?.inProgramme, people?.compared],
      ...[
        evaluation.fromOn,
        evaluation.untilOn,
        evaluation.ledBy,
        evaluation.approval,
        say(`state.${stateOf(evaluation)}`),
      ],
    ]
  })
  return stringify([heads, ...lines], { escape_formulas: true, bom: true })
}
