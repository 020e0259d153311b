import { dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { stateOn } from './agreement-states.ts'
import { getAgreement, type WholeAgreement } from './queries/agreements.ts'
import { insertSignature } from './queries/change-agreements.ts'

/** Whether the actor's agency still has to sign: it is a party, the terms stand, and nobody signed for it (joining is not signing). */
export function isToSign({ parties, ...agreement }: WholeAgreement, agencyId: string, now: Date): boolean {
  const isOpen = ['WAITING', 'SIGNED', 'LIVE', 'REVIEW_DUE'].includes(stateOn(dayAt(now), agreement))
  return isOpen && parties.some((party) => party.agencyId === agencyId && (!party.signedAt || party.hasJoined))
}

/**
 * A manager signs for their own agency. With the last signature it comes into force, and sight follows in the same transaction.
 *
 * @param signer.title - what the signer is in their agency, such as "Head of resettlement".
 * @returns whether it came into force with this.
 * @throws Refusal `agreement.not-yours-to-sign` for who is no manager, of no party, or signed already.
 */
export async function signAgreement(
  change: Change,
  id: string,
  signer: { name: string; title: string },
): Promise<boolean> {
  const agreement = await getAgreement(change, id)
  const { agencyId, may } = change.actor
  if (!may.has('sign agreements') || !isToSign(agreement, agencyId, change.now)) {
    throw new Refusal('not allowed', 'agreement.not-yours-to-sign')
  }
  const isLast = await insertSignature(change, id, signer.name, signer.title)
  change.record({ name: 'agreement.signed', subjectId: id, fieldGroup: 'administration', details: { agencyId } })
  if (isLast) change.record({ name: 'agreement.came-into-force', subjectId: id, fieldGroup: 'administration' })
  return isLast
}
