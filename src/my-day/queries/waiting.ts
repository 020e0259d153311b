import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'

/** What waits for anybody of the actor's agency: cases offered to it, requests to join its cases, corrections it has not acknowledged. */
export interface Waiting {
  transfers: number
  requests: number
  corrections: number
}

export async function countWaiting({ db, actor, now }: Reading): Promise<Waiting> {
  const { rows } = await sql<Waiting>`
    select (select count(*)::int from case_transfer where to_agency_id = ${actor.agencyId} and state = 'PROPOSED') as transfers,
      (select count(*)::int from case_request_subject s join case_request q on q.id = s.request_id
        where s.decision is null and q.expires_at > ${now}::timestamptz and q.agency_id <> ${actor.agencyId}) as requests,
      (select count(*)::int from correction_recipient where agency_id = ${actor.agencyId} and acknowledged_at is null) as corrections`.execute(
    db,
  )
  return rows[0]!
}
