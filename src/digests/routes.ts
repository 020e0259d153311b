import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { readForm } from '../platform/web/form.ts'
import { rhythms } from './choice.ts'
import { getOwnChoice, upsertOwnChoice } from './queries.ts'
import { NewsPage } from './views.tsx'

const mine = { config: { may: 'signed-in', looks: 'none' } } as const
const choice = z.object({
  rhythm: z.enum(rhythms, { error: 'problem.rhythm' }),
  hour: z.coerce.number({ error: 'problem.hour' }).int('problem.hour').min(0, 'problem.hour').max(23, 'problem.hour'),
})

/** How often one is mailed that there is news. */
export async function digestRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: { done?: string } }>('/account/news', mine, async (request, reply) => {
    const kept = await request.read(getOwnChoice)
    return reply.page(NewsPage({ page: request.page(), kept, problems: [], isDone: request.query.done === 'kept' }))
  })

  app.post('/account/news', mine, async (request, reply) => {
    const form = readForm(choice, request.body)
    if (!form.valid) {
      const kept = await request.read(getOwnChoice)
      return reply.status(422).page(NewsPage({ page: request.page(), kept, problems: form.problems, isDone: false }))
    }
    await request.change(async (change) => {
      await upsertOwnChoice(change, form.values)
      const { userId: subjectId } = change.actor
      change.record({ name: 'digest.chosen', subjectId, fieldGroup: 'administration', details: { ...form.values } })
    })
    return reply.redirect('/account/news?done=kept', 303)
  })
}
