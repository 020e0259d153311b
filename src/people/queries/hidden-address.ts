import { sql } from 'kysely'
import type { Change } from '../../platform/database.ts'

export interface HiddenAddress {
  lines: string
  postcode: string
}

/** Undefined where the actor does not see the person's contact details, or there is no such address. */
export async function openHiddenAddress(
  { db, now }: Change,
  addressId: string,
  reason: string,
): Promise<HiddenAddress | undefined> {
  const { rows } = await sql<HiddenAddress>`
    select lines, postcode from open_hidden_address(${addressId}, ${reason}, ${now})`.execute(db)
  return rows[0]
}
