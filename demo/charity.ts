import type { Client } from 'pg'

/** Who acts for the charity whose mentors these are. */
export interface Charity {
  agencyId: string
  accounts: ReadonlyMap<string, string>
}

/** The charity of the demonstration that has mentors; undefined where only a part of it was loaded. */
export async function findCharity(client: Client): Promise<Charity | undefined> {
  const { rows } = await client.query<{ id: string; agencyId: string; key: string }>(
    `select a.id, a.agency_id as "agencyId", split_part(a.email, '@', 1) as key from account a join agency y on y.id = a.agency_id where y.code = 'RVM' order by a.id`,
  )
  if (!rows[0]) return undefined
  return { agencyId: rows[0].agencyId, accounts: new Map(rows.map(({ id, key }) => [key, id])) }
}
