import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { CrisisPlanForm } from './crisis-plan-form.ts'
import { findCrisisPlan, insertCrisisPlan } from './queries/crisis-plans.ts'

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
