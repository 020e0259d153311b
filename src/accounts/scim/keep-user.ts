import {
  type Account,
  changeAccount,
  disableAccount,
  enableAccount,
  getAccount,
  getPartnership,
} from '../../agencies/index.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Locale } from '../../platform/words.ts'
import { inviteUser } from '../invite-user.ts'
import { setExternalId } from '../queries/users.ts'
import type { Changes } from './resources.ts'

/** A user of the actor's agency. @throws Refusal `account.not-found`, for one of another agency too */
export async function getOwnUser(reading: Reading, id: string): Promise<Account> {
  const account = await getAccount(reading, id)
  if (account.agencyId !== reading.actor.agencyId) throw new Refusal('not found', 'account.not-found')
  return account
}

interface NewUser {
  email: string
  name: string
  jobTitle: string
  locale: Locale | undefined
  isActive: boolean
  externalId: string | undefined
}

/** Adds a worker who joins, and invites them. @throws Refusal `account.address-taken` */
export async function addUser(change: Change, { isActive, locale, externalId, ...user }: NewUser): Promise<Account> {
  const spoken = locale ?? (await getPartnership(change)).locale
  const { agencyId } = change.actor
  const id = await inviteUser(change, { ...user, agencyId, roles: ['WORKER'], locale: spoken })
  if (externalId) await setExternalId(change, id, externalId)
  if (!isActive) await disableAccount(change, await getAccount(change, id))
  return getAccount(change, id)
}

/**
 * Changes what an agency's own system says of a user. Whoever is made inactive is out at once; what is the same is left alone.
 *
 * @throws Refusal `account.not-found`, `account.coordinators-only`
 */
export async function changeUser(
  change: Change,
  id: string,
  { isActive, name, jobTitle, externalId }: Changes,
): Promise<Account> {
  const account = await getOwnUser(change, id)
  const details = {
    ...(name !== undefined && name !== account.name && { name }),
    ...(jobTitle !== undefined && jobTitle !== account.jobTitle && { jobTitle }),
  }
  if (Object.keys(details).length > 0) await changeAccount(change, account, details)
  if (externalId !== undefined) await setExternalId(change, id, externalId)
  if (isActive === false && !account.disabledAt) await disableAccount(change, await getAccount(change, id))
  if (isActive === true && account.disabledAt) await enableAccount(change, await getAccount(change, id))
  change.record({ name: 'account.kept-by-system', subjectId: id, fieldGroup: 'administration' })
  return getAccount(change, id)
}
