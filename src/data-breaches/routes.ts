import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { markExport, markedFile } from '../exports/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { blankForm, type FormState, filledForm, withProblems } from '../platform/web/form.ts'
import { readBreach, typedBreach } from './breach-form.ts'
import { kinds } from './clock.ts'
import { getBreach, listBreaches } from './queries.ts'
import { changeBreach, recordBreach } from './record-breach.ts'
import { csvHeader, csvRow } from './register-csv.ts'
import { BreachPage } from './views/breach-page.tsx'
import { RegisterPage } from './views/register-page.tsx'
import { words } from './words.ts'

interface OfBreach {
  Params: { id: string }
  Querystring: { done?: string }
}

const rowsOfPage = 50
const mostInFile = 5_000
const leads = { config: { may: 'keep breaches', looks: 'none' as const } }
const query = z.object({
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
  kind: z.enum(kinds).optional().catch(undefined),
  open: z.literal('yes').optional().catch(undefined),
})

/** The register of data breaches, with the clock of each. */
export async function breachRoutes(app: FastifyInstance): Promise<void> {
  app.get('/data-breaches', leads, async (request, reply) => {
    const { page: number, kind, open } = query.parse(request.query)
    const filter = { kind, isOpen: open === 'yes' }
    const found = await request.read((reading) =>
      listBreaches(reading, filter, rowsOfPage + 1, (number - 1) * rowsOfPage),
    )
    const shown = { rows: found.slice(0, rowsOfPage), filter, number, hasMore: found.length > rowsOfPage }
    return reply.page(RegisterPage({ page: request.page(), may: request.actor.may, ...shown }))
  })

  app.get(
    '/data-breaches.csv',
    { config: { ...leads.config, looks: 'personal', asksAgain: true } },
    async (request, reply) => {
      const { kind, open } = query.parse(request.query)
      const { mark, all } = await request.read(async (reading) => {
        const mark = markExport(reading)
        reading.look({ action: 'export', fieldGroups: ['administration'], details: { number: mark.number } })
        return { mark, all: await listBreaches(reading, { kind, isOpen: open === 'yes' }, mostInFile, 0) }
      })
      const { locale, now } = request.page()
      const rows = all.map((breach) => csvRow(locale, breach, now))
      const { fileName, csv } = markedFile(locale, mark, { name: 'data-breaches', header: csvHeader(locale), rows })
      reply.header('content-disposition', `attachment; filename="${fileName}"`)
      return reply.type('text/csv; charset=utf-8').send(csv)
    },
  )

  app.get('/data-breaches/new', leads, (request, reply) =>
    reply.page(BreachPage({ page: request.page(), may: request.actor.may, form: blankForm })),
  )

  app.post('/data-breaches', leads, async (request, reply) => {
    const form = readBreach(request.body, app.database.clock.now())
    if (!form.valid) {
      return reply.status(422).page(BreachPage({ page: request.page(), may: request.actor.may, form }))
    }
    const { version: _version, ...fields } = form.values
    const id = await request.change((change) => recordBreach(change, fields))
    return reply.redirect(`/data-breaches/${id}?done=kept`, 303)
  })

  app.get<OfBreach>('/data-breaches/:id', leads, (request, reply) => show(request, reply))

  app.post<OfBreach>('/data-breaches/:id', leads, async (request, reply) => {
    const form = readBreach(request.body, app.database.clock.now())
    if (!form.valid) return show(request, reply.status(422), form)
    const { id } = request.params
    const { version, ...fields } = form.values
    try {
      await request.change((change) => changeBreach(change, id, version, fields))
      return reply.redirect(`/data-breaches/${id}?done=kept`, 303)
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'breach.changed-meanwhile')) throw error
      const told = withProblems(form, { field: 'whatHappened', message: 'problem.meanwhile' })
      return show(request, reply.status(409), told)
    }
  })
}

async function show(request: FastifyRequest<OfBreach>, reply: FastifyReply, form?: FormState<unknown>) {
  const breach = await request.read((reading) => getBreach(reading, request.params.id))
  const page = request.page()
  const done = request.query.done === 'kept' ? words(page.locale)('done') : undefined
  const filled = form ?? filledForm(typedBreach(breach))
  return reply.page(BreachPage({ page, may: request.actor.may, breach, form: filled, done }))
}
