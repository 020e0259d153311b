import { z } from 'zod'
import { pathwayIcons } from '../../platform/web/components/index.ts'
import { optionalText, type Typed, text } from '../../platform/web/form.ts'
import type { Goal } from '../queries/goals.ts'
import { goalStatuses, planKinds } from './goal-states.ts'

const pathwayCodes = Object.keys(pathwayIcons)

/** A field of boxes: nothing, one, or several. */
export const several = <T extends z.ZodType<string, string>>(one: T, most: number) =>
  z.preprocess((typed) => (typed === undefined ? [] : [typed].flat()), z.array(one).max(most))

export const goalForm = z.object({
  words: text(500, { missing: 'problem.goal', long: 'problem.goal-long' }),
  kind: z.enum(planKinds, { error: 'problem.kind' }),
  pathways: several(
    z.string().refine((code) => pathwayCodes.includes(code), 'problem.pathway'),
    20,
  ),
  needIds: several(z.uuid({ error: 'problem.need' }), 20),
  version: z.coerce.number().int().min(1).default(1),
})
export type TypedGoal = z.output<typeof goalForm>

/** What a goal may be moved to. */
export const goalMove = z.object({
  status: z.enum(goalStatuses, { error: 'problem.status' }),
  reason: optionalText(500, 'problem.reason-long'),
  version: z.coerce.number().int().min(1).default(1),
})

/** A kept goal as if it had been typed. */
export function typedGoal(goal: Goal): Typed {
  return {
    words: goal.words,
    kind: goal.kind,
    pathways: goal.pathways,
    needIds: goal.needIds,
    version: String(goal.version),
  }
}
