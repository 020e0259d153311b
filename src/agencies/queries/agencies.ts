import { sql } from 'kysely'
import type { Change, Database, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'

export interface Agency {
  id: string
  code: string
  kind: string
  name: string
}

/** Every agency of the partnership that is open, by name: which agencies exist is no secret. */
export function listAgencies({ db }: Reading): Promise<Agency[]> {
  return db
    .selectFrom('agency')
    .select(['id', 'code', 'kind', 'name'])
    .where('closed_on', 'is', null)
    .orderBy(sql`name collate "C"`)
    .execute()
}

/** An agency by its code, for the command line; undefined when there is none, or it has closed. */
export async function findAgencyByCode({ unknown }: Database, code: string): Promise<Agency | undefined> {
  return unknown
    .selectFrom('agency')
    .select(['id', 'code', 'kind', 'name'])
    .where('code', '=', code.toUpperCase())
    .where('closed_on', 'is', null)
    .executeTakeFirst()
}

/** How an agency is reached, and what its people are called there. */
export interface AgencyDetails {
  name: string
  phone: string
  email: string
  place: string
  /** What this agency calls a person (R163); '' is "the person". */
  personTerm: string
}

export interface KnownAgency extends Agency, AgencyDetails {
  /** The team that joins every case which this prison's import opens. */
  receivingTeamId: string | null
  closedOn: string | null
  version: number
}

const columns = [
  'id',
  'code',
  'kind',
  'name',
  'phone',
  'email',
  'place',
  sql<string>`coalesce(person_term, '')`.as('personTerm'),
  'receiving_team_id as receivingTeamId',
  'closed_on as closedOn',
  'version',
] as const

/** Refuses with `agency.not-found`; closed ones are found. */
export async function getAgency({ db }: Reading, id: string): Promise<KnownAgency> {
  const agency = await db.selectFrom('agency').select(columns).where('id', '=', id).executeTakeFirst()
  if (!agency) throw new Refusal('not found', 'agency.not-found')
  return agency
}

export interface CountedAgency extends Agency {
  closedOn: string | null
  place: string
  /** Accounts that may sign in. */
  workers: number
}

/** Every agency, open ones first, then by name; with how many people work there. */
export function listAllAgencies({ db }: Reading): Promise<CountedAgency[]> {
  return db
    .selectFrom('agency')
    .select(['id', 'code', 'kind', 'name', 'place', 'closed_on as closedOn'])
    .select(
      sql<number>`(select count(*) from account a where a.agency_id = agency.id and a.disabled_at is null
        and not a.is_integration)`.as('workers'),
    )
    .orderBy(sql`closed_on is not null, name collate "C"`)
    .execute()
}

/** @returns the id; undefined when the code is taken, by a closed agency too. */
export async function insertAgency(
  { db, now }: Change,
  { code, kind, name }: Omit<Agency, 'id'>,
): Promise<string | undefined> {
  const id = newId()
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('agency')
    .values({ id, code, kind, name, made_at: now })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 0n ? undefined : id
}

/** Makes a new agency party to the agreements that admit joiners. It sees nobody by that, but may now be given people. */
export async function joinAgreements({ db }: Change, agencyId: string): Promise<void> {
  await sql`select join_agreements(${agencyId})`.execute(db)
}

/** @returns whether the agency still was at that version. */
export async function updateAgency(
  { db }: Change,
  { id, version }: { id: string; version: number },
  details: Partial<AgencyDetails & { receivingTeamId: string | null; closedOn: string | null }>,
): Promise<boolean> {
  const { personTerm, receivingTeamId, closedOn, ...plain } = details
  const { numUpdatedRows } = await db
    .updateTable('agency')
    .set({
      ...plain,
      ...(personTerm !== undefined && { person_term: personTerm || null }),
      ...(receivingTeamId !== undefined && { receiving_team_id: receivingTeamId }),
      ...(closedOn !== undefined && { closed_on: closedOn }),
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
