import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { type HiddenAddress, openHiddenAddress } from './queries/hidden-address.ts'
import { getRecord } from './queries/record.ts'

/**
 * Shows a hidden address once, for a reason that is kept.
 *
 * @param reason - 20 to 500 characters.
 * @throws Refusal `person.not-found`; `address.not-found` where it is not hidden, or not for the actor.
 */
export async function showHiddenAddress(
  change: Change,
  { personId, addressId, reason }: { personId: string; addressId: string; reason: string },
): Promise<HiddenAddress> {
  const { caseId, addresses } = await getRecord(change, personId)
  const isTheirs = addresses.some(({ id, isHidden }) => id === addressId && isHidden)
  const shown = isTheirs ? await openHiddenAddress(change, addressId, reason) : undefined
  if (!shown) throw new Refusal('not found', 'address.not-found')
  change.record({ name: 'address.shown', subjectId: addressId, caseId, personId, fieldGroup: 'contact' })
  return shown
}
