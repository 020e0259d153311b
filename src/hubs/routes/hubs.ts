import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listAgencies } from '../../agencies/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, readForm, text, withProblems } from '../../platform/web/form.ts'
import { addDesk, closeHub, endDesk, openHub } from '../keep-hub.ts'
import { getHub, listDesks, listHubs } from '../queries/hubs.ts'
import { listScreens } from '../queries/screens.ts'
import { shownCode } from '../screen-codes.ts'
import { endScreen, startScreen } from '../start-screen.ts'
import { HubsPage } from '../views/hubs-page.tsx'
import { CodePage, SetUpPage } from '../views/set-up-page.tsx'
import type { OfHub } from './board.ts'

const sees = { config: { may: 'see cases', looks: 'none' } } as const
const works = { config: { may: 'work on cases', looks: 'none' } } as const
const name = text(80, { missing: 'hubs.name-missing', long: 'hubs.name-long' })
const newHub = z.object({
  name,
  place: text(200, { missing: 'hubs.place-missing', long: 'hubs.place-long' }),
  desk: name,
})
const newDesk = z.object({
  agencyId: z.uuid('set-up.agency-missing'),
  name,
  weekdays: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((typed) =>
      [typed ?? []]
        .flat()
        .map(Number)
        .filter((day) => day >= 1 && day <= 7),
    ),
})
const kind = z.object({ kind: z.enum(['KIOSK', 'WALL']) })

/** The hubs of the reader's agency; their desks and screens. */
export async function hubPageRoutes(app: FastifyInstance): Promise<void> {
  app.get('/hubs', sees, (request, reply) => showHubs(request, reply, blankForm))

  app.post('/hubs', works, async (request, reply) => {
    const form = readForm(newHub, request.body)
    if (!form.valid) return showHubs(request, reply.status(422), form)
    const id = await request.change((change) => openHub(change, form.values))
    return reply.redirect(`/hubs/${id}/set-up`, 303)
  })

  app.get<OfHub>('/hubs/:hubId/set-up', sees, (request, reply) => showSetUp(request, reply, blankForm))

  app.post<OfHub>('/hubs/:hubId/desks', works, async (request, reply) => {
    const form = readForm(newDesk, request.body)
    if (!form.valid) return showSetUp(request, reply.status(422), form)
    await request.change((change) => addDesk(change, request.params.hubId, form.values))
    return reply.redirect(`/hubs/${request.params.hubId}/set-up`, 303)
  })

  app.post<{ Params: { hubId: string; deskId: string } }>(
    '/hubs/:hubId/desks/:deskId/end',
    works,
    async (request, reply) => {
      await request.change((change) => endDesk(change, request.params.hubId, request.params.deskId))
      return reply.redirect(`/hubs/${request.params.hubId}/set-up`, 303)
    },
  )

  app.post<OfHub>('/hubs/:hubId/close', works, async (request, reply) => {
    try {
      await request.change((change) => closeHub(change, request.params.hubId))
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'hub.somebody-waits') throw error
      const form = withProblems(readForm(z.unknown(), request.body), { field: 'close', message: 'close.waits' })
      return showSetUp(request, reply.status(422), form)
    }
    return reply.redirect('/hubs', 303)
  })

  app.post<OfHub>('/hubs/:hubId/screens', works, async (request, reply) => {
    const form = kind.safeParse(request.body)
    if (!form.success) throw new Refusal('unreadable', 'request.unreadable')
    const { hubId } = request.params
    const code = await request.change((change) => startScreen(change, hubId, form.data.kind))
    const address = `${app.site.publicUrl}/screens`
    return reply.page(CodePage({ page: request.page(), hubId, kind: form.data.kind, code: shownCode(code), address }))
  })

  app.post<{ Params: { hubId: string; screenId: string } }>(
    '/hubs/:hubId/screens/:screenId/end',
    works,
    async (request, reply) => {
      await request.change((change) => endScreen(change, request.params.hubId, request.params.screenId))
      return reply.redirect(`/hubs/${request.params.hubId}/set-up`, 303)
    },
  )
}

async function showHubs(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const hubs = await request.read(listHubs)
  return reply.page(HubsPage({ page: request.page(), hubs, form, mayOpen: request.actor.roles.includes('MANAGER') }))
}

async function showSetUp(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const { hubId } = request.params as OfHub['Params']
  const shown = await request.read(async (reading) => {
    const hub = await getHub(reading, hubId)
    const desks = await listDesks(reading, hub.id, dayAt(reading.now))
    return { hub, desks, screens: await listScreens(reading, hub.id), agencies: await listAgencies(reading) }
  })
  const { roles, agencyId } = request.actor
  const mayKeep = roles.includes('MANAGER') && shown.hub.agencyId === agencyId
  return reply.page(SetUpPage({ page: request.page(), ...shown, mayKeep, form }))
}
