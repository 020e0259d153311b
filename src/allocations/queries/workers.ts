import { sql } from 'kysely'
import { type Day, dayAt } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { AbsenceKind } from '../absence-kinds.ts'

/** What one worker can hold. */
export interface Capacity {
  hoursPerWeek: number
  worksOn: readonly number[]
  mostPoints: number
  languages: readonly string[]
}

export async function upsertCapacity({ db, actor, now }: Change, accountId: string, said: Capacity): Promise<void> {
  await sql`
    insert into worker_capacity (account_id, hours_per_week, works_on, most_points, languages, set_by, set_at)
    values (${accountId}, ${said.hoursPerWeek}, ${said.worksOn}::int[], ${said.mostPoints}, ${said.languages}::text[], ${actor.userId}, ${now})
    on conflict (account_id) do update set hours_per_week = excluded.hours_per_week, works_on = excluded.works_on,
      most_points = excluded.most_points, languages = excluded.languages, set_by = excluded.set_by, set_at = excluded.set_at`.execute(
    db,
  )
}

export interface Absence {
  id: string
  accountId: string
  kind: AbsenceKind
  fromOn: Day
  untilOn: Day
  coverId: string | null
  coverName: string | null
}

/** Absences of one worker that are not over, the soonest first. */
export async function listAbsences({ db, now }: Reading, accountId: string): Promise<Absence[]> {
  const { rows } = await sql<Absence>`
    select b.id, b.account_id as "accountId", b.kind, b.from_on as "fromOn", b.until_on as "untilOn", b.cover_account_id as "coverId",
      v.name as "coverName"
    from worker_absence b left join account v on v.id = b.cover_account_id
    where b.account_id = ${accountId} and b.ended_at is null and b.until_on >= ${dayAt(now)} order by b.from_on, b.id limit 50`.execute(
    db,
  )
  return rows
}

export type NewAbsence = Pick<Absence, 'kind' | 'fromOn' | 'untilOn' | 'coverId'>

export async function insertAbsence({ db, actor, now }: Change, accountId: string, said: NewAbsence): Promise<string> {
  const id = newId()
  await sql`
    insert into worker_absence (id, account_id, kind, from_on, until_on, cover_account_id, made_by, made_at)
    values (${id}, ${accountId}, ${said.kind}, ${said.fromOn}, ${said.untilOn}, ${said.coverId}, ${actor.userId}, ${now})`.execute(
    db,
  )
  return id
}

/** @returns whose it was; undefined where there is none that the actor may end. */
export async function endAbsence({ db, now }: Change, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ accountId: string }>`
    update worker_absence set ended_at = ${now} where id = ${id} and ended_at is null returning account_id as "accountId"`.execute(
    db,
  )
  return rows[0]?.accountId
}

/** @returns whose it was; undefined where there is none for which the actor names who stands in. */
export async function updateCover({ db }: Change, id: string, coverId: string | null): Promise<string | undefined> {
  const { rows } = await sql<{ accountId: string }>`
    update worker_absence set cover_account_id = ${coverId} where id = ${id} and ended_at is null returning account_id as "accountId"`.execute(
    db,
  )
  return rows[0]?.accountId
}

/** Who of the actor's agency a worker is; undefined for somebody of another one. */
export async function findColleague({ db, actor }: Reading, accountId: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select name from account where id = ${accountId} and agency_id = ${actor.agencyId} and not is_integration`.execute(
    db,
  )
  return rows[0]?.name
}

/** For whom the actor stands in now. */
export async function listCovered({ db, now }: Reading): Promise<{ accountId: string; name: string; untilOn: Day }[]> {
  const { rows } = await sql<{ accountId: string; name: string; untilOn: Day }>`
    select account_id as "accountId", name, until_on as "untilOn" from covers_now(${dayAt(now)}) order by name`.execute(
    db,
  )
  return rows
}
