import type { Actor } from '../platform/database.ts'
import type { World } from '../platform/testing/world.ts'
import { addStep, type StepFields } from './add-step.ts'

/** A step added the way the site adds one; the actor's agency does it. @returns its id. */
export function aStep(world: World, actor: Actor, caseId: string, fields: Partial<StepFields> = {}): Promise<string> {
  const owner = { isForPerson: false, agencyId: actor.agencyId, accountId: actor.userId }
  const step = { title: 'Open a bank account', pathway: null, needId: null, dueOn: null, owner, ...fields }
  return world.database.change(actor, (change) => addStep(change, caseId, step))
}
