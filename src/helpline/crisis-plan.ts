import { z } from 'zod'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { optionalText, type Problem } from '../platform/web/form.ts'
import { findCrisisPlan, insertCrisisPlan } from './queries/crisis-plans.ts'

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

/**
 * Writes a crisis plan as its next version; the one before stays as it was.
 *
 * @param about - whom the actor may write it for: the database checks.
 * @throws Refusal `helpline.plan-changed` where somebody wrote another meanwhile
 */
export async function writeCrisisPlan(
  change: Change,
  about: { personId: string; caseId: string; callId: string | null },
  form: CrisisPlanForm,
): Promise<void> {
  const { version = 0 } = (await findCrisisPlan(change, about.caseId)) ?? {}
  if (version !== form.version) throw new Refusal('conflict', 'helpline.plan-changed')
  const id = await insertCrisisPlan(change, about, { ...form, version: version + 1 })
  const { personId, caseId } = about
  const details = { version: version + 1 }
  change.record({ name: 'crisis-plan.written', subjectId: id, personId, caseId, fieldGroup: 'mentoring', details })
}
