import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { deleteRestriction, getRestriction, upsertRestriction } from './queries.ts'

export interface NewRestriction {
  /** 20 to 500 characters; those on the list read it. */
  reason: string
  /** Accounts that go on seeing what they see; the actor is always among them. */
  accountIds: readonly string[]
}

/**
 * Makes a record exist for those on a list alone, or changes the list. Acts on everybody's next request.
 *
 * @throws Refusal `case.not-found`; `restriction.not-theirs` to whoever is no manager of the agency that answers for the person.
 */
export async function restrictRecord(change: Change, caseId: string, restriction: NewRestriction): Promise<void> {
  const { personId } = await getTheirs(change, caseId)
  await upsertRestriction(change, caseId, restriction)
  change.record({
    name: 'record.restricted',
    subjectId: personId,
    caseId,
    personId,
    fieldGroup: 'identity',
    details: { accountIds: restriction.accountIds },
  })
}

/** Ends a restriction. @throws Refusal as `restrictRecord`; `restriction.not-found` where there is none. */
export async function liftRestriction(change: Change, caseId: string): Promise<void> {
  const { personId } = await getTheirs(change, caseId)
  if (!(await deleteRestriction(change, caseId))) throw new Refusal('not found', 'restriction.not-found')
  change.record({ name: 'record.opened', subjectId: personId, caseId, personId, fieldGroup: 'identity' })
}

async function getTheirs(change: Change, caseId: string) {
  const found = await getRestriction(change, caseId)
  if (!found.isTheirs) throw new Refusal('not allowed', 'restriction.not-theirs')
  return found
}
