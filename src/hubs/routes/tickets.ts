import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getCaseFrame, mayWrite } from '../../cases/index.ts'
import { isOpen, listNeeds, pathways, readPathwayNames } from '../../needs/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, optionalText, readForm, typedText, withProblems } from '../../platform/web/form.ts'
import type { Locale } from '../../platform/words.ts'
import { declineReasons } from '../../referrals/index.ts'
import { checkHandOff, handOff } from '../hand-off.ts'
import { declineHandOff, moveTicket } from '../move-ticket.ts'
import { getHub, listDesks } from '../queries/hubs.ts'
import { getTicket, type Ticket } from '../queries/tickets.ts'
import { readServicesToAsk } from '../refer-on-the-spot.ts'
import { moveNames } from '../ticket-states.ts'
import { CannotTakePage } from '../views/cannot-take-page.tsx'
import { HandOffPage, type NeedChoice } from '../views/hand-off-page.tsx'

interface OfTicket {
  Params: { ticketId: string }
}
const works = { config: { may: 'work on cases', looks: 'none' } } as const
const shows = { config: { may: 'work on cases', looks: 'personal' } } as const
const version = z.coerce.number().int().min(1)
const moved = z.object({ move: z.enum(moveNames), version })
const handed = z.object({
  toDeskId: z.uuid('hand-off.desk-missing'),
  line: optionalText(200, 'hand-off.line-long'),
  need: z.union([z.literal(''), z.enum(pathways), z.uuid()], 'hand-off.need-wrong').default(''),
  serviceId: z.union([z.literal(''), z.uuid()], 'hand-off.which-service').default(''),
  isAgreed: z.literal('yes', 'hand-off.yes-missing'),
  version,
})
const declined = z
  .object({
    reason: z.enum(declineReasons, 'cannot-take.reason-missing'),
    words: optionalText(500, 'cannot-take.words-long'),
    version,
  })
  .refine(({ reason, words }) => reason !== 'OTHER' || words !== '', {
    path: ['words'],
    error: 'cannot-take.words-missing',
  })

/** What is done with a line of the queue. */
export async function ticketRoutes(app: FastifyInstance): Promise<void> {
  app.post<OfTicket>('/hub-tickets/:ticketId/moves', works, async (request, reply) => {
    const form = moved.safeParse(request.body)
    if (!form.success) throw new Refusal('unreadable', 'request.unreadable')
    const { hubId } = await request.change((change) =>
      moveTicket(change, request.params.ticketId, form.data.move, form.data.version),
    )
    return reply.redirect(`/hubs/${hubId}`, 303)
  })

  app.get<OfTicket>('/hub-tickets/:ticketId/hand-off', shows, (request, reply) =>
    showHandOff(request, reply, blankForm),
  )

  app.post<OfTicket>('/hub-tickets/:ticketId/hand-off', works, async (request, reply) => {
    const { ticketId } = request.params
    const form = readForm(handed, request.body)
    if (!form.valid) return showHandOff(request, reply.status(422), form)
    const problem = await request.read((reading) => checkHandOff(reading, ticketId, form.values))
    if (problem) return showHandOff(request, reply.status(422), withProblems(form, problem))
    const { hubId } = await request.change((change) => handOff(change, ticketId, form.values))
    return reply.redirect(`/hubs/${hubId}`, 303)
  })

  app.get<OfTicket>('/hub-tickets/:ticketId/cannot-take', shows, (request, reply) =>
    showCannotTake(request, reply, blankForm),
  )

  app.post<OfTicket>('/hub-tickets/:ticketId/cannot-take', works, async (request, reply) => {
    const form = readForm(declined, request.body)
    if (!form.valid) return showCannotTake(request, reply.status(422), form)
    const { hubId } = await request.change((change) => declineHandOff(change, request.params.ticketId, form.values))
    return reply.redirect(`/hubs/${hubId}`, 303)
  })
}

async function showHandOff(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const page = request.page()
  const shown = await request.read(async (reading) => {
    const ticket = await lookAt(reading, (request.params as OfTicket['Params']).ticketId)
    const hub = await getHub(reading, ticket.hubId)
    const desks = (await listDesks(reading, hub.id, dayAt(reading.now))).filter(({ id }) => id !== ticket.deskId)
    const to = desks.find(({ id }) => id === typedText(form, 'toDeskId'))
    const needs = await readNeeds(reading, ticket, page.locale)
    const asksService = to && form.problems.some(({ field }) => field === 'serviceId')
    const services = asksService ? await readServicesToAsk(reading, ticket, to, typedText(form, 'need')) : []
    return { hub, ticket, desks, needs, services: Array.isArray(services) ? services : [] }
  })
  return reply.page(HandOffPage({ page, ...shown, form }))
}

/** What a referral may be for: what is open, or a new need of one kind. Nothing where the reader refers nobody. */
async function readNeeds(reading: Reading, { caseId }: Ticket, locale: Locale): Promise<NeedChoice[]> {
  const frame = caseId ? await getCaseFrame(reading, caseId) : undefined
  if (!frame || !mayWrite(frame, 'referrals') || !mayWrite(frame, 'needs')) return []
  const nameOf = await readPathwayNames(reading, locale)
  const open = (await listNeeds(reading, frame.caseId)).filter((need) => isOpen(need.status))
  return [
    ...open.map(({ id, pathway, words }) => ({ value: id, pathway: nameOf(pathway), words })),
    ...pathways.map((pathway) => ({ value: pathway, pathway: nameOf(pathway), words: null })),
  ]
}

async function showCannotTake(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const ticket = await request.read(async (reading) => {
    const ticket = await lookAt(reading, (request.params as OfTicket['Params']).ticketId)
    if (!ticket.handOffId || ticket.deskAgencyId !== reading.actor.agencyId) {
      throw new Refusal('not found', 'hub.ticket-not-found')
    }
    return ticket
  })
  return reply.page(CannotTakePage({ page: request.page(), ticket, form }))
}

async function lookAt(reading: Reading, ticketId: string): Promise<Ticket> {
  const ticket = await getTicket(reading, ticketId)
  const { personId, caseId } = ticket
  reading.look({
    action: 'consult',
    personIds: personId ? [personId] : [],
    caseIds: caseId ? [caseId] : [],
    fieldGroups: ['identity', 'needs'],
  })
  return ticket
}
