import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import { type FormState, filledForm, readForm, withProblems } from '../../platform/web/form.ts'
import { keepLeadTimes } from '../lead-times/keep-lead-times.ts'
import { type LeadKind, leadKinds } from '../lead-times/lead-kinds.ts'
import { getLeadTimes } from '../queries/lead-times.ts'
import { LeadTimesPage } from '../views/lead-times-page.tsx'

const coordinators = { config: { may: 'coordinate the partnership', looks: 'none' } } as const

const days = z
  .string({ error: 'problem.days' })
  .trim()
  .regex(/^\d{1,3}$/, 'problem.days')
  .transform(Number)
  .refine((count) => count >= 1 && count <= 730, 'problem.days')
const leadForm = z.object({
  ...(Object.fromEntries(leadKinds.map((kind) => [kind, days])) as Record<LeadKind, typeof days>),
  edition: z.coerce.number().int().min(1),
})

/** How long before release a kind of step has to begin: a coordinator edits it, and each edition is kept. */
export async function leadTimeRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: { done?: unknown } }>('/lead-times', coordinators, async (request, reply) => {
    const { kinds } = await request.read(getLeadTimes)
    const typed = Object.fromEntries(leadKinds.map((kind) => [kind, String(kinds[kind] ?? '')]))
    return show(request, reply, filledForm(typed), request.query.done === 'changed')
  })

  app.post<{ Body: unknown }>('/lead-times', coordinators, async (request, reply) => {
    const form = readForm(leadForm, request.body)
    if (!form.valid) return show(request, reply.status(422), form)
    const { edition, ...kinds } = form.values
    try {
      await request.change((change) => keepLeadTimes(change, edition, kinds))
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'lead-times.changed-meanwhile')) throw error
      const told = withProblems(form, { field: leadKinds[0], message: 'problem.lead-meanwhile' })
      return show(request, reply.status(409), told)
    }
    return reply.redirect('/lead-times?done=changed', 303)
  })
}

/** What counts stands beside what was typed, so that after another's change both are on the page. */
async function show(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>, isDone = false) {
  const current = await request.read(getLeadTimes)
  return reply.page(LeadTimesPage({ page: request.page(), may: request.actor.may, current, form, isDone }))
}
