import { designOf } from '../table/design.ts'
import { FileProblem } from '../table/file-problem.ts'
import type { Table } from '../table/read-table.ts'
import { fitCox } from './cox.ts'
import { coxAnswer } from './cox-answer.ts'
import type { Ties } from './cox-order.ts'
import { countEvents, eventTimes, type FollowUp, type FollowUpColumns, followUpOf, rowsOfGroups } from './follow-up.ts'
import { testHazards } from './hazards-test.ts'
import { type CurvePoint, type IntervalKind, kaplanMeier } from './kaplan-meier.ts'
import { type LogRank, logRank } from './log-rank.ts'
import { restrictedMean } from './restricted-mean.ts'

export interface SurvivalQuestion extends FollowUpColumns {
  group?: string | undefined
  covariates: string[]
  strata?: string | undefined
  ties: Ties
  interval: IntervalKind
  /** Limit of the restricted mean; the last time of all where it is not given. */
  upTo?: number | undefined
}

export interface SurvivalAnswer {
  n: number
  events: number
  kaplanMeier: ({ group: string } & CurvePoint)[]
  logRank?: LogRank & { groups: string[] }
  cox?: ReturnType<typeof coxAnswer>
  restrictedMean: { group: string; upTo: number; estimate: number; standardError: number }[]
  leftOut: Table['leftOut']
  warnings: string[]
}

/**
 * Time to an event: curves and mean times by group, whether groups differ, and what goes with the event coming sooner.
 *
 * @throws FileProblem whatever in the file keeps a method from an answer.
 */
export function analyseSurvival(table: Table, question: SurvivalQuestion): SurvivalAnswer {
  const followUp = followUpOf(table, question)
  const strata = rowsIn(table, question.strata)
  const curves = curvesOf(table, followUp, question)
  const upTo = question.upTo ?? followUp.time.reduce((last, time) => Math.max(last, time), 0)
  const answer: SurvivalAnswer = {
    n: followUp.n,
    events: countEvents(followUp),
    kaplanMeier: curves.flatMap(({ group, points }) => points.map((point) => ({ group, ...point }))),
    restrictedMean: curves.map(({ group, points }) => ({ group, upTo, ...restrictedMean(points, upTo) })),
    leftOut: table.leftOut,
    warnings: curves.flatMap(({ group, points }) => carriedOn(group, points, upTo)),
  }
  if (question.group !== undefined) answer.logRank = compare(table, followUp, question.group, strata)
  if (question.covariates.length > 0) {
    needsEvents(answer.events, question.event)
    const design = designOf(table, question.covariates)
    const fit = fitCox(followUp, design, strata, question.ties)
    answer.cox = coxAnswer(design, fit, testHazards(followUp, design, fit))
  }
  return answer
}

function rowsIn(table: Table, column: string | undefined): Int32Array[] {
  if (column === undefined) return rowsOfGroups(undefined, 1, table.rows)
  const { codes, levels } = table.text(column)
  return rowsOfGroups(codes, levels.length, table.rows)
}

function curvesOf(table: Table, followUp: FollowUp, { group, interval }: SurvivalQuestion) {
  const names = group === undefined ? ['all'] : table.text(group).levels
  const rows = rowsIn(table, group)
  const moments = eventTimes(followUp)
  return names.map((name, index) => ({ group: name, points: kaplanMeier(followUp, rows[index]!, interval, moments) }))
}

function compare(
  table: Table,
  followUp: FollowUp,
  column: string,
  strata: Int32Array[],
): LogRank & { groups: string[] } {
  const { codes, levels } = table.text(column)
  if (levels.length < 2) {
    const wrong = `Every row that is left belongs to one group, ${levels[0]}; the other is empty.`
    throw new FileProblem(wrong, 'A comparison needs two: look at the file, or leave out --group.', { column })
  }
  needsEvents(countEvents(followUp), column)
  const found = logRank(followUp, codes, levels.length, strata)
  if (found) return { ...found, groups: levels }
  const wrong = 'No two groups were ever watched at the same time when an event came.'
  throw new FileProblem(wrong, 'They cannot be compared: leave out --group.', { column })
}

function needsEvents(events: number, column: string): void {
  if (events > 0) return
  const cure = 'Look whether 1 is written where it came, or ask for the curve alone.'
  throw new FileProblem('Nobody had the event, so nothing can be compared.', cure, { column })
}

/** A mean time beyond what was seen rests on the curve staying where it was. */
function carriedOn(group: string, points: CurvePoint[], upTo: number): string[] {
  const last = points.at(-1)!
  if (last.time >= upTo || last.survival === 0) return []
  return [
    `Nobody of ${group} was watched beyond ${last.time}: the mean up to ${upTo} takes their curve as flat from there. Give --up-to ${last.time} to stop where all were watched.`,
  ]
}
