import { type Account, getAccount } from '../../agencies/index.ts'
import type { Actor, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'

export interface FoundUser {
  user: Account
}

/** An administrator keeps the users of their own agency, a coordinator all. */
export async function getForPage(reading: Reading, id: string): Promise<FoundUser> {
  const user = await getAccount(reading, id)
  if (ownOr(reading.actor, user.agencyId) !== user.agencyId) throw new Refusal('not allowed', 'agency.not-own')
  return { user }
}

/** The agency that was asked for, where the actor is a coordinator; else their own. */
export function ownOr({ agencyId, may }: Pick<Actor, 'agencyId' | 'may'>, wanted: string | undefined): string {
  return (may.has('coordinate the partnership') && wanted) || agencyId
}

export function typedOf({ name, jobTitle, phone, locale, version }: Account) {
  return { name, jobTitle, phone, locale, version: String(version) }
}
