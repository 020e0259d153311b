import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { dayAt } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, readForm, type Typed, text, typedList, typedText } from '../../platform/web/form.ts'
import { receiveMany, type Ticked, weighReceptions } from '../moves/receive-many.ts'
import { ArrivalsPage } from '../moves/views/arrivals.tsx'
import { CheckArrivalsPage } from '../moves/views/check-arrivals.tsx'
import { QuietPage } from '../moves/views/quiet.tsx'
import { listArrived, listExpected, listOut } from '../queries/arrivals.ts'
import { listQuiet } from '../queries/quiet.ts'

const mostAtOnce = 500
const longestPlace = 40
const uuid = z.guid()
const ticks = z.object({
  personId: z
    .union([z.array(uuid).max(mostAtOnce), uuid.transform((id) => [id])], { error: 'arrivals.problem-who' })
    .pipe(z.array(z.string()).min(1, 'arrivals.problem-who')),
  wing: text(longestPlace, { missing: 'arrivals.problem-wing', long: 'problem.long' }),
})
const outcome = z.object({
  received: z.coerce.number().int().min(0).max(mostAtOnce).optional().catch(undefined),
  failed: z
    .string()
    .max(40 * mostAtOnce)
    .default('')
    .catch(''),
})

/** Whom a prison expects, and receiving many at once: ticked, checked, received, with what failed said for each. */
export async function arrivalRoutes(app: FastifyInstance): Promise<void> {
  app.get('/arrivals', { config: { may: 'see cases', looks: 'personal' } }, (request, reply) =>
    show(request, reply, blankForm),
  )

  app.get('/quiet-cases', { config: { may: 'see cases', looks: 'personal' } }, async (request, reply) => {
    const shown = await request.read(async (reading) => {
      const found = await listQuiet(reading)
      const [personIds, caseIds] = [found.cases.map((each) => each.personId), found.cases.map((each) => each.caseId)]
      reading.look({ action: 'consult', personIds, caseIds, fieldGroups: ['custody'] })
      return { ...found, today: dayAt(reading.now) }
    })
    return reply.page(QuietPage({ page: request.page(), ...shown }))
  })

  app.post('/arrivals/check', { config: { may: 'work on cases', looks: 'personal' } }, async (request, reply) => {
    const form = readForm(ticks, request.body)
    if (!form.valid) return show(request, reply.status(422), form)
    const { wing } = form.values
    const checked = await request.read(async (reading) => {
      const expected = await listExpected(reading)
      const ticked = tickedOf(form.values.personId, form.typed)
      const named = ticked.filter(({ personId }) => expected.some((each) => each.personId === personId))
      reading.look({ action: 'consult', personIds: named.map(({ personId }) => personId), fieldGroups: ['custody'] })
      const weighed = await weighReceptions(reading, wing, named)
      return weighed.map((each) => ({ ...each, name: expected.find((one) => one.personId === each.personId)!.name }))
    })
    return reply.page(CheckArrivalsPage({ page: request.page(), wing, checked }))
  })

  app.post('/arrivals', { config: { may: 'work on cases', looks: 'none' } }, async (request, reply) => {
    const form = readForm(ticks, request.body)
    if (!form.valid) return show(request, reply.status(422), form)
    const { wing, personId } = form.values
    const ticked = tickedOf(personId, form.typed)
    // Where nobody can be received there is nothing to change.
    const isAny = await request.read(async (reading) =>
      (await weighReceptions(reading, wing, ticked)).some(({ code }) => code === undefined),
    )
    const { received, failedIds } = isAny
      ? await request.change((change) => receiveMany(change, wing, ticked))
      : { received: 0, failedIds: personId }
    return reply.redirect(`/arrivals?received=${received}&failed=${failedIds.join('.')}`, 303)
  })
}

const tickedOf = (personIds: readonly string[], typed: Typed): Ticked[] =>
  [...new Set(personIds)].map((personId) => ({
    personId,
    cell: typedText({ typed }, `cell-${personId}`).trim().slice(0, longestPlace),
  }))

async function show(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  if (request.actor.agencyKind !== 'prison') throw new Refusal('not found', 'page.not-found')
  const { received, failed } = outcome.parse(request.query)
  const failedIds = failed.split('.').filter((id) => uuid.safeParse(id).success)
  const shown = await request.read(async (reading) => {
    const [expected, arrived] = [await listExpected(reading), await listArrived(reading, dayAt(reading.now))]
    const out = await listOut(reading)
    const people = [...expected, ...arrived, ...out]
    const [personIds, caseIds] = [people.map(({ personId }) => personId), people.map(({ caseId }) => caseId)]
    reading.look({ action: 'consult', personIds, caseIds, fieldGroups: ['custody'] })
    return { expected, arrived, out, today: dayAt(reading.now) }
  })
  const { typed, problems } = form
  const ticked = typedList(form, 'personId')
  const done = received === undefined ? undefined : { received, failedIds }
  const prison = request.actor.agencyName
  return reply.page(ArrivalsPage({ page: request.page(), ...shown, prison, form: { typed, problems }, ticked, done }))
}
