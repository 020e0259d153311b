import type { Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'

/** Teams of the actor's agency that do not work on a case yet. */
export function listOwnTeams({ db, actor }: Reading, caseId: string): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('team as t')
    .select(['t.id', 't.name'])
    .where('t.agency_id', '=', actor.agencyId)
    .where('t.closed_on', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('case_party as p')
            .select('p.id')
            .where('p.case_id', '=', caseId)
            .whereRef('p.team_id', '=', 't.id')
            .where('p.until_on', 'is', null),
        ),
      ),
    )
    .orderBy('t.name')
    .execute()
}

/** A team's live place on a case. @throws Refusal `case.allocation-not-found` */
export async function getTeamPlace({ db }: Reading, partyId: string) {
  const found = await db
    .selectFrom('case_party as p')
    .innerJoin('case_file as c', 'c.id', 'p.case_id')
    .select(['p.case_id as caseId', 'c.person_id as personId', 'p.agency_id as agencyId', 'p.team_id as teamId'])
    .where('p.id', '=', partyId)
    .where('p.relationship', '=', 'TEAM')
    .where('p.until_on', 'is', null)
    .executeTakeFirst()
  if (!found) throw new Refusal('not found', 'case.allocation-not-found')
  return found
}
