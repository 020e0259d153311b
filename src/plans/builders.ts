import type { Actor } from '../platform/database.ts'
import type { World } from '../platform/testing/world.ts'
import { addStep, type StepFields } from './add-step.ts'
import { addGoal, type GoalFields } from './goals/keep-goal.ts'

/** A step with nothing but words. */
export const plainStep: StepFields = {
  title: 'Open a bank account',
  pathway: null,
  needId: null,
  dueOn: null,
  owner: { isForPerson: false, agencyId: null, accountId: null },
  goalId: null,
  kind: 'PRACTICAL',
  doneWhen: '',
  leadKind: null,
  waitsFor: [],
  contributingIds: [],
  informedIds: [],
}

/** A step added the way the site adds one; the actor's agency does it. @returns its id. */
export function aStep(world: World, actor: Actor, caseId: string, fields: Partial<StepFields> = {}): Promise<string> {
  const owner = { isForPerson: false, agencyId: actor.agencyId, accountId: actor.userId }
  return world.database.change(actor, (change) => addStep(change, caseId, { ...plainStep, owner, ...fields }))
}

/** A goal added the way the site adds one. @returns its id. */
export function aGoal(world: World, actor: Actor, caseId: string, fields: Partial<GoalFields> = {}): Promise<string> {
  const goal = { words: 'I want a place of my own', kind: 'PRACTICAL' as const, pathways: [], needIds: [], ...fields }
  return world.database.change(actor, (change) => addGoal(change, caseId, goal))
}
