import { tellAccount } from '../alerts/index.ts'
import type { Change } from '../platform/database.ts'

/** Tells workers what became of a handover; whoever acts, and who does not see the plan, is left out. */
export async function tellOf(
  change: Change,
  { id, caseId }: { id: string; caseId: string },
  what: 'proposed' | 'held' | 'agreed' | 'disagreed' | 'gone-on' | 'accepted' | 'declined' | 'cancelled' | 'chased',
  accountIds: readonly string[],
): Promise<void> {
  for (const accountId of new Set(accountIds))
    await tellAccount(change, accountId, { caseId, name: `handover.${what}`, subjectId: id, fieldGroup: 'plan' })
}
