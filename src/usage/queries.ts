import { sql } from 'kysely'
import type { Day } from '../platform/calendar-day.ts'
import type { Change, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'

/** What an agency did with its access since a Monday. */
export interface AgencyUse {
  agencyId: string
  name: string
  kind: string
  /** Accounts of people that are not shut out; an invitation that waits counts. */
  users: number
  /** Of them, those who signed in, looked or wrote. */
  active: number
  /** Of the weeks in which three of its people or more did anything; null where there were only weeks of fewer (T13). */
  looks: number | null
  entries: number | null
  /** In the last two years; null: not once. */
  signedInAt: Date | null
  /** Of the whole counting; null before the first. */
  countedAt: Date | null
}

/** Those that the reader may know about: a coordinator all, an administrator their own. */
export async function listAgencyUse({ db }: Reading, since: Day): Promise<AgencyUse[]> {
  const { rows } = await sql<AgencyUse>`
    select agency_id as "agencyId", name, kind, users, active, looks, entries, signed_in_at as "signedInAt", counted_at as "countedAt"
    from usage_by_agency(${since})`.execute(db)
  return rows
}

/** One agency in one week. */
export interface WeekUse {
  agencyId: string
  name: string
  users: number
  /** Its Monday. */
  weekOn: Day
  active: number
  /** This and what follows: null where only one or two people did anything in that week (T13). */
  signIns: number | null
  looks: number | null
  entries: number | null
}

/** Week by week, the latest first. @param agencyId - null: every agency that the reader may know about. */
export async function listWeekUse(
  { db }: Reading,
  agencyId: string | null,
  { since, today }: { since: Day; today: Day },
): Promise<WeekUse[]> {
  const { rows } = await sql<WeekUse>`
    select agency_id as "agencyId", name, users, week_on as "weekOn", active, sign_ins as "signIns", looks, entries
    from usage_by_week(${agencyId}, ${since}, ${today})`.execute(db)
  return rows
}

/** @throws Refusal `agency.not-found` where the reader may not know about it. */
export async function getWeekUse(reading: Reading, agencyId: string, days: { since: Day; today: Day }) {
  const weeks = await listWeekUse(reading, agencyId, days)
  if (weeks.length === 0) throw new Refusal('not found', 'agency.not-found')
  return weeks
}

/** Counts the weeks since the last counting anew. @returns how many rows were written. */
export async function recountUsage({ db, now }: Change): Promise<number> {
  const { rows } = await sql<{ written: number }>`select recount_usage(${now}) as written`.execute(db)
  return rows[0]!.written
}
