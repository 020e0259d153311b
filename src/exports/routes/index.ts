import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { filledForm, readForm } from '../../platform/web/form.ts'
import { decideExport, withdrawExport } from '../decide-export.ts'
import { getExportLimit, listExportRequests } from '../queries.ts'
import { setExportLimit } from '../set-export-limit.ts'
import { LimitPage } from '../views/limit-page.tsx'
import { RequestsPage } from '../views/requests-page.tsx'
import { words } from '../words.ts'

interface OfRequest {
  Params: { requestId: string }
}

const mostShown = 100
const deciding = { config: { may: 'approve exports', looks: 'none' } } as const
const coordinators = { config: { may: 'coordinate the partnership', looks: 'none' } } as const
const done = z.object({
  done: z.enum(['asked', 'approved', 'declined', 'withdrawn', 'set']).optional().catch(undefined),
})
const limit = z.object({
  people: z.coerce
    .number({ error: 'limit.number' })
    .int('limit.number')
    .min(1, 'limit.number')
    .max(100_000, 'limit.number'),
})

/** Files about many people: what was asked for, the yes or no to it, and from how many people on it is needed. */
export async function exportRequestRoutes(app: FastifyInstance): Promise<void> {
  app.get('/exports', { config: { may: 'signed-in', looks: 'personal' } }, async (request, reply) => {
    const rows = await request.read((reading) => {
      reading.look({ action: 'consult', fieldGroups: ['identity'] }) // a filter may hold a name
      return listExportRequests(reading, mostShown)
    })
    const page = request.page()
    const { done: what } = done.parse(request.query)
    const said = what && what !== 'set' ? words(page.locale)(`done.${what}`) : undefined
    const { actor } = request
    const mayDecide = actor.may.has('approve exports')
    return reply.page(RequestsPage({ page, rows, readerId: actor.userId, mayDecide, done: said }))
  })

  app.post<OfRequest>('/exports/:requestId/approval', deciding, async (request, reply) => {
    await request.change((change) => decideExport(change, request.params.requestId, true))
    return reply.redirect('/exports?done=approved', 303)
  })

  app.post<OfRequest>('/exports/:requestId/refusal', deciding, async (request, reply) => {
    await request.change((change) => decideExport(change, request.params.requestId, false))
    return reply.redirect('/exports?done=declined', 303)
  })

  app.post<OfRequest>(
    '/exports/:requestId/withdrawal',
    { config: { may: 'signed-in', looks: 'none' } },
    async (request, reply) => {
      await request.change((change) => withdrawExport(change, request.params.requestId))
      return reply.redirect('/exports?done=withdrawn', 303)
    },
  )

  app.get('/settings/exports', coordinators, async (request, reply) => {
    const people = await request.read(getExportLimit)
    const isDone = done.parse(request.query).done === 'set'
    const form = filledForm({ people: String(people) })
    return reply.page(LimitPage({ page: request.page(), may: request.actor.may, form, isDone }))
  })

  app.post('/settings/exports', coordinators, async (request, reply) => {
    const form = readForm(limit, request.body)
    if (!form.valid) {
      const shown = { page: request.page(), may: request.actor.may, form, isDone: false }
      return reply.status(422).page(LimitPage(shown))
    }
    await request.change((change) => setExportLimit(change, form.values.people))
    return reply.redirect('/settings/exports?done=set', 303)
  })
}
