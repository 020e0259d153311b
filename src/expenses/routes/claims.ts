import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { acceptFile, largestDocument } from '../../documents/index.ts'
import { addDays, type Day, dayAt } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readDay } from '../../platform/web/day-field.ts'
import { blankForm, type FormState, filledForm, optionalText, type Problem, readForm, text, typedText, withProblems } from '../../platform/web/form.ts' // biome-ignore format: one line
import { acceptUploads, fieldsIn, fileIn } from '../../platform/web/upload.ts'
import { claimExpense, decideClaim, receiptHash, withdrawClaim } from '../claim-expense.ts'
import { readIban } from '../iban.ts'
import { costs, ways } from '../kinds.ts'
import { mileageInMinor, readAmount, readDistance } from '../money.ts'
import { sayWhereToPay } from '../pay-batch.ts'
import { findReceipt, getClaim, listOwnClaims, listWaitingClaims } from '../queries/claims.ts'
import { findOwnPayee, listFunds, listRates } from '../queries/funds.ts'
import { JourneyPage, PayeePage, ReceiptPage } from '../views/claim-pages.tsx'
import { ClaimsPage } from '../views/claims-page.tsx'
import { OwnPage } from '../views/own-page.tsx'
import { doneKinds } from '../views/parts.tsx'

const claims = { config: { may: 'claim expenses', looks: 'none' } } as const
const decides = { config: { may: 'decide expenses', looks: 'none' } } as const
const oldestInDays = 366
const place = text(100, { missing: 'problem.place', long: 'problem.place' })
const common = { fundId: z.uuid('problem.choose'), words: optionalText(300, 'problem.long') }
const isTicked = z.preprocess((typed) => [typed ?? []].flat().includes('yes'), z.boolean())
const journey = z.object({ ...common, from: place, to: place, way: z.enum(ways, { error: 'problem.choose' }), return: isTicked, another: isTicked }) // biome-ignore format: one line
const receipt = z.object({ ...common, what: z.enum(costs, { error: 'problem.choose' }) })
const payee = z.object({
  holder: text(70, { missing: 'problem.missing', long: 'problem.long' }),
  iban: z
    .string({ error: 'problem.iban' })
    .transform(readIban)
    .refine((iban) => iban !== undefined, 'problem.iban'),
})
export const doneOf = (asked: unknown) => z.object({ done: z.enum(doneKinds).optional().catch(undefined) }).parse(asked).done // biome-ignore format: one line

interface OfClaim {
  Params: { claimId: string }
}

/** Claiming, where one is paid, and deciding on what others claimed. */
export async function claimRoutes(app: FastifyInstance): Promise<void> {
  await acceptUploads(app, largestDocument)

  app.get('/expenses', claims, async (request, reply) => {
    const { may } = request.actor
    const shown = await request.read(async (reading) => ({ claims: await listOwnClaims(reading), payee: await findOwnPayee(reading) })) // biome-ignore format: one line
    const more = { mayDecide: may.has('decide expenses'), mayKeep: may.has('keep funds'), done: doneOf(request.query) }
    return reply.page(OwnPage({ page: request.page(), ...shown, ...more }))
  })

  app.get('/expenses/journey', claims, (request, reply) => showJourney(request, reply, filledForm({ way: 'CAR' })))

  app.post('/expenses/journey', claims, async (request, reply) => {
    const form = readForm(journey, request.body)
    const on = dayOfClaim(form, app.database.clock.now())
    const tenths = readDistance(typedText(form, 'distance'))
    const rate = 'day' in on && form.valid ? (await request.read((reading) => listRates(reading, on.day))).find(({ way }) => way === form.values.way) : undefined // biome-ignore format: one line
    const problems: Problem[] = 'problem' in on ? [on.problem] : []
    if (!tenths) problems.push({ field: 'distance', message: 'problem.distance' })
    if (form.valid && 'day' in on && !rate) problems.push({ field: 'way', message: 'journey.none' })
    if (!form.valid || 'problem' in on || !tenths || !rate)
      return showJourney(request, reply.status(422), withProblems(form, ...problems))
    const { from: fromPlace, to: toPlace, way, return: isReturn, another: isAnother, fundId, words } = form.values
    const distanceInTenths = isReturn ? tenths * 2 : tenths
    const { unit, rateInMinor } = rate
    const amountInMinor = mileageInMinor(distanceInTenths, rateInMinor)
    const of = { way, fromPlace, toPlace, isReturn, distanceInTenths, unit, rateInMinor }
    const claim = { fundId, words, spentOn: on.day, amountInMinor, isAnother, journey: of, what: null }
    const twice = { field: 'from', message: 'problem.twice' }
    const problem = await refusedAs(() => request.change((change) => claimExpense(change, claim)), twice)
    if (problem) return showJourney(request, reply.status(422), withProblems(form, problem))
    return reply.redirect('/expenses?done=claimed', 303)
  })

  app.get('/expenses/receipt', claims, (request, reply) => showReceipt(request, reply, blankForm))

  app.post('/expenses/receipt', { ...claims, bodyLimit: largestDocument + 64 * 1024 }, async (request, reply) => {
    const form = readForm(receipt, fieldsIn(request.body))
    const on = dayOfClaim(form, app.database.clock.now())
    const amountInMinor = readAmount(typedText(form, 'amount'))
    const sent = fileIn(request.body)?.bytes
    const file = await acceptFile(sent, false) // a picture alone: nothing that would have to be scanned
    const problems: Problem[] = 'problem' in on ? [on.problem] : []
    if (!amountInMinor) problems.push({ field: 'amount', message: 'problem.amount' })
    if ('problem' in file) problems.push({ field: 'file', message: 'problem.file' })
    else if (!form.valid || problems.length > 0) problems.push({ field: 'file', message: 'problem.file-again' })
    if (!form.valid || 'problem' in on || 'problem' in file || !sent || !amountInMinor)
      return showReceipt(request, reply.status(422), withProblems(form, ...problems))
    const { fundId, words, what } = form.values
    const claim = { fundId, words, what, spentOn: on.day, amountInMinor, isAnother: false, journey: null }
    const picture = { bytes: file.bytes, hash: receiptHash(sent) }
    const twice = { field: 'file', message: 'problem.receipt-twice' }
    const problem = await refusedAs(() => request.change((change) => claimExpense(change, claim, picture)), twice)
    if (problem) return showReceipt(request, reply.status(422), withProblems(form, problem))
    return reply.redirect('/expenses?done=claimed', 303)
  })

  app.get('/expenses/payee', claims, async (request, reply) => {
    const kept = await request.read(findOwnPayee)
    return reply.page(PayeePage({ page: request.page(), form: filledForm({ holder: kept?.holder ?? request.actor.name, iban: kept?.iban }) })) // biome-ignore format: one line
  })

  app.post('/expenses/payee', claims, async (request, reply) => {
    const form = readForm(payee, request.body)
    if (!form.valid) return reply.status(422).page(PayeePage({ page: request.page(), form }))
    await request.change((change) => sayWhereToPay(change, { holder: form.values.holder, iban: form.values.iban! }))
    return reply.redirect('/expenses?done=saved', 303)
  })

  app.post<OfClaim>('/expenses/claims/:claimId/withdrawal', claims, async (request, reply) => {
    await request.change((change) => withdrawClaim(change, request.params.claimId))
    return reply.redirect('/expenses?done=withdrawn', 303)
  })

  app.get('/expenses/claims', decides, (request, reply) => showClaims(request, reply, blankForm))

  app.post<OfClaim>('/expenses/claims/:claimId/decision', decides, async (request, reply) => {
    const { claimId } = request.params
    const form = readForm(z.object({ decision: z.enum(['APPROVED', 'DECLINED']) }), request.body)
    if (!form.valid) throw new Refusal('unreadable', 'request.unreadable')
    const why = typedText(form, `why-${claimId}`).trim()
    const message = why.length > 300 ? 'problem.long' : form.values.decision === 'DECLINED' && !why ? 'problem.why' : ''
    if (message) return showClaims(request, reply.status(422), withProblems(form, { field: `why-${claimId}`, message }))
    await request.change((change) => decideClaim(change, claimId, form.values.decision, why))
    return reply.redirect('/expenses/claims?done=decided', 303)
  })

  app.get<OfClaim>('/expenses/claims/:claimId/receipt', claims, async (request, reply) => {
    const bytes = await request.read(async (reading) => findReceipt(reading, (await getClaim(reading, request.params.claimId)).id)) // biome-ignore format: one line
    if (!bytes) throw new Refusal('not found', 'claim.no-receipt')
    return reply
      .type('image/jpeg')
      .header('content-disposition', 'attachment; filename="receipt.jpg"')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(bytes)
  })
}

/** What can be mended of a claim that a rule refused; undefined once it is kept. */
async function refusedAs(work: () => Promise<unknown>, twice: Problem): Promise<Problem | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    if (error instanceof Refusal && error.code === 'claim.twice') return twice
    if (error instanceof Refusal && error.code === 'claim.currency')
      return { field: 'fundId', message: 'problem.currency' }
    throw error
  }
}

function dayOfClaim(form: { typed: FormState<unknown>['typed'] }, now: Date): { day: Day } | { problem: Problem } {
  const today = dayAt(now)
  const day = readDay(form, 'on')
  if (day === undefined) return { problem: { field: 'on', message: 'problem.day' } }
  if (day && (day > today || day < addDays(today, -oldestInDays))) return { problem: { field: 'on', message: 'problem.day-range' } } // biome-ignore format: one line
  return { day: day ?? today }
}

async function showJourney(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const shown = await request.read(async (reading) => {
    const today = dayAt(reading.now)
    return { funds: await listFunds(reading, today), rates: await listRates(reading, today) }
  })
  return reply.page(JourneyPage({ page: request.page(), form, ...shown }))
}

async function showReceipt(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const funds = await request.read((reading) => listFunds(reading, dayAt(reading.now)))
  return reply.page(ReceiptPage({ page: request.page(), form, funds }))
}

async function showClaims(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const waiting = await request.read(listWaitingClaims)
  const more = { done: doneOf(request.query), mayKeep: request.actor.may.has('keep funds') }
  return reply.page(ClaimsPage({ page: request.page(), claims: waiting, form, ...more }))
}
