import type { Database } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { hashPassword, newPasswordLink } from '../sign-in/index.ts'
import { type FirstThings, insertFirstThings } from './queries.ts'

export type { FirstThings } from './queries.ts'

interface Started {
  accountId: string
  agencyId: string
  /** Where the administrator sets a password, once, within seven days; left out when they gave one. */
  link?: string
}

/**
 * Makes the partnership, its founding agreement, its first agency, and an administrator and coordinator in it.
 *
 * @param first.agency.code - as `agencyCode` of agencies.
 * @param password - judged already; without it a link is made.
 * @throws Refusal `setup.done` when there is a partnership.
 */
export async function setUpPartnership(database: Database, first: FirstThings, password?: string): Promise<Started> {
  const now = database.clock.now()
  if (password !== undefined) {
    const made = await insertFirstThings(database, first, { passwordHash: await hashPassword(password) }, now)
    return made ?? refuse()
  }
  const { tokenHash, link } = newPasswordLink()
  const made = await insertFirstThings(database, first, { linkToken: tokenHash }, now)
  return made ? { ...made, link } : refuse()
}

function refuse(): never {
  throw new Refusal('conflict', 'setup.done')
}
