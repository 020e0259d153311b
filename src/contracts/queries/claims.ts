import { sql } from 'kysely'
import { type Day, dayAt } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ClaimState, Result } from '../results.ts'

/** Read once for a statement: asked row by row it costs a policy each time. */
export const claimed = sql`claimed as materialized (
  select k.result, k.contract_id, k.person_id, k.source_id from claimed_result k where k.freed_at is null)`
export const isClaimed = (
  contractId: string,
) => sql`((x.result, x.person_id) in (select k.result, k.person_id from claimed k
  where k.contract_id = ${contractId}::uuid) or (x.result, x.source_id) in (select k.result, k.source_id from claimed k))`

/** A row of the record that a contract counts or will count. */
export interface ResultRow {
  caseId: string
  personId: string
  personName: string
  happenedOn: Day
  maturesOn: Day
  /** GONE: a claimed row that the record no longer has. */
  state: 'MET' | 'NOT_YET' | 'NOT_MET' | 'GONE'
  isClaimed: boolean
}

const mostRows = 1_000

/** Everybody whom a contract counts for one result, claimed or not, as far as the reader sees them. */
export async function listResults({ db, now }: Reading, contractId: string, result: Result): Promise<ResultRow[]> {
  const { rows } = await sql<ResultRow>`
    with ${claimed} select x.case_id as "caseId", x.person_id as "personId", s.shown_name as "personName", x.happened_on as "happenedOn",
      x.matures_on as "maturesOn", x.state, ${isClaimed(contractId)} as "isClaimed"
    from result_contract c cross join contract_results(c.id, ${dayAt(now)}, null, null) x join case_summary s on s.case_id = x.case_id
    where c.id = ${contractId} and x.result = ${result} order by x.matures_on, s.sort_name collate "C", x.source_id limit ${mostRows}`.execute(
    db,
  )
  return rows
}

export interface Claim {
  id: string
  contractId: string
  result: Result
  priceInMinor: number
  peopleCount: number
  /** Of NO_REOFFENDING. */
  cohortId: string | null
  followedCount: number | null
  madeById: string
  madeByName: string
  madeAt: Date
  state: ClaimState
  decidedByName: string | null
  decidedAt: Date | null
  decidedWords: string
}

const columns = sql`m.id, m.contract_id as "contractId", m.result, m.price_in_minor as "priceInMinor", m.people_count as "peopleCount", m.cohort_id as "cohortId", m.followed_count as "followedCount",
  m.made_by as "madeById", a.name as "madeByName", m.made_at as "madeAt",
  case when m.withdrawn_at is not null then 'WITHDRAWN' else coalesce(m.decision, 'WAITING') end as state,
  d.name as "decidedByName", coalesce(m.withdrawn_at, m.decided_at) as "decidedAt", m.decided_words as "decidedWords"
  from result_claim m join account a on a.id = m.made_by left join account d on d.id = m.decided_by`

/** The latest first. */
export async function listClaims({ db }: Reading, contractId: string): Promise<Claim[]> {
  const { rows } = await sql<Claim>`
    select ${columns} where m.contract_id = ${contractId} order by m.made_at desc, m.id desc limit 200`.execute(db)
  return rows
}

/** @throws Refusal `contract.not-found` */
export async function getClaim({ db }: Reading, id: string): Promise<Claim> {
  const { rows } = await sql<Claim>`select ${columns} where m.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'contract.not-found')
  return rows[0]
}

/** The rows behind a claim that the reader sees, with what the record says of each today. */
export async function listClaimed({ db, now }: Reading, claim: Claim): Promise<ResultRow[]> {
  const { rows } = await sql<ResultRow>`
    select r.case_id as "caseId", r.person_id as "personId", s.shown_name as "personName", r.happened_on as "happenedOn",
      r.matures_on as "maturesOn", coalesce(x.state, 'GONE') as state, true as "isClaimed"
    from claimed_result r join case_summary s on s.case_id = r.case_id
    left join contract_results(r.contract_id, ${dayAt(now)}, null, null) x on x.result = r.result and x.source_id = r.source_id and x.person_id = r.person_id
    where r.claim_id = ${claim.id} and r.contract_id = ${claim.contractId} order by r.matures_on, s.sort_name collate "C", r.source_id limit ${mostRows}`.execute(
    db,
  )
  return rows
}

/** Claims all that is met, mature and unclaimed, at most a thousand people at once. @returns its id; undefined where there is nothing. */
export async function insertClaim(
  { db, actor, now }: Change,
  contractId: string,
  result: Result,
): Promise<{ id: string; people: { caseId: string; personId: string }[] } | undefined> {
  const { rows } = await sql<{ source: string; caseId: string; personId: string; on: Day; until: Day }>`
    with ${claimed} select x.source_id as source, x.case_id as "caseId", x.person_id as "personId", x.happened_on as "on", x.matures_on as until
    from result_contract c cross join contract_results(c.id, ${dayAt(now)}, null, null) x
    where c.id = ${contractId} and x.result = ${result} and x.state = 'MET' and not ${isClaimed(contractId)} order by x.matures_on, x.source_id limit ${mostRows}`.execute(
    db,
  )
  if (rows.length === 0) return undefined
  const id = newId()
  await sql`insert into result_claim (id, contract_id, result, price_in_minor, people_count, made_by, made_at)
    select ${id}, contract_id, result, price_in_minor, ${rows.length}, ${actor.userId}, ${now} from result_price
    where contract_id = ${contractId} and result = ${result}`.execute(db)
  const { numAffectedRows } = await sql`
    insert into claimed_result (claim_id, contract_id, result, agency_id, source_id, case_id, person_id, happened_on, matures_on, owner_agency_id, retention_class)
    select ${id}, ${contractId}, ${result}, ${actor.agencyId}, r.source, r."caseId", r."personId", r."on", r.until, ${actor.agencyId}, 'ADMINISTRATION'
    from json_to_recordset(${JSON.stringify(rows)}) as r(source uuid, "caseId" uuid, "personId" uuid, "on" date, until date)
    on conflict do nothing`.execute(db)
  if (Number(numAffectedRows) !== rows.length) throw new Refusal('conflict', 'contract.claimed-meanwhile')
  return { id, people: rows }
}

/** Prisons and days of cohorts that are in a claim. */
export async function listClaimedSpans({ db }: Reading): Promise<{ prisonId: string; from: Day; to: Day }[]> {
  const { rows } = await sql<{ prisonId: string; from: Day; to: Day }>`
    select c.prison_id as "prisonId", c.from_on as "from", c.to_on as "to" from result_claim m join cohort c on c.id = m.cohort_id
    where m.decision is distinct from 'DECLINED' and m.withdrawn_at is null`.execute(db)
  return rows
}

/** Claims what was counted of a cohort; the database compares it with the count. @returns its id. */
export async function insertCohortClaim(
  { db, actor, now }: Change,
  contractId: string,
  cohort: { id: string; people: number; paid: number },
): Promise<string> {
  const id = newId()
  await sql`insert into result_claim (id, contract_id, result, price_in_minor, people_count, cohort_id, followed_count, made_by, made_at)
    select ${id}, contract_id, result, price_in_minor, ${cohort.paid}, ${cohort.id}, ${cohort.people}, ${actor.userId}, ${now} from result_price
    where contract_id = ${contractId} and result = 'NO_REOFFENDING'`.execute(db)
  return id
}

export interface Decision {
  decision: 'APPROVED' | 'DECLINED'
  words: string
}

/** @returns whether it waited. */
export async function updateDecision({ db, actor, now }: Change, id: string, said: Decision): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update result_claim set decision = ${said.decision}, decided_by = ${actor.userId}, decided_at = ${now}, decided_words = ${said.words}
    where id = ${id} and decision is null and withdrawn_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** @returns whether it waited and was the actor's own. */
export async function updateWithdrawn({ db, actor, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update result_claim set withdrawn_at = ${now} where id = ${id} and made_by = ${actor.userId} and decision is null and withdrawn_at is null`.execute(
    db,
  )
  return numAffectedRows === 1n
}
