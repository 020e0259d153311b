import { readDistanceLines } from '../../distance/index.ts'
import { readEvaluations } from '../../evaluations/index.ts'
import { compared, listQuestions } from '../../mechanisms/index.ts'
import type { Reading } from '../../platform/database.ts'
import type { Locale } from '../../platform/words.ts'
import { readSurveyFigures } from '../../surveys/index.ts'
import { readTargetLines } from '../../targets/index.ts'
import type { OpenPiece } from './compose-pack.ts'
import { distanceBlock, evaluationBlock, mechanismsBlock, surveyBlock, targetsBlock } from './record-blocks.ts'

/** What the record counts by itself and what was planned and answered in it, as far as the reader may read it. */
export async function openRecordPieces(reading: Reading, locale: Locale): Promise<OpenPiece[]> {
  const lines = await readTargetLines(reading, locale)
  const surveys = (await readSurveyFigures(reading, locale)).filter(({ items }) =>
    items.some(({ quarters }) => quarters.length > 0),
  )
  const distances = await readDistanceLines(reading, locale)
  const questions = await listQuestions(reading)
  const evaluations = await readEvaluations(reading, locale)
  const blocks = [
    ...(lines.length > 0 ? [{ key: 'targets', kind: 'targets', made: targetsBlock(locale, lines) } as const] : []),
    ...surveys.map((one) => ({ key: `survey-${one.id}`, kind: 'survey', made: surveyBlock(locale, one) }) as const),
    ...(distances.length > 0
      ? [{ key: 'distance', kind: 'distance', made: distanceBlock(locale, distances) } as const]
      : []),
    ...evaluations.map(
      (one) => ({ key: `evaluation-${one.id}`, kind: 'evaluation', made: evaluationBlock(locale, one) }) as const,
    ),
    ...(questions.length > 0
      ? [{ key: 'mechanisms', kind: 'mechanisms', made: mechanismsBlock(locale, compared(locale, questions)) } as const]
      : []),
  ]
  return blocks.map(({ key, kind, made }) => ({ key, kind, title: made.title, block: () => made }))
}
