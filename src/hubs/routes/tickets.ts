import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { dayAt } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, optionalText, readForm, withProblems } from '../../platform/web/form.ts'
import { checkHandOff, handOff } from '../hand-off.ts'
import { moveTicket } from '../move-ticket.ts'
import { getHub, listDesks } from '../queries/hubs.ts'
import { getTicket } from '../queries/tickets.ts'
import { moveNames } from '../ticket-states.ts'
import { HandOffPage } from '../views/hand-off-page.tsx'

interface OfTicket {
  Params: { ticketId: string }
}
const works = { config: { may: 'work on cases', looks: 'none' } } as const
const version = z.coerce.number().int().min(1)
const moved = z.object({ move: z.enum(moveNames), version })
const handed = z.object({
  toDeskId: z.uuid('hand-off.desk-missing'),
  line: optionalText(200, 'hand-off.line-long'),
  isAgreed: z.literal('yes', 'hand-off.yes-missing'),
  version,
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

  app.get<OfTicket>(
    '/hub-tickets/:ticketId/hand-off',
    { config: { may: 'work on cases', looks: 'personal' } },
    (request, reply) => showHandOff(request, reply, blankForm),
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
}

async function showHandOff(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const { ticketId } = request.params as OfTicket['Params']
  const shown = await request.read(async (reading) => {
    const ticket = await getTicket(reading, ticketId)
    const hub = await getHub(reading, ticket.hubId)
    const { personId, caseId } = ticket
    reading.look({
      action: 'consult',
      personIds: personId ? [personId] : [],
      caseIds: caseId ? [caseId] : [],
      fieldGroups: ['identity'],
    })
    const desks = await listDesks(reading, hub.id, dayAt(reading.now))
    return { hub, ticket, desks: desks.filter(({ id }) => id !== ticket.deskId) }
  })
  return reply.page(HandOffPage({ page: request.page(), ...shown, form }))
}
