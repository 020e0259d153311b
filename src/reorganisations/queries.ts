import { sql } from 'kysely'
import type { Day } from '../platform/calendar-day.ts'
import type { Change, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'

/** How many there are of what moves. */
export interface Moved {
  teams: number
  accounts: number
  cases: number
  referrals: number
  services: number
  agreements: number
}

export type ReorganisationState = 'PLANNED' | 'APPROVED' | 'DONE' | 'WITHDRAWN'

export interface Reorganisation {
  id: string
  fromAgencyId: string
  fromAgency: string
  toAgencyId: string
  toAgency: string
  /** Those that go; null when all does, and the agency closes. */
  teamIds: string[] | null
  teams: string[]
  reason: string
  plannedById: string
  plannedBy: string
  plannedAt: Date
  approvedBy: string | null
  approvedAt: Date | null
  doneAt: Date | null
  /** Once it is done. */
  counts: Moved | null
  state: ReorganisationState
}

const chosen = sql<Reorganisation>`
  select r.id, r.from_agency_id as "fromAgencyId", f.name as "fromAgency", r.to_agency_id as "toAgencyId", t.name as "toAgency",
    r.team_ids as "teamIds", array(select name from team where id = any(r.team_ids) order by name collate "C") as teams,
    r.reason, r.planned_by as "plannedById", p.name as "plannedBy", r.planned_at as "plannedAt", a.name as "approvedBy",
    r.approved_at as "approvedAt", r.done_at as "doneAt", r.counts,
    case when r.withdrawn_at is not null then 'WITHDRAWN' when r.done_at is not null then 'DONE'
      when r.approved_at is not null then 'APPROVED' else 'PLANNED' end as state
  from reorganisation r join agency f on f.id = r.from_agency_id join agency t on t.id = r.to_agency_id
  join account p on p.id = r.planned_by left join account a on a.id = r.approved_by`

/** All that the reader may see, the newest first. */
export async function listReorganisations({ db }: Reading): Promise<Reorganisation[]> {
  const { rows } = await sql<Reorganisation>`${chosen} order by r.planned_at desc, r.id limit 100`.execute(db)
  return rows
}

/** @throws Refusal `reorganisation.not-found` */
export async function getReorganisation({ db }: Reading, id: string): Promise<Reorganisation> {
  const { rows } = await sql<Reorganisation>`${chosen} where r.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'reorganisation.not-found')
  return rows[0]
}

/** Numbers of what would move now. No teams means all of it. */
export async function countWhatMoves({ db }: Reading, fromAgencyId: string, teamIds: string[] | null): Promise<Moved> {
  const { rows } = await sql<{
    moved: Moved
  }>`select count_what_moves(${fromAgencyId}, ${teamIds}::uuid[]) as moved`.execute(db)
  return rows[0]!.moved
}

export interface Plan {
  id: string
  fromAgencyId: string
  toAgencyId: string
  teamIds: string[] | null
  reason: string
}

/** @returns whether it was kept: an agency changes in one way at a time. */
export async function insertPlan({ db, actor, now }: Change, plan: Plan): Promise<boolean> {
  const { rows } = await sql`
    insert into reorganisation (id, from_agency_id, to_agency_id, team_ids, reason, planned_by, planned_at)
    values (${plan.id}, ${plan.fromAgencyId}, ${plan.toAgencyId}, ${plan.teamIds}::uuid[], ${plan.reason}, ${actor.userId}, ${now})
    on conflict do nothing returning id`.execute(db)
  return rows.length > 0
}

/** @returns whether it was still open to be approved. */
export async function updateApproved({ db, actor, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update reorganisation set approved_by = ${actor.userId}, approved_at = ${now}
    where id = ${id} and approved_at is null and withdrawn_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** @returns whether it was still open to be taken back. */
export async function updateWithdrawn({ db, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update reorganisation set withdrawn_at = ${now}
    where id = ${id} and approved_at is null and withdrawn_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** Moves all in this transaction. @returns the cases that moved, and nothing when there is nothing to carry out. */
export async function moveAgency({ db }: Change, id: string, today: Day): Promise<MovedCase[] | undefined> {
  const { rows } = await sql<{ moved: MovedCase[] | null }>`
    select carry_out_reorganisation(${id}, ${today}::date) as moved`.execute(db)
  return rows[0]?.moved ?? undefined
}

export interface MovedCase {
  caseId: string
  personId: string
}

/** Ids of those that were approved and wait. */
export async function listApproved({ db }: Reading): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from reorganisation where approved_at is not null and done_at is null and withdrawn_at is null order by approved_at`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}
