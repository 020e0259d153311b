import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'

export interface Helpline {
  id: string
  agencyId: string
  agencyName: string
  name: string
  /** As it is told to people, or ''. */
  phone: string
  version: number
  /** When a telephone system last said something; null where none does. */
  heardAt: Date | null
  hasKey: boolean
}

const columns = sql`h.id, h.agency_id as "agencyId", a.name as "agencyName", h.name, h.phone, h.version, k.heard_at as "heardAt",
  k.helpline_id is not null as "hasKey"
  from helpline h join agency a on a.id = h.agency_id left join helpline_key k on k.helpline_id = h.id`

/** The lines that the actor answers or manages. */
export async function listHelplines({ db }: Reading): Promise<Helpline[]> {
  const { rows } = await sql<Helpline>`select ${columns} where h.closed_at is null order by h.name`.execute(db)
  return rows
}

/** @throws Refusal `helpline.not-found` */
export async function getHelpline({ db }: Reading, id: string): Promise<Helpline> {
  const { rows } = await sql<Helpline>`select ${columns} where h.id = ${id} and h.closed_at is null`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'helpline.not-found')
  return rows[0]
}

export async function insertHelpline(
  { db, actor, now }: Change,
  { name, phone }: Pick<Helpline, 'name' | 'phone'>,
): Promise<string> {
  const id = newId()
  await sql`insert into helpline (id, agency_id, name, phone, made_by, made_at)
    values (${id}, ${actor.agencyId}, ${name}, ${phone}, ${actor.userId}, ${now})`.execute(db)
  return id
}

/** @returns whether it was still as the reader saw it. */
export async function updateHelpline(
  { db }: Change,
  { id, version }: Pick<Helpline, 'id' | 'version'>,
  { name, phone }: Pick<Helpline, 'name' | 'phone'>,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update helpline set name = ${name}, phone = ${phone}, version = version + 1
    where id = ${id} and version = ${version}`.execute(db)
  return numAffectedRows === 1n
}

/** Keeps the key of a line in place of the one before. */
export async function replaceKey(
  { db, actor, now }: Change,
  helplineId: string,
  { inner, outer }: { inner: Buffer; outer: Buffer },
): Promise<void> {
  // The pads are written and never read back, so that even `on conflict` could not: it would have to see them.
  const { numAffectedRows } =
    await sql`update helpline_key set inner_pad = ${inner}, outer_pad = ${outer}, made_by = ${actor.userId},
      made_at = ${now} where helpline_id = ${helplineId}`.execute(db)
  if (numAffectedRows === 1n) return
  await sql`insert into helpline_key (helpline_id, inner_pad, outer_pad, made_by, made_at)
    values (${helplineId}, ${inner}, ${outer}, ${actor.userId}, ${now})`.execute(db)
}

/** Operators of the actor's agency, by name. */
export async function listOperators({ db, actor }: Reading): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from account
    where agency_id = ${actor.agencyId} and 'OPERATOR' = any(roles) and disabled_at is null order by name, id`.execute(
    db,
  )
  return rows
}
