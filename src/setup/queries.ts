import { sql } from 'kysely'
import type { Database } from '../platform/database.ts'

export interface FirstThings {
  partnership: { name: string; jurisdiction: string; locale: string }
  agency: { code: string; kind: string; name: string }
  administrator: { name: string; email: string }
}

/** @returns who was made; undefined when there is a partnership already. */
export async function insertFirstThings(
  { unknown }: Database,
  { partnership, agency, administrator }: FirstThings,
  way: { passwordHash: string } | { linkToken: Buffer },
  now: Date,
): Promise<{ accountId: string; agencyId: string } | undefined> {
  const hash = 'passwordHash' in way ? way.passwordHash : null
  const token = 'linkToken' in way ? way.linkToken : null
  const { rows } = await sql<{ accountId: string; agencyId: string }>`
    select account_id as "accountId", agency_id as "agencyId" from set_up_partnership(${JSON.stringify(partnership)},
      ${JSON.stringify(agency)}, ${JSON.stringify(administrator)}, ${hash}, ${token}, ${now})`.execute(unknown)
  return rows[0]
}
