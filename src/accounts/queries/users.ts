import { sql } from 'kysely'
import { type Account, getAccount } from '../../agencies/index.ts'
import type { Reading } from '../../platform/database.ts'

/** A user of the actor's agency by their address, in small letters. */
export async function findUserByEmail(reading: Reading, email: string): Promise<Account | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from account where lower(email) = ${email} and agency_id = ${reading.actor.agencyId} and not is_integration`.execute(
    reading.db,
  )
  return rows[0] && getAccount(reading, rows[0].id)
}
