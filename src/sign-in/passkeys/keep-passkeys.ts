import type { Change } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { checkNew } from './ceremonies.ts'
import { useChallenge } from './challenges.ts'
import { deleteOwnPasskey, deletePasskeysOf, insertOwnPasskey, renameOwnPasskey } from './queries.ts'
import type { Answer } from './use-passkey.ts'

/**
 * Gives the actor one more passkey.
 *
 * @param said - what the browser made, in JSON.
 * @returns false when that does not answer the challenge, or is somebody's already.
 */
export async function addPasskey(
  change: Change,
  { place, token, said, name }: Answer & { name: string },
): Promise<boolean> {
  const challenge = await useChallenge(change, token, 'add', change.actor.userId)
  const made = challenge ? await checkNew(place, challenge, said) : undefined
  const id = made && (await insertOwnPasskey(change, { ...made, name }))
  const event = id ? 'passkey.added' : 'passkey.not-added'
  change.record({ name: event, subjectId: id ?? change.actor.userId, fieldGroup: 'administration' })
  return id !== undefined
}

/** Calls a passkey of the actor's by another name. @throws Refusal `passkey.not-found` */
export async function renamePasskey(change: Change, id: string, name: string): Promise<void> {
  if (!(await renameOwnPasskey(change, id, name))) throw new Refusal('not found', 'passkey.not-found')
  change.record({ name: 'passkey.renamed', subjectId: id, fieldGroup: 'administration' })
}

/** Takes a passkey of the actor's away: it opens nothing any more. @throws Refusal `passkey.not-found` */
export async function removePasskey(change: Change, id: string): Promise<void> {
  if (!(await deleteOwnPasskey(change, id))) throw new Refusal('not found', 'passkey.not-found')
  change.record({ name: 'passkey.removed', subjectId: id, fieldGroup: 'administration' })
}

/**
 * Takes all passkeys of somebody away who lost them.
 *
 * @throws when the actor does not administer the account; the database says so.
 */
export async function removePasskeysOf(change: Change, accountId: string): Promise<void> {
  await deletePasskeysOf(change, accountId)
  change.record({ name: 'passkeys.removed', subjectId: accountId, fieldGroup: 'administration' })
}
