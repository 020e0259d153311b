import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'

export interface KnownAddress {
  lines: string
  isHidden: boolean
}

/** The address of a kind that stands now; undefined also where the reader may not see contact details. */
export async function findAddress({ db }: Reading, personId: string, kind: string): Promise<KnownAddress | undefined> {
  const { rows } = await sql<KnownAddress>`
    select lines, is_hidden as "isHidden" from person_address
    where person_id = ${personId} and kind = ${kind} and until_on is null limit 1`.execute(db)
  return rows[0]
}
