import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'

export interface Team {
  id: string
  agencyId: string
  name: string
  closedOn: string | null
  version: number
  members: { id: string; name: string }[]
  /** Joins every case that this prison's import opens. */
  isReceiving: boolean
}

const withMembers = ({ db }: Reading) =>
  db
    .selectFrom('team')
    .innerJoin('agency', 'agency.id', 'team.agency_id')
    .select(['team.id', 'team.agency_id as agencyId', 'team.name', 'team.closed_on as closedOn', 'team.version'])
    .select(sql<boolean>`agency.receiving_team_id is not distinct from team.id`.as('isReceiving'))
    .select(
      sql<Team['members']>`coalesce((
        select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by a.name collate "C")
        from team_member m join account a on a.id = m.account_id where m.team_id = team.id), '[]')`.as('members'),
    )

/** The teams of an agency, open ones first, then by name. */
export function listTeams(reading: Reading, agencyId: string): Promise<Team[]> {
  return withMembers(reading)
    .where('team.agency_id', '=', agencyId)
    .orderBy(sql`team.closed_on is not null, team.name collate "C"`)
    .execute()
}

/** Refuses with `team.not-found`. */
export async function getTeam(reading: Reading, id: string): Promise<Team> {
  const team = await withMembers(reading).where('team.id', '=', id).executeTakeFirst()
  if (!team) throw new Refusal('not found', 'team.not-found')
  return team
}

export async function insertTeam({ db }: Change, agencyId: string, name: string): Promise<string> {
  const id = newId()
  await db.insertInto('team').values({ id, agency_id: agencyId, name }).execute()
  return id
}

/** @returns whether the team still was at that version. */
export async function updateTeam(
  { db }: Change,
  { id, version }: { id: string; version: number },
  set: { name?: string; closed_on?: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('team')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function insertMembers({ db }: Change, teamId: string, accountIds: readonly string[]): Promise<void> {
  const rows = accountIds.map((account_id) => ({ team_id: teamId, account_id }))
  await db
    .insertInto('team_member')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteMembers({ db }: Change, teamId: string, accountIds: readonly string[]): Promise<void> {
  await db
    .deleteFrom('team_member')
    .where('team_id', '=', teamId)
    .where('account_id', '=', sql<string>`any(${accountIds})`)
    .execute()
}
