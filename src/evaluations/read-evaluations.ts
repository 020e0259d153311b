import type { Reading } from '../platform/database.ts'
import { formatDay } from '../platform/dates.ts'
import type { Locale } from '../platform/words.ts'
import { stateOf } from './evaluation.ts'
import { type CountedMeasure, readMeasures } from './measures.ts'
import { listEntries } from './queries/entries.ts'
import { getEvaluation, listEvaluations } from './queries/evaluations.ts'
import { sizeSentence } from './views/size-parts.tsx'
import { words } from './words.ts'

/** An evaluation that has begun, in finished words. */
export interface EvaluationTold {
  id: string
  title: string
  agencyName: string
  state: string
  from: string
  to: string
  question: string
  /** How the question is asked, of how many people, and what it cannot say. */
  design: string
  people: string
  caveat: string
  ledBy: string
  approval: string
  /** What it counts, as far as the reader may read it. */
  measures: CountedMeasure[]
  results: string[]
  /** What was done otherwise than planned. */
  changes: string[]
}

/** The evaluations that have begun and that the reader may see. At most 100. */
export async function listBegun(reading: Reading): Promise<{ id: string; title: string }[]> {
  const evaluations = await listEvaluations(reading, { most: 100 })
  return evaluations.filter(({ beganAt }) => beganAt !== null).map(({ id, title }) => ({ id, title }))
}

/** @throws Refusal `evaluation.not-found` */
export async function readEvaluation(reading: Reading, locale: Locale, id: string): Promise<EvaluationTold> {
  const say = words(locale)
  const evaluation = await getEvaluation(reading, id)
  const entries = await listEntries(reading, id)
  const known = await readMeasures(reading, locale)
  const { title, agencyName, question, ledBy, approval, design, sampleSize, fromOn, untilOn } = evaluation
  const said = (kind: 'RESULT' | 'CHANGE') => entries.filter((one) => one.kind === kind).map((one) => one.words)
  return {
    ...{ id, title, agencyName, question, ledBy, approval, results: said('RESULT'), changes: said('CHANGE') },
    ...{ from: formatDay(locale, fromOn, 'full'), to: formatDay(locale, untilOn, 'full') },
    ...{ state: say(`state.${stateOf(evaluation)}`), caveat: say(`caveat.${design}`) },
    design: `${say(`design.${design}`)}. ${say(`design-hint.${design}`)}.`,
    people: sampleSize ? sizeSentence(locale, sampleSize) : say('people.series'),
    measures: evaluation.measures.flatMap((key) => known.find((one) => one.key === key) ?? []),
  }
}
