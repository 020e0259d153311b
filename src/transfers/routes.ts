import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getCaseFrame } from '../cases/index.ts'
import { dayAt } from '../platform/calendar-day.ts'
import type { Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { readDay } from '../platform/web/day-field.ts'
import { blankForm, type FormState, readForm, text, withProblems } from '../platform/web/form.ts'
import { acceptTransfer, cancelTransfer, declineTransfer } from './answer-transfer.ts'
import { type Proposal, proposeTransfer } from './propose-transfer.ts'
import { getStanding, getTransfer, listHands, listTakers, listTransfers } from './queries.ts'
import { ProposePage } from './views/propose.tsx'
import { TransferPage } from './views/transfer.tsx'
import { TransfersPage } from './views/transfers.tsx'

const rowsOfPage = 25
const sees = { config: { may: 'see cases', looks: 'personal' } } as const
const proposes = { config: { may: 'name workers', looks: 'personal' } } as const
const changes = { config: { may: 'name workers', looks: 'none' } } as const
const proposal = z.object({
  toAgencyId: z.uuid({ error: 'problem.agency' }),
  reason: text(1_000, { missing: 'problem.reason', long: 'problem.reason-long' }),
})
const hand = z.object({
  hands: z.string({ error: 'problem.hands' }).regex(/^(account|team):[\da-f-]{36}$/, 'problem.hands'),
})
const no = z.object({ reason: text(1_000, { missing: 'problem.no', long: 'problem.reason-long' }) })
const listQuery = z.object({
  side: z.enum(['to', 'from']).catch('to'),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
})

/** Offering a case to another agency, and answering what was offered. */
export async function transferRoutes(app: FastifyInstance): Promise<void> {
  app.get('/transfers', sees, async (request, reply) => {
    const { side, page: number } = listQuery.parse(request.query)
    const found = await request.read(async (reading) => {
      const place = { limit: rowsOfPage + 1, offset: (number - 1) * rowsOfPage }
      const rows = await listTransfers(reading, { side: side === 'to' ? 'TO' : 'FROM', ...place })
      const seen = rows.filter(({ personName }) => personName !== null)
      const [personIds, caseIds] = [seen.map(({ personId }) => personId), seen.map(({ caseId }) => caseId)]
      reading.look({ action: 'consult', personIds, caseIds, fieldGroups: ['identity'] })
      return rows
    })
    const rows = found.slice(0, rowsOfPage)
    return reply.page(TransfersPage({ page: request.page(), side, rows, number, hasMore: found.length > rowsOfPage }))
  })

  app.get<OfCase>('/cases/:caseId/transfer', proposes, (request, reply) => showProposal(request, reply, blankForm))

  app.post<OfCase>('/cases/:caseId/transfer', changes, async (request, reply) => {
    const form = readProposal(request.body, dayAt(app.database.clock.now()))
    if (!form.valid) return showProposal(request, reply.status(422), form)
    const id = await request.change((change) => proposeTransfer(change, request.params.caseId, form.values))
    return reply.redirect(`/transfers/${id}`, 303)
  })

  app.get<OfTransfer>('/transfers/:transferId', sees, (request, reply) => showTransfer(request, reply, blankForm))

  app.post<OfTransfer>('/transfers/:transferId/accept', changes, async (request, reply) => {
    const form = readForm(hand, request.body)
    if (!form.valid) return showTransfer(request, reply.status(422), form)
    const { caseId } = await request.change((c) => acceptTransfer(c, request.params.transferId, form.values.hands))
    return reply.redirect(`/cases/${caseId}/team`, 303)
  })

  app.post<OfTransfer>('/transfers/:transferId/decline', changes, async (request, reply) => {
    const form = readForm(no, request.body)
    if (!form.valid) return showTransfer(request, reply.status(422), form)
    await request.change((change) => declineTransfer(change, request.params.transferId, form.values.reason))
    return reply.redirect('/transfers', 303)
  })

  app.post<OfTransfer>('/transfers/:transferId/cancel', changes, async (request, reply) => {
    await request.change((change) => cancelTransfer(change, request.params.transferId))
    return reply.redirect(`/transfers/${request.params.transferId}`, 303)
  })
}

function readProposal(body: unknown, today: string): FormState<Proposal> {
  const form = readForm(proposal, body)
  const byOn = readDay(form, 'byOn')
  const message = !byOn ? 'problem.day' : byOn < today ? 'problem.day-past' : undefined
  const { typed, problems } = form
  if (message) return withProblems<Proposal>({ valid: false, typed, problems }, { field: 'byOn', message })
  if (!form.valid) return { valid: false, typed, problems }
  return { ...form, values: { ...form.values, byOn: byOn! } }
}

/** Who may not propose is told so before anything is typed. */
async function showProposal(request: FastifyRequest<OfCase>, reply: FastifyReply, form: FormState<unknown>) {
  const { caseId } = request.params
  const found = await request.read(async (reading) => {
    const frame = await getCaseFrame(reading, caseId)
    const { isOurs, mayPropose, isOpen, isRestricted, proposedId, handoverId } = await getStanding(reading, caseId)
    if (!isOurs || !mayPropose) throw new Refusal('not allowed', 'transfer.not-theirs')
    if (!isOpen || isRestricted) throw new Refusal('conflict', 'transfer.restricted')
    reading.look({ action: 'consult', personIds: [frame.personId], caseIds: [caseId], fieldGroups: ['identity'] })
    return { frame, takers: await listTakers(reading, caseId), proposedId, handoverId }
  })
  if (found.proposedId) return reply.redirect(`/transfers/${found.proposedId}`, 303)
  if (found.handoverId) return reply.redirect(`/handovers/${found.handoverId}`, 303)
  return reply.page(ProposePage({ page: request.page(), ...found, form }))
}

async function showTransfer(request: FastifyRequest<OfTransfer>, reply: FastifyReply, form: FormState<unknown>) {
  const found = await request.read((reading) => readTransfer(reading, request.params.transferId))
  const mayAnswer = request.actor.may.has('name workers')
  return reply.page(TransferPage({ page: request.page(), ...found, mayAnswer, agencyId: request.actor.agencyId, form }))
}

async function readTransfer(reading: Reading, id: string) {
  const transfer = await getTransfer(reading, id)
  const { personId, caseId, personName } = transfer
  const about = personName === null ? {} : { personIds: [personId], caseIds: [caseId] }
  reading.look({ action: 'consult', ...about, fieldGroups: ['identity'] })
  return { transfer, hands: transfer.toAgencyId === reading.actor.agencyId ? await listHands(reading) : [] }
}

interface OfCase {
  Params: { caseId: string }
}
interface OfTransfer {
  Params: { transferId: string }
}
