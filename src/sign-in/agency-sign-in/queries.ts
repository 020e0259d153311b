import { sql } from 'kysely'
import type { Change, Database, Reading } from '../../platform/database.ts'

export interface SignInRules {
  hasCode: boolean
  hasPasskey: boolean
  /** The account's agency asks everybody for a second step. */
  isRequired: boolean
  /** The agency lets this account in through its own provider, or by a passkey, and not by password. */
  isPasswordOff: boolean
}

/** What follows the password of an account, before anybody is signed in. */
export async function getSignInRules({ unknown }: Database, accountId: string): Promise<SignInRules> {
  const { rows } = await sql<SignInRules>`
    select has_code as "hasCode", has_passkey as "hasPasskey", is_required as "isRequired",
      is_password_off as "isPasswordOff" from sign_in_rules(${accountId})`.execute(unknown)
  return rows[0]!
}

/** Since when the actor's agency asks for a second step; undefined when it asks for none. */
export async function findSecondStepSince({ db, actor }: Reading): Promise<Date | undefined> {
  const found = await db
    .selectFrom('agency_sign_in')
    .select('second_step_since as since')
    .where('agency_id', '=', actor.agencyId)
    .executeTakeFirst()
  return found?.since ?? undefined
}

export async function updateSecondStepSince({ db, actor }: Change, since: Date | null): Promise<void> {
  await db
    .insertInto('agency_sign_in')
    .values({ agency_id: actor.agencyId, second_step_since: since })
    .onConflict((conflict) => conflict.column('agency_id').doUpdateSet({ second_step_since: since }))
    .execute()
}

/** How many of the actor's agency sign in with a password alone. */
export async function countWithoutSecondStep({ db }: Reading): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count_without_second_step() as count`.execute(db)
  return rows[0]!.count
}
