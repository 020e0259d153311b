import { sql } from 'kysely'
import type { Change } from '../platform/database.ts'

/**
 * Makes an agency party to every agreement that has not ended: it sees nobody by that, but may now be given people to
 * work with.
 */
export async function joinAgreements({ db }: Change, agencyId: string): Promise<void> {
  await sql`insert into agreement_party (agreement_id, agency_id)
    select id, ${agencyId} from agreement where ended_at is null on conflict do nothing`.execute(db)
}
