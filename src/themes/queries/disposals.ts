import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'

/** What is to become, or became, of a closed theme's minutes, actions and reports. */
export interface ThemeDisposal {
  /** From when they may go; null while the theme is open, or where the schedule keeps them for ever. */
  dueOn: Day | null
  reason: string | null
  proposedById: string | null
  proposedByName: string | null
  proposedAt: Date | null
  approvedByName: string | null
  /** When it is carried out, unless it is taken back; of one that was approved. */
  carriedOutOn: Day | null
  doneAt: Date | null
  meetings: number | null
  actions: number | null
  reports: number | null
  digest: string | null
}

export async function findThemeDisposal({ db }: Reading, themeId: string): Promise<ThemeDisposal> {
  const { rows } = await sql<ThemeDisposal>`
    select theme_due_on(t.id) as "dueOn", d.reason, d.proposed_by as "proposedById", p.name as "proposedByName", d.proposed_at as "proposedAt",
      a.name as "approvedByName", ((d.approved_at + make_interval(days => s.cooling_off_in_days)) at time zone 'Europe/London')::date as "carriedOutOn",
      d.done_at as "doneAt", d.meetings, d.actions, d.reports, d.digest
    from theme t cross join retention_state s left join theme_disposal d on d.theme_id = t.id left join account p on p.id = d.proposed_by
    left join account a on a.id = d.approved_by where t.id = ${themeId}`.execute(db)
  return rows[0]!
}

/** @returns whether it was not proposed yet. */
export async function insertThemeDisposal(
  { db, actor, now }: Change,
  themeId: string,
  reason: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into theme_disposal (theme_id, reason, proposed_by, proposed_at)
    select ${themeId}::uuid, ${reason}, ${actor.userId}::uuid, ${now}::timestamptz where not exists (select from theme_disposal where theme_id = ${themeId})`.execute(
    db,
  )
  return numAffectedRows === 1n
}

/** @returns whether it waited for a second manager. */
export async function updateThemeDisposalApproved({ db, actor, now }: Change, themeId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update theme_disposal set approved_by = ${actor.userId}, approved_at = ${now}
    where theme_id = ${themeId} and approved_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** @returns whether it was there and not carried out. */
export async function deleteThemeDisposal({ db }: Change, themeId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from theme_disposal where theme_id = ${themeId}`.execute(db)
  return numAffectedRows === 1n
}

/** For the program alone. @returns the themes of which nothing but the closing words is left. */
export async function disposeOfThemes({ db, now }: Change): Promise<string[]> {
  const { rows } = await sql<{ gone: string[] }>`select dispose_themes(${now}) as gone`.execute(db)
  return rows[0]!.gone
}
