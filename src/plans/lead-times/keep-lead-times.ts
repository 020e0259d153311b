import type { Change } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { insertLeadTimes } from '../queries/lead-times.ts'
import type { LeadKind } from './lead-kinds.ts'

/**
 * Keeps how many days before release each kind of step has to begin, as the next edition.
 *
 * @param seen - the edition that the coordinator saw.
 * @throws Refusal `lead-times.changed-meanwhile`
 */
export async function keepLeadTimes(change: Change, seen: number, kinds: Record<LeadKind, number>): Promise<void> {
  const edition = seen + 1
  if (!(await insertLeadTimes(change, edition, kinds))) throw new Refusal('conflict', 'lead-times.changed-meanwhile')
  change.record({
    name: 'lead-times.changed',
    subjectId: change.actor.userId,
    fieldGroup: 'administration',
    details: { edition },
  })
}
