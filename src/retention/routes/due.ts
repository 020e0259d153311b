import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { dayAt } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, readForm, text, withProblems } from '../../platform/web/form.ts'
import { proposeDisposal } from '../propose-disposal.ts'
import { countDue, listDue } from '../queries/due.ts'
import { listHolds } from '../queries/holds.ts'
import { getSchedule } from '../queries/schedule.ts'
import { classes } from '../rules.ts'
import { DuePage } from '../views/due-page.tsx'
import { HoldsPage } from '../views/holds-page.tsx'

const rowsOfPage = 50
const mostHolds = 200
const keepers = { config: { may: 'dispose of records', looks: 'personal' as const } }
const pageQuery = z.object({ page: z.coerce.number().int().min(1).max(1_000).catch(1) })
const proposal = z.object({
  classes: z.preprocess(
    (typed) => [typed ?? []].flat(),
    z.array(z.enum(classes, { error: 'problem.classes' })).min(1, 'problem.classes'),
  ),
  reason: text(500, { missing: 'problem.reason', long: 'problem.reason' }),
})

/** What has fallen due at the manager's agency, and putting it together to be disposed of. */
export async function dueRoutes(app: FastifyInstance): Promise<void> {
  app.get('/retention', keepers, (request, reply) => showDue(request, reply, blankForm))

  app.post(
    '/retention/disposals',
    { config: { may: 'dispose of records', looks: 'personal' } },
    async (request, reply) => {
      const form = readForm(proposal, request.body)
      if (!form.valid) return showDue(request, reply.status(422), fieldOfList(form))
      try {
        const id = await request.change((change) => proposeDisposal(change, form.values))
        return reply.redirect(`/retention/disposals/${id}?done=proposed`, 303)
      } catch (error) {
        if (!(error instanceof Refusal && error.code === 'disposal.nothing-due')) throw error
        const told = withProblems(form, { field: 'classes', message: 'problem.nothing-due' })
        return showDue(request, reply.status(422), told)
      }
    },
  )

  app.get('/retention/holds', keepers, async (request, reply) => {
    const holds = await request.read(async (reading) => {
      const found = await listHolds(reading, dayAt(reading.now), mostHolds)
      const personIds = found.flatMap(({ personId, name }) => (name ? [personId] : []))
      reading.look({ action: 'consult', personIds, fieldGroups: ['identity'] })
      return found
    })
    return reply.page(HoldsPage({ page: request.page(), may: request.actor.may, holds }))
  })
}

/** A problem of one box belongs to the list of boxes. */
const fieldOfList = (form: FormState<unknown>): FormState<unknown> => ({
  valid: false,
  typed: form.typed,
  problems: form.problems.map((each) => (each.field.startsWith('classes') ? { ...each, field: 'classes' } : each)),
})

async function showDue(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const { page: number } = pageQuery.parse(request.query)
  const shown = await request.read(async (reading) => {
    const today = dayAt(reading.now)
    const rows = await listDue(reading, today, rowsOfPage + 1, (number - 1) * rowsOfPage)
    const personIds = [...new Set(rows.map(({ personId }) => personId))]
    reading.look({ action: 'consult', personIds, fieldGroups: ['identity'] })
    return { rows, sums: await countDue(reading, today), edition: (await getSchedule(reading)).edition }
  })
  const rows = shown.rows.slice(0, rowsOfPage)
  const hasMore = shown.rows.length > rowsOfPage
  const { may } = request.actor
  return reply.page(DuePage({ page: request.page(), may, ...shown, rows, number, hasMore, form }))
}
