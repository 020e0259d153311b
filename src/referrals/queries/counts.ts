import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import type { ReferralState } from '../referral-states.ts'

export interface ReferralCount {
  pathway: string
  status: ReferralState
  /** The first day of the month in which they were sent, Europe/London. */
  month: Day
  count: number
}

/**
 * How many referrals the actor's agency sent (`FROM`) or was sent (`TO`), by pathway, present status and month of sending.
 * Read from counts that are kept with the rows: it does not get slower with their number.
 *
 * @param range.from - first day; its whole month counts.
 * @param range.to - last day; its whole month counts.
 */
export async function countReferrals(
  { db, actor }: Reading,
  { from, to, side }: { from: Day; to: Day; side: 'FROM' | 'TO' },
): Promise<ReferralCount[]> {
  const { rows } = await sql<ReferralCount>`
    select pathway, status, month, count from referral_count
    where agency_id = ${actor.agencyId} and side = ${side} and count > 0
      and month between date_trunc('month', ${from}::date) and ${to}::date
    order by month, pathway, status`.execute(db)
  return rows
}

/** How many referrals of the actor's agency are in each state, of all time. */
export async function countByState(
  { db, actor }: Reading,
  side: 'FROM' | 'TO',
): Promise<Partial<Record<ReferralState, number>>> {
  const { rows } = await sql<{ status: ReferralState; count: number }>`
    select status, sum(count)::int as count from referral_count
    where agency_id = ${actor.agencyId} and side = ${side} group by status`.execute(db)
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]))
}
