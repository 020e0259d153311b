import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { findHost, insertHost, updateRemoved } from './queries.ts'

/**
 * From now on this server may ask a host.
 *
 * @param host - in small letters, without scheme or port.
 * @param reason - 10 to 500 characters.
 * @throws Refusal `outside-host.known`
 */
export async function addHost(change: Change, host: string, reason: string): Promise<void> {
  const id = newId()
  if (!(await insertHost(change, { id, host, reason }))) throw new Refusal('conflict', 'outside-host.known')
  change.record({ name: 'outside-host.added', subjectId: id, fieldGroup: 'administration', details: { host } })
}

/** From the next request on nothing goes to it. @throws Refusal `outside-host.not-found` */
export async function removeHost(change: Change, id: string): Promise<void> {
  const host = await findHost(change, id)
  if (!host) throw new Refusal('not found', 'outside-host.not-found')
  await updateRemoved(change, id)
  change.record({ name: 'outside-host.removed', subjectId: id, fieldGroup: 'administration', details: { host } })
}
