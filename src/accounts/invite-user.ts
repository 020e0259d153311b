import { addAccount, changeAccount, getAccount, type NewAccount } from '../agencies/index.ts'
import type { Change } from '../platform/database.ts'
import { sendInvitation } from '../sign-in/index.ts'

/**
 * Makes an account for somebody and mails them a link to set a password, which lives for seven days.
 *
 * @returns the id of the account.
 * @throws Refusal `account.address-taken`
 */
export async function inviteUser(change: Change, account: NewAccount): Promise<string> {
  const id = await addAccount(change, account)
  await sendInvitation(change, await getAccount(change, id))
  return id
}

/**
 * Mails somebody a new link to set a password; older links stop working.
 *
 * @throws Refusal `account.not-found`, `settings.changed-meanwhile`
 */
export async function renewInvitation(change: Change, account: { id: string; version: number }): Promise<void> {
  await sendInvitation(change, await getAccount(change, account.id))
  await changeAccount(change, account, { invitedAt: change.now })
}
