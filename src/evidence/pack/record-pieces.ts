import { readDistanceLines } from '../../distance/index.ts'
import { listBegun, readEvaluation } from '../../evaluations/index.ts'
import { compared, listQuestions } from '../../mechanisms/index.ts'
import type { Reading } from '../../platform/database.ts'
import type { Locale } from '../../platform/words.ts'
import { readSurveyFigures } from '../../surveys/index.ts'
import { readTargetLines } from '../../targets/index.ts'
import type { Block } from './block.ts'
import type { OpenPiece, PieceKind } from './compose-pack.ts'
import { distanceBlock, evaluationBlock, mechanismsBlock, surveyBlock, targetsBlock } from './record-blocks.ts'

/** What the record counts by itself and what was planned and answered in it, as far as the reader may read it. */
export async function openRecordPieces(reading: Reading, locale: Locale): Promise<OpenPiece[]> {
  const lines = await readTargetLines(reading, locale)
  const surveys = (await readSurveyFigures(reading, locale)).filter(({ items }) =>
    items.some(({ quarters }) => quarters.length > 0),
  )
  const distances = await readDistanceLines(reading, locale)
  const questions = await listQuestions(reading)
  const evaluations = await listBegun(reading)
  const piece = (key: string, kind: PieceKind, made: Block): OpenPiece => ({
    key,
    kind,
    title: made.title,
    block: () => made,
  })
  return [
    ...(lines.length > 0 ? [piece('targets', 'targets', targetsBlock(locale, lines))] : []),
    ...surveys.map((one) => piece(`survey-${one.id}`, 'survey', surveyBlock(locale, one))),
    ...(distances.length > 0 ? [piece('distance', 'distance', distanceBlock(locale, distances))] : []),
    ...evaluations.map(({ id, title }) => ({
      ...{ key: `evaluation-${id}`, kind: 'evaluation' as const, title },
      block: async () => evaluationBlock(locale, await readEvaluation(reading, locale, id)),
    })),
    ...(questions.length > 0
      ? [piece('mechanisms', 'mechanisms', mechanismsBlock(locale, compared(locale, questions)))]
      : []),
  ]
}
