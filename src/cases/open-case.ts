import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { insertCase, insertParties } from './queries/parties.ts'
import { findOpenCase } from './queries/workers.ts'
import type { WorkerRole } from './worker-roles.ts'

export interface NewCase {
  personId: string
  /** The prison or area that opens it is let in at list level; a team works on it. */
  relationship: 'CUSTODY' | 'SUPERVISION'
  teamId?: string | undefined
  /** Who opens it is named as this, when they will work on it themselves. */
  ownRole?: WorkerRole | undefined
}

/**
 * Opens a resettlement case about a person. It does not close at the gate (R053).
 *
 * @returns the id of the case.
 * @throws Refusal `person.not-found` when the actor neither sees the person nor has just added them; `case.already-open` with its id when the actor sees an open case of the person; the database refuses a
 *   second one in any event.
 */
export async function openCase(change: Change, { personId, relationship, teamId, ownRole }: NewCase): Promise<string> {
  const { actor, now } = change
  const { mayOpen, openId } = await findOpenCase(change, personId)
  if (!mayOpen) throw new Refusal('not found', 'person.not-found')
  if (openId) throw new Refusal('conflict', 'case.already-open', { caseId: openId })

  const caseId = newId()
  await insertCase(change, { caseId, personId, openedOn: now })
  const ours = { caseId, agencyId: actor.agencyId }
  await insertParties(change, [
    { ...ours, relationship },
    ...(teamId ? [{ ...ours, teamId, relationship: 'TEAM' as const }] : []),
    ...(ownRole ? [{ ...ours, accountId: actor.userId, relationship: 'ALLOCATED' as const, role: ownRole }] : []),
  ])
  change.record({ name: 'case.opened', subjectId: caseId, caseId, personId, fieldGroup: 'identity' })
  return caseId
}
