import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Currency } from '../kinds.ts'

export interface Batch {
  id: string
  fundId: string
  fundName: string
  currency: Currency
  debtorName: string
  debtorIban: string
  reference: string
  madeAt: Date
  madeBy: string
  paidOn: Day | null
  isUndone: boolean
  claims: number
  sumInMinor: number
}

const chosen = sql`
  select b.id, b.fund_id as "fundId", f.name as "fundName", f.currency, f.debtor_name as "debtorName", f.debtor_iban as "debtorIban", b.reference, b.made_at as "madeAt",
    a.name as "madeBy", b.paid_on as "paidOn", b.undone_at is not null as "isUndone", coalesce(c.claims, 0)::int as claims, coalesce(c.total, 0)::float8 as "sumInMinor"
  from payment_batch b join fund f on f.id = b.fund_id join account a on a.id = b.made_by
  left join lateral (select count(*) as claims, sum(amount_in_minor) as total from expense_claim where batch_id = b.id) c on true`

export async function listBatches({ db }: Reading): Promise<Batch[]> {
  const { rows } =
    await sql<Batch>`${chosen} where b.undone_at is null order by b.made_at desc, b.id limit 100`.execute(db)
  return rows
}

/** @throws Refusal `batch.not-found` */
export async function getBatch({ db }: Reading, id: string): Promise<Batch> {
  const { rows } = await sql<Batch>`${chosen} where b.id = ${id} and b.undone_at is null`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'batch.not-found')
  return rows[0]
}

/** What each person is paid in a batch. */
export interface Payment {
  accountId: string
  name: string
  /** '' where they have not said to which account. */
  holder: string
  iban: string
  claims: number
  amountInMinor: number
}

export async function listPayments({ db }: Reading, batchId: string): Promise<Payment[]> {
  const { rows } = await sql<Payment>`
    select c.claimant_id as "accountId", a.name, coalesce(p.holder, '') as holder, coalesce(p.iban, '') as iban, count(*)::int as claims,
      sum(c.amount_in_minor)::float8 as "amountInMinor"
    from expense_claim c join account a on a.id = c.claimant_id left join payee p on p.account_id = c.claimant_id
    where c.batch_id = ${batchId} group by c.claimant_id, a.name, p.holder, p.iban order by a.name, c.claimant_id`.execute(
    db,
  )
  return rows
}

export async function insertBatch(
  { db, actor, now }: Change,
  id: string,
  fundId: string,
  reference: string,
): Promise<void> {
  await sql`insert into payment_batch (id, agency_id, fund_id, reference, made_by, made_at)
    values (${id}, ${actor.agencyId}, ${fundId}, ${reference}, ${actor.userId}, ${now})`.execute(db)
}

/** Takes in what was approved of a fund for people who said to which account. @returns how many claims. */
export async function fillBatch({ db, actor }: Change, id: string, fundId: string): Promise<number> {
  const { numAffectedRows } =
    await sql`update expense_claim set batch_id = ${id} where agency_id = ${actor.agencyId} and fund_id = ${fundId} and decision = 'APPROVED'
    and batch_id is null and exists (select from payee p where p.account_id = expense_claim.claimant_id)`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

/** @returns whether it was still to be paid. */
export async function updatePaid({ db, actor }: Change, id: string, on: Day): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update payment_batch set paid_on = ${on}, paid_by = ${actor.userId} where id = ${id} and paid_on is null and undone_at is null`.execute(
      db,
    )
  if (numAffectedRows !== 1n) return false
  await sql`update expense_claim set paid_on = ${on} where batch_id = ${id}`.execute(db)
  return true
}

export async function undoBatch({ db, now }: Change, id: string): Promise<boolean> {
  await sql`update expense_claim set batch_id = null where batch_id = ${id} and paid_on is null`.execute(db)
  const { numAffectedRows } =
    await sql`update payment_batch set undone_at = ${now} where id = ${id} and paid_on is null and undone_at is null`.execute(
      db,
    )
  return numAffectedRows === 1n
}
