import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'

/** What somebody wants to happen when it gets bad, as it was written at one time. */
export interface CrisisPlan {
  id: string
  version: number
  signs: string
  helps: string
  people: string
  places: string
  avoid: string
  isWithPerson: boolean
  writtenAt: Date
  writtenBy: string
  agencyName: string
}

/** All versions that the reader sees, the newest first: of their own agency before any other's. */
export async function listCrisisPlans({ db, actor }: Reading, caseId: string): Promise<CrisisPlan[]> {
  const { rows } =
    await sql<CrisisPlan>`select p.id, p.version, p.signs, p.helps, p.people, p.places, p.avoid, p.is_with_person as "isWithPerson",
      p.written_at as "writtenAt", coalesce(a.name, '') as "writtenBy", g.name as "agencyName"
    from crisis_plan p join agency g on g.id = p.owner_agency_id left join account a on a.id = p.written_by
    where p.case_id = ${caseId} order by p.owner_agency_id = ${actor.agencyId} desc, p.written_at desc, p.version desc limit 50`.execute(
      db,
    )
  return rows
}

/** The one in force of the actor's agency. */
export async function findCrisisPlan({ db, actor }: Reading, caseId: string): Promise<{ version: number } | undefined> {
  const { rows } = await sql<{ version: number }>`select version from crisis_plan
    where case_id = ${caseId} and owner_agency_id = ${actor.agencyId} order by version desc limit 1`.execute(db)
  return rows[0]
}

export async function insertCrisisPlan(
  { db, actor, now }: Change,
  { personId, caseId, callId }: { personId: string; caseId: string; callId: string | null },
  plan: Pick<CrisisPlan, 'version' | 'signs' | 'helps' | 'people' | 'places' | 'avoid'> & {
    isWithPerson: 'yes' | 'no'
  },
): Promise<string> {
  const id = newId()
  await sql`insert into crisis_plan (id, person_id, case_id, version, signs, helps, people, places, avoid, is_with_person, call_id,
      written_by, written_at, owner_agency_id, basis)
    values (${id}, ${personId}, ${caseId}, ${plan.version}, ${plan.signs}, ${plan.helps}, ${plan.people}, ${plan.places}, ${plan.avoid},
      ${plan.isWithPerson === 'yes'}, ${callId}, ${actor.userId}, ${now}, ${actor.agencyId}, 'SELF_REPORT')`.execute(db)
  return id
}
