import type { Change } from '../platform/database.ts'
import { markAlertsSeen } from './queries.ts'

/** Marks what the actor was told up to an instant as seen; what came after it stays new. */
export async function markSeen(change: Change, upTo: Date): Promise<void> {
  const count = await markAlertsSeen(change, upTo)
  change.record({
    name: 'alerts.seen',
    subjectId: change.actor.userId,
    fieldGroup: 'administration',
    details: { count },
  })
}
