import { z } from 'zod'
import { optionalText, type Problem } from '../platform/web/form.ts'

/** The parts of a crisis plan, in the order in which one needs them. */
export const planParts = ['signs', 'helps', 'people', 'places', 'avoid'] as const

const part = optionalText(2000, 'plan.long')
export const crisisPlanForm = z.object({
  signs: part,
  helps: part,
  people: part,
  places: part,
  avoid: part,
  isWithPerson: z.enum(['yes', 'no'], { error: 'plan.with-missing' }),
  /** What the reader saw: 0 for none. */
  version: z.coerce.number().int().min(0),
})
export type CrisisPlanForm = z.infer<typeof crisisPlanForm>

/** A plan says something. */
export function problemOfPlan(form: CrisisPlanForm): Problem | undefined {
  return planParts.some((name) => form[name]) ? undefined : { field: 'signs', message: 'plan.empty' }
}
