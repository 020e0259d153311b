import type { Change } from '../../platform/database.ts'
import { findSecondStepSince, updateSecondStepSince } from './queries.ts'

/** Asks all workers of the actor's agency for a passkey or a code from their next sign-in on, or no longer. */
export async function requireSecondStep(change: Change, isRequired: boolean): Promise<void> {
  const since = await findSecondStepSince(change)
  if (isRequired !== Boolean(since)) await updateSecondStepSince(change, isRequired ? change.now : null)
  const name = isRequired ? 'agency.second-step-required' : 'agency.second-step-left-open'
  change.record({ name, subjectId: change.actor.agencyId, fieldGroup: 'administration' })
}
