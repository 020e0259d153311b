import { getCaseSubject } from '../../cases/index.ts'
import type { Change } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type Goal, getGoal, insertGoal, updateGoal, updateGoalStatus } from '../queries/goals.ts'
import { type GoalStatus, goalMayBecome, isGoalClosed, type PlanKind } from './goal-states.ts'

export interface GoalFields {
  /** What the person wants, in their own words: 1 to 500 characters. */
  words: string
  kind: PlanKind
  pathways: readonly string[]
  needIds: readonly string[]
}

/**
 * Puts a goal of the person into the plan.
 *
 * @param id - where somebody else chose it: a second row with one id is refused by the database.
 * @returns the id of the goal.
 * @throws Refusal `case.not-found`; `step.plan-closed` when the actor may not write in the plan.
 */
export async function addGoal(change: Change, caseId: string, fields: GoalFields, id = newId()): Promise<string> {
  const { personId, mayWrite } = await getCaseSubject(change, caseId, 'plan')
  if (!mayWrite) throw new Refusal('not allowed', 'step.plan-closed')
  await insertGoal(change, { id, caseId, personId, ...fields })
  change.record({ name: 'goal.added', subjectId: id, caseId, personId, fieldGroup: 'plan' })
  return id
}

/**
 * Changes what a goal says and what it is about.
 *
 * @param version - of the goal as the worker saw it.
 * @throws Refusal `goal.not-found`; `goal.changed-meanwhile` when another worker saved first.
 */
export async function changeGoal(change: Change, id: string, version: number, fields: GoalFields): Promise<Goal> {
  const goal = await getGoal(change, id)
  if (!(await updateGoal(change, id, version, fields))) throw changedMeanwhile(goal)
  record(change, goal, 'goal.changed')
  return goal
}

/**
 * Says that a goal is reached, for later, or no longer wanted; or takes it up again.
 *
 * @param reason - plain text up to 500 characters; needed to remove.
 * @throws Refusal `goal.not-found`; `goal.changed-meanwhile`; `goal.status-closed-way`; `goal.reason-missing`.
 */
export async function moveGoal(
  change: Change,
  id: string,
  version: number,
  { status, reason }: { status: GoalStatus; reason: string },
): Promise<Goal> {
  const goal = await getGoal(change, id)
  if (goal.version !== version) throw changedMeanwhile(goal)
  if (!goalMayBecome[goal.status].includes(status)) throw new Refusal('conflict', 'goal.status-closed-way')
  if (status === 'REMOVED' && reason === '') throw new Refusal('not allowed', 'goal.reason-missing')
  const closedAt = isGoalClosed(status) ? change.now : null
  if (!(await updateGoalStatus(change, goal, { status, reason, closedAt }))) throw changedMeanwhile(goal)
  record(change, goal, 'goal.status-changed', { from: goal.status, to: status })
  return goal
}

const changedMeanwhile = ({ id }: Goal) => new Refusal('conflict', 'goal.changed-meanwhile', { goalId: id })

function record(change: Change, { id, caseId, personId }: Goal, name: string, details: Record<string, string> = {}) {
  change.record({ name, subjectId: id, caseId, personId, fieldGroup: 'plan', details })
}
