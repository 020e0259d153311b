import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Currency, Result } from '../results.ts'

/** What is paid for one result, in whole pence or cents. */
export interface Price {
  result: Result
  priceInMinor: number
}

export interface ContractFields {
  funder: string
  title: string
  currency: Currency
  fromOn: Day
  untilOn: Day
  /** Days after release. */
  followDays: number
  /** At least one. */
  prices: readonly Price[]
}

export interface Contract extends ContractFields {
  id: string
  agencyName: string
  endedAt: Date | null
}

const columns = sql`c.id, c.funder, c.title, c.currency, c.from_on as "fromOn", c.until_on as "untilOn", c.follow_days as "followDays",
  y.name as "agencyName", c.ended_at as "endedAt", (select coalesce(json_agg(json_build_object('result', p.result, 'priceInMinor', p.price_in_minor)
    order by p.result), '[]') from result_price p where p.contract_id = c.id) as prices
  from result_contract c join agency y on y.id = c.agency_id`

/** The reader's agency's, those in force first. */
export async function listContracts({ db }: Reading): Promise<Contract[]> {
  const { rows } =
    await sql<Contract>`select ${columns} order by c.ended_at is not null, c.from_on desc, c.id limit 200`.execute(db)
  return rows
}

/** @throws Refusal `contract.not-found` */
export async function getContract({ db }: Reading, id: string): Promise<Contract> {
  const { rows } = await sql<Contract>`select ${columns} where c.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'contract.not-found')
  return rows[0]
}

export async function insertContract({ db, actor, now }: Change, of: ContractFields): Promise<string> {
  const id = newId()
  await sql`insert into result_contract (id, agency_id, funder, title, currency, from_on, until_on, follow_days, made_by, made_at)
    values (${id}, ${actor.agencyId}, ${of.funder}, ${of.title}, ${of.currency}, ${of.fromOn}, ${of.untilOn}, ${of.followDays}, ${actor.userId}, ${now})`.execute(
    db,
  )
  for (const { result, priceInMinor } of of.prices)
    await sql`insert into result_price (contract_id, result, price_in_minor) values (${id}, ${result}, ${priceInMinor})`.execute(
      db,
    )
  return id
}

/** @returns whether it was theirs and had not ended. */
export async function updateContractEnded({ db, actor, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update result_contract set ended_by = ${actor.userId}, ended_at = ${now} where id = ${id} and ended_at is null`.execute(
    db,
  )
  return numAffectedRows === 1n
}
