import { type Day, dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import type { BankBatch } from './bank-file.ts'
import { type Batch, fillBatch, getBatch, insertBatch, type Payment, undoBatch, updatePaid } from './queries/batches.ts'
import { getFund, insertFund, insertRate, type NewFund, type Payee, type Rate, upsertPayee } from './queries/funds.ts'

/**
 * Puts what was approved of a fund into one batch for the bank. Who has not said to which account waits for the next.
 *
 * @returns the id.
 * @throws Refusal `fund.not-found`, `batch.empty`
 */
export async function makeBatch(change: Change, fundId: string): Promise<string> {
  await getFund(change, fundId, dayAt(change.now))
  const id = newId()
  await insertBatch(change, id, fundId, `TL-${id.replaceAll('-', '').slice(0, 24).toUpperCase()}`)
  const claims = await fillBatch(change, id, fundId)
  if (claims === 0) throw new Refusal('conflict', 'batch.empty')
  change.record({ name: 'expenses.batched', subjectId: id, fieldGroup: 'administration', details: { claims } })
  return id
}

/** The bank has paid it. @throws Refusal `batch.not-found`, `batch.over` */
export async function markPaid(change: Change, id: string, on: Day): Promise<void> {
  const { claims } = await getBatch(change, id)
  if (!(await updatePaid(change, id, on))) throw new Refusal('conflict', 'batch.over')
  change.record({ name: 'expenses.paid', subjectId: id, fieldGroup: 'administration', details: { claims } })
}

/** Takes a batch apart that the bank has not paid; its claims wait for the next. @throws Refusal `batch.not-found`, `batch.over` */
export async function takeApart(change: Change, id: string): Promise<void> {
  await getBatch(change, id)
  if (!(await undoBatch(change, id))) throw new Refusal('conflict', 'batch.over')
  change.record({ name: 'expenses.batch-undone', subjectId: id, fieldGroup: 'administration' })
}

/** A batch as the bank's file has it. @param remittance - what people read on their statement. */
export function bankBatchOf(batch: Batch, payments: readonly Payment[], payOn: Day, remittance: string): BankBatch {
  const { reference, madeAt, currency, debtorName, debtorIban } = batch
  const transfers = payments.map(({ holder, iban, amountInMinor }, index) => ({
    id: `${reference}-${index + 1}`,
    ...{ holder, iban, amountInMinor, remittance },
  }))
  return { reference, madeAt, payOn, currency, debtorName, debtorIban, transfers }
}

/** A new fund. @returns the id. */
export async function addFund(change: Change, fund: NewFund): Promise<string> {
  const id = newId()
  await insertFund(change, id, fund)
  change.record({ name: 'fund.added', subjectId: id, fieldGroup: 'administration' })
  return id
}

/** The agency's own rate from a day on. */
export async function setRate(change: Change, rate: Omit<Rate, 'isOwn'>): Promise<void> {
  await insertRate(change, rate)
  change.record({
    name: 'mileage-rate.set',
    subjectId: change.actor.agencyId,
    fieldGroup: 'administration',
    details: { way: rate.way },
  })
}

/** To which account one is paid. */
export async function sayWhereToPay(change: Change, payee: Payee): Promise<void> {
  await upsertPayee(change, payee)
  change.record({ name: 'payee.set', subjectId: change.actor.userId, fieldGroup: 'administration' })
}
