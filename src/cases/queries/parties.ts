import { sql } from 'kysely'
import type { Change } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'

export async function insertCase(
  { db, actor }: Change,
  { caseId, personId, openedOn }: { caseId: string; personId: string; openedOn: Date },
): Promise<void> {
  const row = { id: caseId, person_id: personId, opened_on: dayOf(openedOn), owner_agency_id: actor.agencyId }
  await db.insertInto('case_file').values(row).execute()
}

export interface NewParty {
  caseId: string
  agencyId: string
  teamId?: string
  accountId?: string
  relationship: 'CUSTODY' | 'SUPERVISION' | 'TEAM' | 'ALLOCATED' | 'REFERRED' | 'ACCEPTED'
  role?: string
  causeId?: string
}

/** Lets an agency, a team or a worker in: `sight` follows in the same transaction. @returns the id of the party. */
export async function insertParty(change: Change, party: NewParty): Promise<string> {
  const [id] = await insertParties(change, [party])
  return id!
}

/** In one statement: whoever has just opened a case lets in all at once, and may not add more afterwards. */
export async function insertParties({ db, actor, now }: Change, parties: NewParty[]): Promise<string[]> {
  const rows = parties.map((party) => ({
    id: newId(),
    case_id: party.caseId,
    agency_id: party.agencyId,
    team_id: party.teamId ?? null,
    account_id: party.accountId ?? null,
    relationship: party.relationship,
    role: party.role ?? null,
    since_on: dayOf(now),
    cause_id: party.causeId ?? null,
    owner_agency_id: actor.agencyId,
  }))
  await db.insertInto('case_party').values(rows).execute()
  return rows.map(({ id }) => id)
}

const dayOf = (at: Date) => sql<string>`(${at}::timestamptz at time zone 'Europe/London')::date`
