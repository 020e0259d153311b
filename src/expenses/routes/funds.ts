import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { dayAt } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readDay } from '../../platform/web/day-field.ts'
import { blankForm, type FormState, type Problem, readForm, text, typedText, withProblems } from '../../platform/web/form.ts' // biome-ignore format: one line
import { bankFile, bankTable } from '../bank-file.ts'
import { readIban } from '../iban.ts'
import { ways } from '../kinds.ts'
import { readAmount } from '../money.ts'
import { addFund, bankBatchOf, makeBatch, markPaid, setRate, takeApart } from '../pay-batch.ts'
import { getBatch, listBatches, listPayments } from '../queries/batches.ts'
import { listUnpaidClaims } from '../queries/claims.ts'
import { listFunds, listRates } from '../queries/funds.ts'
import { BatchPage } from '../views/batch-page.tsx'
import { FundsPage } from '../views/funds-page.tsx'
import { words } from '../words.ts'
import { doneOf } from './claims.ts'

const keeps = { config: { may: 'keep funds', looks: 'none' } } as const
const named = (most: number) => text(most, { missing: 'problem.missing', long: 'problem.long' })
const fund = z.object({
  name: named(120),
  currency: z.enum(['GBP', 'EUR'], { error: 'problem.choose' }),
  debtorName: named(70),
  debtorIban: z.string({ error: 'problem.iban' }).transform(readIban).refine((iban) => iban !== undefined, 'problem.iban'), // biome-ignore format: one line
})
const rate = z.object({
  way: z.enum(ways, { error: 'problem.choose' }),
  unit: z.enum(['MILE', 'KM'], { error: 'problem.choose' }),
  rate: z.coerce.number({ error: 'problem.rate' }).int('problem.rate').min(1, 'problem.rate').max(500, 'problem.rate'),
  source: named(200),
})

interface OfBatch {
  Params: { batchId: string }
}

/** What a treasurer keeps: funds, rates, batches for the bank. */
export async function fundRoutes(app: FastifyInstance): Promise<void> {
  app.get('/expenses/funds', keeps, (request, reply) => showFunds(request, reply, blankForm))

  app.post('/expenses/funds', keeps, async (request, reply) => {
    const form = readForm(fund, request.body)
    const amountInMinor = readAmount(typedText(form, 'amount'))
    const [startsOn, endsOn] = [readDay(form, 'startsOn'), readDay(form, 'endsOn')]
    const problems: Problem[] = []
    if (!amountInMinor) problems.push({ field: 'amount', message: 'problem.amount' })
    if (!startsOn) problems.push({ field: 'startsOn', message: 'problem.day' })
    if (endsOn === undefined || (endsOn && startsOn && endsOn < startsOn)) problems.push({ field: 'endsOn', message: 'problem.until' }) // biome-ignore format: one line
    if (!form.valid || !amountInMinor || !startsOn || problems.length > 0)
      return showFunds(request, reply.status(422), withProblems(form, ...problems))
    const { debtorIban, ...said } = form.values
    await request.change((change) => addFund(change, { ...said, debtorIban: debtorIban!, amountInMinor, startsOn, endsOn: endsOn ?? null })) // biome-ignore format: one line
    return reply.redirect('/expenses/funds?done=saved', 303)
  })

  app.post('/expenses/rates', keeps, async (request, reply) => {
    const form = readForm(rate, request.body)
    const fromOn = readDay(form, 'fromOn')
    if (!form.valid || !fromOn)
      return showFunds(request, reply.status(422), fromOn ? form : withProblems(form, { field: 'fromOn', message: 'problem.day' })) // biome-ignore format: one line
    const { rate: rateInMinor, ...said } = form.values
    await request.change((change) => setRate(change, { ...said, rateInMinor, fromOn }))
    return reply.redirect('/expenses/funds?done=saved', 303)
  })

  app.post('/expenses/batches', keeps, async (request, reply) => {
    const form = readForm(z.object({ fundId: z.uuid() }), request.body)
    if (!form.valid) throw new Refusal('unreadable', 'request.unreadable')
    const id = await request.change((change) => makeBatch(change, form.values.fundId))
    return reply.redirect(`/expenses/batches/${id}`, 303)
  })

  app.get<OfBatch>('/expenses/batches/:batchId', keeps, async (request, reply) =>
    reply.page(BatchPage({ page: request.page(), ...(await readBatch(request)) })),
  )

  app.get<OfBatch>('/expenses/batches/:batchId/pain.xml', keeps, async (request, reply) => {
    const of = await bankBatch(request)
    return reply.type('application/xml').header('content-disposition', `attachment; filename="${of.reference}.xml"`).send(bankFile(of)) // biome-ignore format: one line
  })

  app.get<OfBatch>('/expenses/batches/:batchId/payments.csv', keeps, async (request, reply) => {
    const of = await bankBatch(request)
    return reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${of.reference}.csv"`).send(bankTable(of)) // biome-ignore format: one line
  })

  app.post<OfBatch>('/expenses/batches/:batchId/pay', keeps, async (request, reply) => {
    await request.change((change) => markPaid(change, request.params.batchId, dayAt(change.now)))
    return reply.redirect('/expenses/funds?done=paid', 303)
  })

  app.post<OfBatch>('/expenses/batches/:batchId/undo', keeps, async (request, reply) => {
    await request.change((change) => takeApart(change, request.params.batchId))
    return reply.redirect('/expenses/funds?done=saved', 303)
  })
}

const readBatch = (request: FastifyRequest<OfBatch>) =>
  request.read(async (reading) => {
    const batch = await getBatch(reading, request.params.batchId)
    return { batch, payments: await listPayments(reading, batch.id) }
  })

async function bankBatch(request: FastifyRequest<OfBatch>) {
  const { batch, payments } = await readBatch(request)
  const remittance = `${words(request.page().locale)('batch.remittance')} ${request.actor.agencyName}`
  return bankBatchOf(batch, payments, dayAt(request.server.database.clock.now()), remittance)
}

async function showFunds(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const shown = await request.read(async (reading) => {
    const today = dayAt(reading.now)
    const [funds, rates] = [await listFunds(reading, today), await listRates(reading, today)]
    return { funds, rates, unpaid: await listUnpaidClaims(reading), batches: await listBatches(reading) }
  })
  return reply.page(FundsPage({ page: request.page(), ...shown, form, done: doneOf(request.query) }))
}
