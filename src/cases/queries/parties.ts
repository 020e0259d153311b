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

/** Lets an agency, a team or a worker in: `access` follows in the same transaction. */
export async function insertParty({ db, actor, now }: Change, party: NewParty): Promise<string> {
  const id = newId()
  await db
    .insertInto('case_party')
    .values({
      id,
      case_id: party.caseId,
      agency_id: party.agencyId,
      team_id: party.teamId ?? null,
      account_id: party.accountId ?? null,
      relationship: party.relationship,
      role: party.role ?? null,
      since_on: dayOf(now),
      cause_id: party.causeId ?? null,
      owner_agency_id: actor.agencyId,
    })
    .execute()
  return id
}

/** Ends what a cause let in: a referral that closed, an allocation that was given on. */
export async function endPartiesOf({ db, now }: Change, causeId: string): Promise<void> {
  await db
    .updateTable('case_party')
    .set({ until_on: dayOf(now) })
    .where('cause_id', '=', causeId)
    .where('until_on', 'is', null)
    .execute()
}

const dayOf = (at: Date) => sql<string>`(${at}::timestamptz at time zone 'Europe/London')::date`
