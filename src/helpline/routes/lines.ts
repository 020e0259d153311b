import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { blankForm, type FormState, filledForm, optionalText, readForm, text } from '../../platform/web/form.ts'
import { changeHelpline, makeSwitchKey, openHelpline } from '../keep-line.ts'
import { getHelpline, listHelplines } from '../queries/lines.ts'
import { LinesPage } from '../views/lines-page.tsx'
import { SetUpPage, SwitchKeyPage } from '../views/set-up-page.tsx'
import { mayRunHelpline } from '../who-runs.ts'
import type { OfLine } from './board.ts'

const sees = { config: { may: 'see the helpline', looks: 'none' } } as const
const runs = { config: { may: 'run a helpline', looks: 'none' } } as const
const line = {
  name: text(80, { missing: 'lines.name-missing', long: 'lines.name-long' }),
  phone: optionalText(40, 'lines.phone-long'),
}
const newLine = z.object(line)
const keptLine = z.object({ ...line, version: z.coerce.number().int().min(1) })

/** The lines of the reader's agency, and how each is set up. */
export async function lineRoutes(app: FastifyInstance): Promise<void> {
  app.get('/helpline', sees, async (request, reply) => {
    const lines = await request.read(listHelplines)
    const isOnly = lines.length === 1 && !('all' in (request.query as object))
    return isOnly ? reply.redirect(`/helpline/${lines[0]!.id}`, 303) : showLines(request, reply, blankForm)
  })

  app.post('/helpline', runs, async (request, reply) => {
    const form = readForm(newLine, request.body)
    if (!form.valid) return showLines(request, reply.status(422), form)
    const id = await request.change((change) => openHelpline(change, form.values))
    return reply.redirect(`/helpline/${id}/rota`, 303)
  })

  app.get<OfLine>('/helpline/:lineId/set-up', runs, (request, reply) => showSetUp(request, reply, blankForm))

  app.post<OfLine>('/helpline/:lineId/set-up', runs, async (request, reply) => {
    const { lineId } = request.params
    const form = readForm(keptLine, request.body)
    if (!form.valid) return showSetUp(request, reply.status(422), form)
    const { version, ...said } = form.values
    await request.change((change) => changeHelpline(change, { id: lineId, version }, said))
    return reply.redirect(`/helpline/${lineId}`, 303)
  })

  app.post<OfLine>(
    '/helpline/:lineId/switch-key',
    { config: { ...runs.config, asksAgain: true } },
    async (request, reply) => {
      const { lineId } = request.params
      const secret = await request.change((change) => makeSwitchKey(change, lineId))
      return reply.page(SwitchKeyPage({ page: request.page(), lineId, secret, address: addressOf(app, lineId) }))
    },
  )
}

const addressOf = (app: FastifyInstance, lineId: string) => `${app.site.publicUrl}/helpline-telephony/${lineId}`

async function showLines(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const lines = await request.read(listHelplines)
  const { may, agencyKind } = request.actor
  return reply.page(
    LinesPage({
      page: request.page(),
      lines,
      form,
      mayOpen: may.has('run a helpline') && mayRunHelpline(agencyKind),
      mayKeepNumbers: may.has('keep helpline numbers'),
    }),
  )
}

async function showSetUp(request: FastifyRequest, reply: FastifyReply, sent: FormState<unknown>) {
  const { lineId } = request.params as OfLine['Params']
  const found = await request.read((reading) => getHelpline(reading, lineId))
  const form = sent.problems.length > 0 ? sent : filledForm({ name: found.name, phone: found.phone })
  return reply.page(SetUpPage({ page: request.page(), line: found, form, address: addressOf(request.server, lineId) }))
}
