import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'

export interface DueReferral {
  referralId: string
  fromAgencyId: string
  what: 'CHASE' | 'EXPIRE'
}

/** What nobody has answered in time, of every agency: for the system alone. At most 1,000, the oldest first. */
export async function listDueReferrals({ db, now }: Reading): Promise<DueReferral[]> {
  const { rows } = await sql<DueReferral>`
    select referral_id as "referralId", from_agency_id as "fromAgencyId", what from referrals_due(${now})`.execute(db)
  return rows
}
