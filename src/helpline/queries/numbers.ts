import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'

/** Whom to call, or to name, when somebody is in danger. */
export interface EmergencyNumber {
  id: string
  name: string
  phone: string
  usedWhen: string
  isEmergency: boolean
  position: number
  version: number
}

/** Those of the partnership's country, in their order. */
export async function listNumbers({ db }: Reading): Promise<EmergencyNumber[]> {
  const { rows } =
    await sql<EmergencyNumber>`select n.id, n.name, n.phone, n.used_when as "usedWhen", n.is_emergency as "isEmergency",
      n.position, n.version
    from helpline_number n join partnership p on p.jurisdiction = n.jurisdiction where n.removed_at is null
    order by n.is_emergency desc, n.position, n.name`.execute(db)
  return rows
}

type Said = Pick<EmergencyNumber, 'name' | 'phone' | 'usedWhen' | 'isEmergency'>

export async function insertNumber({ db, actor, now }: Change, said: Said): Promise<string> {
  const id = newId()
  await sql`insert into helpline_number (id, jurisdiction, name, phone, used_when, is_emergency, position, changed_by, changed_at)
    select ${id}, jurisdiction, ${said.name}, ${said.phone}, ${said.usedWhen}, ${said.isEmergency},
      (select coalesce(max(position), 0) + 1 from helpline_number n where n.jurisdiction = partnership.jurisdiction),
      ${actor.userId}, ${now} from partnership`.execute(db)
  return id
}

/** @returns whether it was still as the reader saw it. */
export async function updateNumber(
  { db, actor, now }: Change,
  id: string,
  version: number,
  said: Said,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update helpline_number set name = ${said.name}, phone = ${said.phone}, used_when = ${said.usedWhen},
      is_emergency = ${said.isEmergency}, changed_by = ${actor.userId}, changed_at = ${now}, version = version + 1
    where id = ${id} and version = ${version} and removed_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** @returns as `updateNumber` */
export async function updateNumberRemoved({ db, actor, now }: Change, id: string, version: number): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update helpline_number set removed_at = ${now}, changed_by = ${actor.userId}, changed_at = ${now},
      version = version + 1
    where id = ${id} and version = ${version} and removed_at is null`.execute(db)
  return numAffectedRows === 1n
}
