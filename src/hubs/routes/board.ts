import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getAppointment } from '../../appointments/index.ts'
import { findPeople } from '../../people/index.ts'
import { addDays, dayAt } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, optionalText, readForm, withProblems } from '../../platform/web/form.ts'
import { bePresent, sayDay } from '../keep-hub.ts'
import { getHub, listDesks } from '../queries/hubs.ts'
import { readBoard, readLiveBoard } from '../read-board.ts'
import { shareDesks } from '../shared-desks.ts'
import { takeIn } from '../take-in.ts'
import { BoardPage, boardFragment } from '../views/board-page.tsx'
import { WalkInPage } from '../views/walk-in-page.tsx'

export interface OfHub {
  Params: { hubId: string }
}
const sees = { config: { may: 'see cases', looks: 'personal' } } as const
const works = { config: { may: 'work on cases', looks: 'none' } } as const

const walkIn = z.object({
  deskId: z.uuid('walk-in.desk-missing'),
  caseId: optionalText(40, 'walk-in.desk-missing'),
  firstName: optionalText(40, 'walk-in.name-long'),
  why: optionalText(200, 'walk-in.why-long'),
})
const inOrOut = z.object({ isIn: z.enum(['yes', 'no'], { error: 'walk-in.desk-missing' }) })

/** Today's board, who is in, and people who come. */
export async function boardRoutes(app: FastifyInstance): Promise<void> {
  const readToday = shareDesks((hubId) => app.site.live?.changesOf(hubId))

  app.get<OfHub>('/hubs/:hubId', sees, async (request, reply) => {
    const board = await request.read((reading) => readBoard(reading, request.params.hubId))
    const mayWork = request.actor.may.has('work on cases')
    const done = z
      .enum(['new', 'joined', 'there'])
      .optional()
      .catch(undefined)
      .parse((request.query as { done?: unknown }).done)
    return reply.page(BoardPage({ page: request.page(), board, mayWork, done, agencyId: request.actor.agencyId }))
  })

  app.get<OfHub>('/hubs/:hubId/part', sees, async (request, reply) => {
    const board = await request.read((reading) => readLiveBoard(reading, request.params.hubId, readToday))
    const mayWork = request.actor.may.has('work on cases')
    const part = boardFragment({ page: request.page(), board, mayWork, agencyId: request.actor.agencyId })
    return reply.type('text/html; charset=utf-8').send(`${await part}`)
  })

  app.post<OfHub>('/hubs/:hubId/presence', works, async (request, reply) => {
    const form = readForm(inOrOut, request.body)
    if (!form.valid) throw new Refusal('unreadable', 'request.unreadable')
    await request.change((change) => bePresent(change, request.params.hubId, form.values.isIn === 'yes'))
    return reply.redirect(`/hubs/${request.params.hubId}`, 303)
  })

  app.post<OfHub>('/hubs/:hubId/tomorrow', works, async (request, reply) => {
    const form = readForm(inOrOut, request.body)
    if (!form.valid) throw new Refusal('unreadable', 'request.unreadable')
    const tomorrow = addDays(dayAt(app.database.clock.now()), 1)
    await request.change((change) => sayDay(change, request.params.hubId, tomorrow, form.values.isIn === 'yes'))
    return reply.redirect(`/hubs/${request.params.hubId}`, 303)
  })

  app.get<OfHub>('/hubs/:hubId/walk-ins/new', sees, (request, reply) => showWalkIn(request, reply, blankForm))

  app.post<OfHub>('/hubs/:hubId/walk-ins', works, async (request, reply) => {
    const { hubId } = request.params
    const form = readForm(walkIn, request.body)
    if (!form.valid) return showWalkIn(request, reply.status(422), form)
    const { deskId, caseId, firstName, why } = form.values
    if (!caseId && !firstName) {
      const problem = { field: 'firstName', message: 'walk-in.name-missing' }
      return showWalkIn(request, reply.status(422), withProblems(form, problem))
    }
    const done = await request.change(async (change) => {
      const personId = caseId ? await personOf(change, String(form.typed['q'] ?? ''), caseId) : null
      return takeIn(change, hubId, {
        deskId,
        source: 'DESK',
        personId,
        caseId: caseId || null,
        firstName: caseId ? '' : firstName,
        why,
        appointmentId: null,
      })
    })
    return reply.redirect(`/hubs/${hubId}?done=${done}`, 303)
  })

  app.post<{ Params: { hubId: string; appointmentId: string } }>(
    '/hubs/:hubId/appointments/:appointmentId/arrival',
    works,
    async (request, reply) => {
      const { hubId, appointmentId } = request.params
      const done = await request.change(async (change) => {
        const { personId, caseId, withAgencyId } = await getAppointment(change, appointmentId)
        const desks = await listDesks(change, (await getHub(change, hubId)).id, dayAt(change.now))
        const desk = [withAgencyId, change.actor.agencyId].flatMap(
          (id) => desks.find(({ agencyId }) => agencyId === id) ?? [],
        )[0]
        if (!desk) throw new Refusal('not allowed', 'hub.no-desk')
        return takeIn(change, hubId, {
          deskId: desk.id,
          source: 'APPOINTMENT',
          personId,
          caseId,
          firstName: '',
          why: '',
          appointmentId,
        })
      })
      return reply.redirect(`/hubs/${hubId}?done=${done}`, 303)
    },
  )
}

/** Of those whom the reader finds by what they typed. @throws Refusal `person.not-found` */
async function personOf(reading: Reading, sought: string, caseId: string): Promise<string> {
  const found = (await findPeople(reading, sought)).find((person) => person.caseId === caseId)
  if (!found) throw new Refusal('not found', 'person.not-found')
  return found.personId
}

async function showWalkIn(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const { hubId } = request.params as OfHub['Params']
  const sent = (request.query as { q?: unknown }).q ?? form.typed['q']
  const sought = typeof sent === 'string' ? sent.slice(0, 100) : ''
  const shown = await request.read(async (reading) => {
    const hub = await getHub(reading, hubId)
    const found = sought ? await findPeople(reading, sought) : []
    const [personIds, caseIds] = [found.map(({ personId }) => personId), found.map((person) => person.caseId)]
    reading.look({ action: 'search', personIds, caseIds, fieldGroups: ['identity'] })
    return { hub, found, desks: await listDesks(reading, hub.id, dayAt(reading.now)) }
  })
  return reply.page(WalkInPage({ page: request.page(), ...shown, sought, form, agencyId: request.actor.agencyId }))
}
