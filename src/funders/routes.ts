import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { dayAt } from '../platform/calendar-day.ts'
import { readDay } from '../platform/web/day-field.ts'
import { blankForm, type FormState, type Problem, readForm, text, withProblems } from '../platform/web/form.ts'
import { deliveryFile } from './delivery-file.ts'
import { measures } from './measures.ts'
import { getTarget, listDelivered, listTargets } from './queries.ts'
import { removeTarget, setTarget } from './set-target.ts'
import { DeliveryPage } from './views/delivery-page.tsx'
import { RowsPage } from './views/rows-page.tsx'

const mostShown = 500
const highest = 10_000_000
const target = z.object({
  funder: text(120, { missing: 'problem.funder', long: 'problem.funder' }),
  measure: z.enum(measures, { error: 'problem.choose' }),
  target: z.coerce.number({ error: 'problem.target' }).int('problem.target').min(1, 'problem.target').max(highest, 'problem.target'), // biome-ignore format: one line
})
const delivers = { config: { may: 'see delivery', looks: 'none' } } as const // numbers, and rows without a name
interface OfTarget {
  Params: { targetId: string }
}

/** The funder's page: what was promised and what was delivered, each number with its rows. */
export async function funderRoutes(app: FastifyInstance): Promise<void> {
  app.get('/delivery', delivers, (request, reply) => showDelivery(request, reply, blankForm))

  app.post('/delivery', delivers, async (request, reply) => {
    const form = readForm(target, request.body)
    const [fromOn, untilOn] = [readDay(form, 'from'), readDay(form, 'until')]
    const problems: Problem[] = []
    if (!fromOn) problems.push({ field: 'from', message: 'problem.day' })
    if (!untilOn) problems.push({ field: 'until', message: 'problem.day' })
    else if (fromOn && untilOn < fromOn) problems.push({ field: 'until', message: 'problem.until' })
    if (!form.valid || !fromOn || !untilOn || problems.length > 0)
      return showDelivery(request, reply.status(422), withProblems(form, ...problems))
    await request.change((change) => setTarget(change, { ...form.values, fromOn, untilOn }))
    return reply.redirect('/delivery', 303)
  })

  app.get('/delivery.csv', delivers, async (request, reply) => {
    const targets = await request.report(listTargets)
    const today = dayAt(app.database.clock.now())
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="delivery-${today}.csv"`)
      .send(deliveryFile(request.page().locale, targets, today))
  })

  app.get<OfTarget>('/delivery/:targetId', delivers, async (request, reply) => {
    const shown = await request.report(async (reading) => {
      const of = await getTarget(reading, request.params.targetId)
      return { of, rows: await listDelivered(reading, of) }
    })
    return reply.page(RowsPage({ page: request.page(), ...shown, mostShown }))
  })

  app.post<OfTarget>('/delivery/:targetId/removal', delivers, async (request, reply) => {
    await request.change((change) => removeTarget(change, request.params.targetId))
    return reply.redirect('/delivery', 303)
  })
}

async function showDelivery(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const targets = await request.report(listTargets)
  const mayClaim = request.actor.may.has('keep contracts')
  return reply.page(DeliveryPage({ page: request.page(), targets, mayClaim, form }))
}
