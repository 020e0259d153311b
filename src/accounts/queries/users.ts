import { sql } from 'kysely'
import { type Account, getAccount } from '../../agencies/index.ts'
import type { Change, Reading } from '../../platform/database.ts'

/** A user of the actor's agency by their address, in small letters. */
export async function findUserByEmail(reading: Reading, email: string): Promise<Account | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from account where lower(email) = ${email} and agency_id = ${reading.actor.agencyId} and not is_integration`.execute(
    reading.db,
  )
  return rows[0] && getAccount(reading, rows[0].id)
}

/** Who an agency's own system calls so. Where it calls two people the same, the first who was. */
export async function findUserByExternalId(reading: Reading, externalId: string): Promise<Account | undefined> {
  const { rows } = await sql<{ id: string }>`
    select a.id from account_term t join account a on a.id = t.account_id
    where t.external_id = ${externalId} and a.agency_id = ${reading.actor.agencyId} and not a.is_integration
    order by a.made_at, a.id limit 1`.execute(reading.db)
  return rows[0] && getAccount(reading, rows[0].id)
}

/** What an agency's own system calls each of these accounts; those that it calls nothing are left out. */
export async function listExternalIds({ db }: Reading, accountIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; externalId: string }>`
    select account_id as id, external_id as "externalId" from account_term
    where account_id = any(${[...accountIds]}::uuid[]) and external_id is not null`.execute(db)
  return new Map(rows.map(({ id, externalId }) => [id, externalId]))
}

export async function setExternalId({ db }: Change, accountId: string, externalId: string): Promise<void> {
  await db
    .insertInto('account_term')
    .values({ account_id: accountId, external_id: externalId })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ external_id: externalId }))
    .execute()
}
