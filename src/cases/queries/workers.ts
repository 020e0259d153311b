import { sql } from 'kysely'
import { dayAt } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'

/** Whether the actor may name workers of their agency on a case, as the database will ask again. */
export async function mayName({ db, actor }: Reading, caseId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select may_bring_in(${caseId}) or (${actor.roles.includes('MANAGER')} and is_answerable_for(${caseId})) as may`.execute(
    db,
  )
  return rows[0]!.may
}

export interface Nameable {
  agencyId: string
  agencyKind: string
  /** The agency is on the case. */
  isOnCase: boolean
}

/** Somebody who works with people and may be named. @throws Refusal `case.worker-not-found` */
export async function getNameable({ db }: Reading, caseId: string, accountId: string): Promise<Nameable> {
  const { rows } = await sql<Nameable>`
    select y.id as "agencyId", y.kind as "agencyKind", exists (select from case_party p
      where p.case_id = ${caseId} and p.agency_id = y.id and p.until_on is null) as "isOnCase"
    from account a join agency y on y.id = a.agency_id
    where a.id = ${accountId} and a.disabled_at is null and not a.is_integration and y.closed_on is null
      and a.roles && array['WORKER', 'MANAGER']`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'case.worker-not-found')
  return rows[0]
}

/** Who has a role on a case now: the worker themselves when they have it, else anybody. */
export async function findHolder(
  { db }: Reading,
  caseId: string,
  { accountId, role }: { accountId: string; role: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ accountId: string }>`
    select account_id as "accountId" from case_party
    where case_id = ${caseId} and role = ${role} and until_on is null
    order by account_id = ${accountId} desc limit 1`.execute(db)
  return rows[0]?.accountId
}

export interface Allocation {
  caseId: string
  personId: string
  agencyId: string
  accountId: string
  role: string
}

/** A named worker's live place on a case. @throws Refusal `case.allocation-not-found` */
export async function getAllocation({ db }: Reading, partyId: string): Promise<Allocation> {
  const { rows } = await sql<Allocation>`
    select p.case_id as "caseId", c.person_id as "personId", p.agency_id as "agencyId", p.account_id as "accountId", p.role
    from case_party p join case_file c on c.id = p.case_id
    where p.id = ${partyId} and p.relationship = 'ALLOCATED' and p.until_on is null`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'case.allocation-not-found')
  return rows[0]
}

export async function endParty({ db, now }: Change, partyId: string): Promise<void> {
  await db
    .updateTable('case_party')
    .set({ until_on: dayAt(now) })
    .where('id', '=', partyId)
    .execute()
}

/** One statement: whoever hands over their own last sight of a case could not name anybody in a second one. */
export async function replaceParty({ db, actor, now }: Change, partyId: string, accountId: string): Promise<string> {
  const id = newId()
  await sql`
    with ended as (
      update case_party set until_on = ${dayAt(now)} where id = ${partyId} and until_on is null
      returning case_id, agency_id, relationship, role)
    insert into case_party (id, case_id, agency_id, account_id, relationship, role, since_on, owner_agency_id)
    select ${id}, case_id, agency_id, ${accountId}, relationship, role, ${dayAt(now)}, ${actor.agencyId} from ended`.execute(
    db,
  )
  return id
}

/** Whether the actor may open a case about a person: one they see, or just added; and the open case that they see. */
export async function findOpenCase(
  { db }: Reading,
  personId: string,
): Promise<{ mayOpen: boolean; openId: string | null }> {
  const { rows } = await sql<{ mayOpen: boolean; openId: string | null }>`
    select exists (select from sight where person_id = ${personId} and 'identity' = any(reads))
        or is_unattached_person(${personId}) as "mayOpen",
      (select id from case_file where person_id = ${personId} and purpose = 'RESETTLEMENT' and ended_on is null) as "openId"`.execute(
    db,
  )
  return rows[0]!
}

/** An open agency; undefined also when the team is not one of its own. */
export async function findAgency(
  { db }: Reading,
  agencyId: string,
  teamId: string | undefined,
): Promise<{ kind: string } | undefined> {
  const { rows } = await sql<{ kind: string }>`
    select kind from agency y where y.id = ${agencyId} and y.closed_on is null and (${teamId ?? null}::uuid is null
      or exists (select from team t where t.id = ${teamId ?? null} and t.agency_id = y.id and t.closed_on is null))`.execute(
    db,
  )
  return rows[0]
}

/** In which ways an agency is on a case. */
export function listPartiesOf({ db }: Reading, caseId: string, agencyId: string) {
  return db
    .selectFrom('case_party')
    .select(['relationship', 'team_id as teamId'])
    .where('case_id', '=', caseId)
    .where('agency_id', '=', agencyId)
    .where('until_on', 'is', null)
    .execute()
}

export interface NameableWorker {
  accountId: string
  name: string
  agencyId: string
  agencyName: string
}

/** Workers of the actor's agency first, then those of the other agencies on the case: whom one may name. */
export async function listNameable({ db, actor }: Reading, caseId: string): Promise<NameableWorker[]> {
  const { rows } = await sql<NameableWorker>`
    select a.id as "accountId", a.name, y.id as "agencyId", y.name as "agencyName"
    from account a join agency y on y.id = a.agency_id
    where a.disabled_at is null and not a.is_integration and a.roles && array['WORKER', 'MANAGER'] and y.closed_on is null
      and (y.id = ${actor.agencyId} or y.id in (select agency_id from case_party where case_id = ${caseId} and until_on is null))
    order by y.id <> ${actor.agencyId}, y.name collate "C", a.name collate "C" limit 500`.execute(db)
  return rows
}

export interface SupervisingChoice {
  agencyId: string
  agencyName: string
  teamId: string | null
  teamName: string | null
}

/** Probation areas and their teams. */
export async function listSupervisingChoices({ db }: Reading): Promise<SupervisingChoice[]> {
  const { rows } = await sql<SupervisingChoice>`
    select y.id as "agencyId", y.name as "agencyName", t.id as "teamId", t.name as "teamName"
    from agency y left join lateral (select null::uuid as id, null::text as name
      union all select id, name from team where agency_id = y.id and closed_on is null) t on true
    where y.kind = 'probation' and y.closed_on is null
    order by y.name collate "C", t.name collate "C" nulls first limit 300`.execute(db)
  return rows
}

/** Whether the actor may say for whom the record of the case exists. */
export async function mayRestrict({ db }: Reading, caseId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select may_restrict(${caseId}) as may`.execute(db)
  return rows[0]!.may
}

/** @returns whose place stands again; undefined where they can no longer sign in. */
export async function reopenParty({ db }: Change, partyId: string): Promise<string | undefined> {
  const { rows } = await sql<{ accountId: string }>`
    update case_party set until_on = null where id = ${partyId}
      and exists (select from account a where a.id = account_id and a.disabled_at is null)
    returning account_id as "accountId"`.execute(db)
  return rows[0]?.accountId
}
