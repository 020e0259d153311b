import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'

interface Sought {
  /** First days of months, both included. */
  from: string
  to: string
  side: 'FROM' | 'TO'
}

/** Referrals of the actor's agency by pathway, status and month, as JSON text; read from the rollup, never from the rows. */
export async function countReferrals({ db, actor }: Reading, { from, to, side }: Sought): Promise<string> {
  const { rows } = await sql<{ body: string }>`
    select coalesce(json_agg(json_build_object('pathway', pathway, 'status', status, 'month', to_char(month, 'YYYY-MM'),
      'count', count) order by month, pathway, status), '[]')::text as body
    from referral_count
    where agency_id = ${actor.agencyId} and side = ${side} and month between ${from} and ${to} and count > 0`.execute(
    db,
  )
  return rows[0]!.body
}
