import { sql } from 'kysely'
import type { Change, Database, Reading } from '../platform/database.ts'

/** Whether this server may ask a host, for `askOutside`. */
export const hostsPermittedBy =
  ({ unknown }: Database) =>
  async (host: string): Promise<boolean> => {
    const { rows } = await sql<{ is: boolean }>`select is_permitted_host(${host}) as is`.execute(unknown)
    return rows[0]!.is
  }

export interface PermittedHost {
  id: string
  host: string
  reason: string
  /** null: it was in use before there was a list. */
  addedByName: string | null
  addedAt: Date
}

export async function listHosts({ db }: Reading): Promise<PermittedHost[]> {
  const { rows } = await sql<PermittedHost>`
    select h.id, h.host, h.reason, a.name as "addedByName", h.added_at as "addedAt"
    from outside_host h left join account a on a.id = h.added_by where h.removed_at is null order by h.host collate "C"`.execute(
    db,
  )
  return rows
}

/** @returns the host; undefined when it is not on the list. */
export async function findHost({ db }: Reading, id: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('outside_host')
    .select('host')
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return found?.host
}

/** @returns false when it is on the list already. */
export async function insertHost(
  { db, actor, now }: Change,
  { id, host, reason }: Pick<PermittedHost, 'id' | 'host' | 'reason'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('outside_host')
    .values({ id, host, reason, added_by: actor.userId, added_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function updateRemoved({ db, actor, now }: Change, id: string): Promise<void> {
  await db.updateTable('outside_host').set({ removed_by: actor.userId, removed_at: now }).where('id', '=', id).execute()
}

/** Something that leaves this server. */
export interface OutsideUse {
  kind: 'webhook' | 'provider' | 'mail' | 'scanner' | 'notify'
  host: string
  /** null for what the server's keeper has set for all. */
  agencyName: string | null
  lastUsedAt: Date | null
}

interface Row {
  kind: 'webhook' | 'provider' | 'mail'
  address: string | null
  agencyName: string | null
  lastUsedAt: Date | null
}

/** What agencies let go out, and when mail last left; by agency. */
export async function listUses({ db }: Reading): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select kind, address, agency_name as "agencyName", last_used_at as "lastUsedAt" from list_outside_uses()
    order by agency_name collate "C" nulls last, kind, address`.execute(db)
  return rows
}
