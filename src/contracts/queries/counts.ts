import { sql } from 'kysely'
import { type Day, dayAt } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import type { Result } from '../results.ts'
import { claimed, isClaimed } from './claims.ts'

/** What the rows say of one result of a contract. Numbers are of people whom the reader sees. */
export interface Counted {
  result: Result
  /** Met and mature, in no claim. */
  claimable: number
  /** Met or open, and not to be counted before a day. */
  notYet: number
  /** The first of those days. */
  nextOn: Day | null
  notMet: number
  /** Of claims that wait or were approved, whoever sees them. */
  waiting: number
  approved: number
}

/** @param countedAt - when most of the people were counted; undefined where all were counted for this reading. */
export interface CountedResults {
  counted: Counted[]
  countedAt: Date | undefined
}

/**
 * A contract's numbers: what was counted last for all managers of the agency, and the few people whom it left out counted now, as the reader sees
 * them. All is counted now where nothing was, or where a record was closed to somebody or opened again since.
 */
export async function readCounts(reading: Reading, contractId: string): Promise<CountedResults> {
  const { db } = reading
  const { rows: kept } = await sql<Numbers & { countedAt: Date }>`
    select n.result, n.claimable, n.not_yet as "notYet", n.next_on as "nextOn", n.not_met as "notMet", n.counted_at as "countedAt"
    from contract_count n where n.contract_id = ${contractId} and n.apart_mark = (select contract_apart_mark())`.execute(
    db,
  )
  const apart = kept.length > 0 ? await listApart(reading) : null
  const now = apart?.length === 0 ? [] : await countNow(reading, contractId, apart)
  const claims = await countClaims(reading, contractId)
  return {
    counted: claims.map((row) => ({
      ...row,
      ...added([...kept, ...now].filter(({ result }) => result === row.result)),
    })),
    countedAt: kept[0]?.countedAt,
  }
}

type Numbers = Pick<Counted, 'result' | 'claimable' | 'notYet' | 'nextOn' | 'notMet'>

function added(parts: readonly Numbers[]) {
  const sum = (of: (part: Numbers) => number) => parts.reduce((all, part) => all + of(part), 0)
  const nextOn = parts.flatMap(({ nextOn: on }) => on ?? []).sort()[0] ?? null
  return {
    claimable: sum((one) => one.claimable),
    notYet: sum((one) => one.notYet),
    nextOn,
    notMet: sum((one) => one.notMet),
  }
}

async function listApart({ db }: Reading): Promise<string[]> {
  const { rows } = await sql<{ ids: string[] }>`select contract_people_apart() as ids`.execute(db)
  return rows[0]!.ids
}

/** From the rows, with the reader's own sight. @param only - null: of everybody. */
async function countNow({ db, now }: Reading, contractId: string, only: string[] | null): Promise<Numbers[]> {
  const { rows } = await sql<Numbers>`
    with ${claimed} select x.result, (count(*) filter (where x.state = 'MET' and not ${isClaimed(contractId)}))::int as claimable,
      (count(*) filter (where x.state = 'NOT_YET'))::int as "notYet", min(x.matures_on) filter (where x.state = 'NOT_YET') as "nextOn",
      (count(*) filter (where x.state = 'NOT_MET'))::int as "notMet"
    from result_contract c cross join contract_results(c.id, ${dayAt(now)}, null, ${only}::uuid[]) x where c.id = ${contractId} group by 1`.execute(
    db,
  )
  return rows
}

async function countClaims({ db }: Reading, contractId: string) {
  const { rows } = await sql<Pick<Counted, 'result' | 'waiting' | 'approved'>>`
    select p.result, (coalesce(sum(q.people_count) filter (where q.decision is null), 0))::int as waiting,
      (coalesce(sum(q.people_count) filter (where q.decision = 'APPROVED'), 0))::int as approved
    from result_price p left join result_claim q on q.contract_id = p.contract_id and q.result = p.result and q.withdrawn_at is null
    where p.contract_id = ${contractId} group by 1 order by 1`.execute(db)
  return rows
}

/** Counts the acting agency's contracts anew, or one of them. @returns how many. */
export async function recountContracts({ db, now }: Change, id: string | null = null): Promise<number> {
  const { rows } = await sql<{ counted: number }>`
    select recount_contracts(${id}::uuid, ${dayAt(now)}, ${now}) as counted`.execute(db)
  return rows[0]!.counted
}

/** Agencies whose contracts are counted each hour. For the program alone. */
export async function listAgenciesToCount({ db }: Reading): Promise<string[]> {
  const { rows } = await sql<{
    agencyId: string
  }>`select agency_id as "agencyId" from agencies_with_contracts()`.execute(db)
  return rows.map(({ agencyId }) => agencyId)
}
