import { sql } from 'kysely'
import type { Change, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { NewRestriction } from './restrict-record.ts'

export interface Restriction {
  personId: string
  /** Whether the actor may mark the record. */
  isTheirs: boolean
  /** Null while everybody sees it whose work needs it. */
  reason: string | null
  madeAt: Date | null
  accountIds: string[]
}

/** @throws Refusal `case.not-found` when the case does not exist for the actor. */
export async function getRestriction({ db }: Reading, caseId: string): Promise<Restriction> {
  const { rows } = await sql<Restriction>`
    select c.person_id as "personId", may_restrict(c.id) as "isTheirs", r.reason, r.made_at as "madeAt",
      array(select account_id from restricted_reader x where x.person_id = c.person_id) as "accountIds"
    from case_file c left join restricted_record r on r.person_id = c.person_id where c.id = ${caseId}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'case.not-found')
  return rows[0]
}

export interface Reader {
  id: string
  name: string
  agencyName: string
}

/** Who may be put on the list: the actor's colleagues who work with people, and named workers of other agencies on the case. */
export async function listPossibleReaders({ db, actor }: Reading, caseId: string): Promise<Reader[]> {
  const { rows } = await sql<Reader>`
    select w.id, w.name, y.name as "agencyName" from account w join agency y on y.id = w.agency_id
    where w.disabled_at is null and not w.is_integration and w.roles && '{WORKER,MANAGER}' and w.id <> ${actor.userId}
      and (w.agency_id = ${actor.agencyId} or w.id in (
        select account_id from case_party where case_id = ${caseId} and until_on is null))
    order by y.id <> ${actor.agencyId}, w.name, w.id`.execute(db)
  return rows
}

export async function upsertRestriction(
  { db, now }: Change,
  caseId: string,
  restriction: NewRestriction,
): Promise<void> {
  const { reason, accountIds } = restriction
  await sql`select restrict_record(${caseId}, ${reason}, ${accountIds}::uuid[], ${now})`.execute(db)
}

/** @returns whether there was one. */
export async function deleteRestriction({ db }: Change, caseId: string): Promise<boolean> {
  const { rows } = await sql<{ lifted: boolean }>`select lift_restriction(${caseId}) as lifted`.execute(db)
  return rows[0]!.lifted
}
