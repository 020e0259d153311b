import { sql } from 'kysely'
import type { Change, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Locale } from '../platform/words.ts'
import type { Kind, Risk } from './clock.ts'

/** What is written down of a breach. */
export interface BreachFields {
  whatHappened: string
  foundAt: Date
  kinds: Kind[]
  whose: string
  peopleCount: number
  risk: Risk
  contained: string
  regulatorToldAt: Date | null
  regulatorReference: string
  regulatorNotBecause: string
  peopleToldAt: Date | null
  peopleNotBecause: string
  lessons: string
}

export interface Breach extends BreachFields {
  id: string
  agencyId: string
  agency: string
  recordedBy: string
  recordedAt: Date
  version: number
}

export interface BreachFilter {
  kind?: Kind | undefined
  /** Those whose clock still runs, or ran out. */
  isOpen?: boolean | undefined
}

const running = sql`b.regulator_told_at is null and b.regulator_not_because = ''`
const chosen = sql<Breach>`
  select b.id, b.owner_agency_id as "agencyId", y.name as agency, b.what_happened as "whatHappened", b.found_at as "foundAt", b.kinds, b.whose,
    b.people_count as "peopleCount", b.risk, b.contained, b.regulator_told_at as "regulatorToldAt",
    b.regulator_reference as "regulatorReference", b.regulator_not_because as "regulatorNotBecause",
    b.people_told_at as "peopleToldAt", b.people_not_because as "peopleNotBecause", b.lessons, a.name as "recordedBy",
    b.recorded_at as "recordedAt", b.version
  from data_breach b join agency y on y.id = b.owner_agency_id join account a on a.id = b.recorded_by`

/** The register as the reader may see it, the newest first. */
export async function listBreaches(
  { db }: Reading,
  { kind, isOpen }: BreachFilter,
  limit: number,
  offset: number,
): Promise<Breach[]> {
  const { rows } = await sql<Breach>`${chosen} where (${kind ?? null}::text is null or ${kind ?? null} = any(b.kinds))
    and (not ${isOpen ?? false} or (${running})) order by b.found_at desc, b.id limit ${limit} offset ${offset}`.execute(
    db,
  )
  return rows
}

/** Those on whose clock hours are left or lost, the most urgent first. */
export async function listOnTheClock({ db }: Reading): Promise<Breach[]> {
  const { rows } = await sql<Breach>`${chosen} where ${running} order by b.found_at limit 100`.execute(db)
  return rows
}

/** @throws Refusal `breach.not-found` */
export async function getBreach({ db }: Reading, id: string): Promise<Breach> {
  const { rows } = await sql<Breach>`${chosen} where b.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'breach.not-found')
  return rows[0]
}

const rowOf = (fields: BreachFields) => ({
  what_happened: fields.whatHappened,
  found_at: fields.foundAt,
  kinds: fields.kinds,
  whose: fields.whose,
  people_count: fields.peopleCount,
  risk: fields.risk,
  contained: fields.contained,
  regulator_told_at: fields.regulatorToldAt,
  regulator_reference: fields.regulatorReference,
  regulator_not_because: fields.regulatorNotBecause,
  people_told_at: fields.peopleToldAt,
  people_not_because: fields.peopleNotBecause,
  lessons: fields.lessons,
})

export async function insertBreach({ db, actor, now }: Change, id: string, fields: BreachFields): Promise<void> {
  const by = { recorded_by: actor.userId, recorded_at: now }
  await db
    .insertInto('data_breach')
    .values({ id, owner_agency_id: actor.agencyId, ...by, ...rowOf(fields) })
    .execute()
}

/** @returns whether it was still at that version. */
export async function updateBreach(
  { db }: Change,
  id: string,
  version: number,
  fields: BreachFields,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('data_breach')
    .set({ ...rowOf(fields), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** For the system: marks those that have so few hours left and were not warned of yet. @returns their agencies. */
export async function updateWarned({ db, now }: Change, hours: 24 | 4): Promise<{ id: string; agencyId: string }[]> {
  const column = sql.ref(`warned_of_${hours}_at`)
  const { rows } = await sql<{ id: string; agencyId: string }>`
    update data_breach b set ${column} = ${now} where ${running} and ${column} is null
      and b.found_at <= ${now}::timestamptz - make_interval(hours => ${72 - hours})
    returning b.id, b.owner_agency_id as "agencyId"`.execute(db)
  return rows
}

/** Who is told: the managers of the agency, and the coordinators. */
export async function listLeads({ db }: Reading, agencyId: string) {
  const { rows } = await sql<{ id: string; name: string; email: string; locale: Locale }>`
    select id, name, email, locale from account where disabled_at is null and not is_integration
      and ('COORDINATOR' = any(roles) or (agency_id = ${agencyId} and 'MANAGER' = any(roles))) order by id`.execute(db)
  return rows
}
