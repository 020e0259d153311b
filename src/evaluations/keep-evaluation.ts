import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { type EvaluationPlan, lacksOf } from './evaluation.ts'
import { insertEntry, listDoneAnalyses } from './queries/entries.ts'
import {
  getEvaluation, insertEvaluation, updateBegun, updatePlan, updateReported, updateStopped,
} from './queries/evaluations.ts' // biome-ignore format: a list

/** Plans an evaluation for one's own agency. @returns its id. @throws Refusal `evaluation.managers-only` */
export async function planEvaluation(change: Change, plan: EvaluationPlan): Promise<string> {
  const { actor } = change
  if (!actor.roles.some((role) => role === 'MANAGER' || role === 'COORDINATOR'))
    throw new Refusal('not allowed', 'evaluation.managers-only')
  const id = await insertEvaluation(change, actor.agencyId, plan)
  change.record({ name: 'evaluation.planned', subjectId: id, fieldGroup: 'administration' })
  return id
}

/**
 * Changes a plan that has not begun.
 *
 * @param version - which one was changed. @throws Refusal `evaluation.not-found`, `evaluation.fixed`
 */
export async function changePlan(change: Change, id: string, version: number, plan: EvaluationPlan): Promise<void> {
  await getEvaluation(change, id)
  if (!(await updatePlan(change, id, version, plan))) throw new Refusal('conflict', 'evaluation.fixed')
  change.record({ name: 'evaluation.changed', subjectId: id, fieldGroup: 'administration' })
}

/**
 * Begins: from now on it stays as it was planned.
 *
 * @param version - the one that was read: nobody fixes what somebody else changed a moment ago.
 * @throws Refusal `evaluation.not-found`, `evaluation.incomplete` while something is missing, `evaluation.fixed`
 */
export async function beginEvaluation(change: Change, id: string, version: number): Promise<void> {
  if (lacksOf(await getEvaluation(change, id)).length > 0) throw new Refusal('conflict', 'evaluation.incomplete')
  if (!(await updateBegun(change, id, version))) throw new Refusal('conflict', 'evaluation.fixed')
  change.record({ name: 'evaluation.begun', subjectId: id, fieldGroup: 'administration' })
}

export interface Written {
  kind: 'RESULT' | 'CHANGE'
  words: string
  /** The analysis that it rests on, of those that the writer may open; null for none. */
  analysisId: string | null
  /** Nothing more is to come. */
  isLast: boolean
}

/**
 * Writes down what was found, or what had to be done otherwise.
 *
 * @throws Refusal `evaluation.not-found`, `analysis.not-found`, `evaluation.not-under-way`
 */
export async function writeEntry(change: Change, id: string, written: Written): Promise<void> {
  const { kind, words, isLast } = written
  const { beganAt, stoppedAt } = await getEvaluation(change, id)
  if (!beganAt || stoppedAt) throw new Refusal('conflict', 'evaluation.not-under-way')
  const analysisId = kind === 'RESULT' ? written.analysisId : null
  const analysis = analysisId ? (await listDoneAnalyses(change)).find((one) => one.id === analysisId) : undefined
  if (analysisId && !analysis) throw new Refusal('not found', 'analysis.not-found')
  await insertEntry(change, id, { kind, words, analysisId, analysisTitle: analysis?.title ?? '' })
  if (isLast && kind === 'RESULT') await updateReported(change, id)
  change.record({ name: 'evaluation.written', subjectId: id, fieldGroup: 'administration', details: { kind } })
}

/** Gives an evaluation up, with a reason. @throws Refusal `evaluation.not-found`, `evaluation.fixed` once it is reported or stopped */
export async function stopEvaluation(change: Change, id: string, reason: string): Promise<void> {
  await getEvaluation(change, id)
  if (!(await updateStopped(change, id, reason))) throw new Refusal('conflict', 'evaluation.fixed')
  change.record({ name: 'evaluation.stopped', subjectId: id, fieldGroup: 'administration' })
}
