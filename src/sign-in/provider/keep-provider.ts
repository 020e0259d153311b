import type { Change } from '../../platform/database.ts'
import { seal } from '../../platform/seal.ts'
import { findOwnProvider, type OwnProvider, updateOwnProvider } from './queries.ts'

/**
 * Sets through which provider the workers of the actor's agency may come in.
 *
 * @param clientSecret - in the clear; '' keeps the one there is.
 * @returns false when there is none to keep, or it would be handed to another issuer than it was given for.
 */
export async function keepProvider(
  change: Change,
  { clientSecret, ...provider }: OwnProvider & { clientSecret: string },
): Promise<boolean> {
  const present = await findOwnProvider(change)
  const isKept = clientSecret !== '' || present?.issuer === provider.issuer
  if (isKept) {
    await updateOwnProvider(change, {
      ...provider,
      clientSecret: clientSecret === '' ? undefined : seal(clientSecret, 'provider-key'),
    })
  }
  record(change, isKept ? 'agency.provider-set' : 'agency.provider-not-set')
  return isKept
}

/** From now on everybody of the actor's agency signs in with a password or a passkey. */
export async function removeProvider(change: Change): Promise<void> {
  await updateOwnProvider(change, undefined)
  record(change, 'agency.provider-removed')
}

const record = (change: Change, name: string) =>
  change.record({ name, subjectId: change.actor.agencyId, fieldGroup: 'administration' })
