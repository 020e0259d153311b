import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { changedMeanwhile, type Versioned } from './change-agency.ts'
import {
  type AccountPart,
  findAccountId,
  getAccount,
  insertAccount,
  type NewAccount,
  updateAccount,
} from './queries/accounts.ts'
import { getAgency } from './queries/agencies.ts'
import type { Role } from './roles.ts'

/** Roles that a human may hold. */
export const humanRoles = [
  'WORKER',
  'MANAGER',
  'MENTOR',
  'TREASURER',
  'COORDINATOR',
  'ADMINISTRATOR',
  'AUDITOR',
  'OPERATOR',
] as const satisfies readonly Role[]

/** Whom a coordinator alone appoints: another coordinator, and whoever reads the audit. */
export const isAppointed = (role: string): boolean => role === 'COORDINATOR' || role === 'AUDITOR'

/**
 * Makes an account for somebody of an agency, who has no password yet.
 *
 * @returns the id.
 * @throws Refusal `account.address-taken` when somebody has that address, `agency.not-found`. @throws when the actor may not: an
 * administrator adds to their own agency, and only a coordinator makes a coordinator or an auditor.
 */
export async function addAccount(change: Change, account: NewAccount): Promise<string> {
  await getAgency(change, account.agencyId)
  if (account.roles.some(isAppointed)) refuseCoordinating(change)
  const id = await insertAccount(change, account)
  if (!id) throw new Refusal('conflict', 'account.address-taken')
  const { agencyId, roles } = account
  change.record({ name: 'account.added', subjectId: id, fieldGroup: 'administration', details: { agencyId, roles } })
  return id
}

/**
 * Changes parts of an account, one's own or one that the actor administers.
 *
 * @param event - past tense: `account.changed`.
 * @throws Refusal `account.not-found`, `settings.changed-meanwhile`
 */
async function changePart(change: Change, account: Versioned, part: AccountPart, event: string): Promise<void> {
  if (!(await updateAccount(change, account, part))) throw changedMeanwhile()
  change.record({
    name: event,
    subjectId: account.id,
    fieldGroup: 'administration',
    details: part.roles ? { roles: part.roles } : {},
  })
}

/** Changes what an account says of somebody. @throws Refusal `account.not-found`, `settings.changed-meanwhile` */
export async function changeAccount(
  change: Change,
  account: Versioned,
  part: Pick<AccountPart, 'name' | 'jobTitle' | 'phone' | 'locale' | 'invitedAt'>,
): Promise<void> {
  await changePart(change, account, part, 'account.changed')
}

/**
 * Sets what somebody may do, and the address that they sign in with.
 *
 * @throws Refusal `account.own-access` for one's own account: somebody else does that.
 * @throws Refusal `account.coordinators-only` when a coordinator is made or unmade by somebody who is none.
 * @throws Refusal `account.address-taken`, `account.not-found`, `settings.changed-meanwhile`
 */
export async function changeAccess(
  change: Change,
  account: Versioned,
  { roles, email }: { roles: readonly Role[]; email: string },
): Promise<void> {
  await refuseAccess(change, account, roles)
  const holder = await findAccountId(change, email)
  if (holder && holder !== account.id) throw new Refusal('conflict', 'account.address-taken')
  await changePart(change, account, { roles: [...roles], email }, 'account.access-changed')
}

/** Shuts somebody out: all their sessions and links end at once. @throws as `changeAccess` */
export async function disableAccount(change: Change, account: Versioned): Promise<void> {
  await refuseAccess(change, account)
  await changePart(change, account, { disabledAt: change.now }, 'account.disabled')
}

/** Lets somebody in again, with the password that they had. @throws Refusal `settings.changed-meanwhile` */
export async function enableAccount(change: Change, account: Versioned): Promise<void> {
  await getAccount(change, account.id)
  await changePart(change, account, { disabledAt: null }, 'account.enabled')
}

/** Nobody sets their own rights, so whoever takes rights away keeps theirs: a coordinator always remains. */
async function refuseAccess(change: Change, { id }: Versioned, roles: readonly Role[] = []): Promise<void> {
  const { actor } = change
  if (id === actor.userId) throw new Refusal('not allowed', 'account.own-access')
  const { roles: held } = await getAccount(change, id)
  if ([...held, ...roles].some(isAppointed)) refuseCoordinating(change)
}

function refuseCoordinating({ actor }: Change): void {
  if (!actor.roles.includes('COORDINATOR')) throw new Refusal('not allowed', 'account.coordinators-only')
}
