import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readDay } from '../../platform/web/day-field.ts'
import { blankForm, type FormState, optionalText, readForm, text } from '../../platform/web/form.ts'
import { type ContextEvent, eventKinds, ratings } from '../event-kinds.ts'
import { addContextEvent, withdrawContextEvent } from '../keep-context-event.ts'
import { listContextEvents } from '../queries/context-events.ts'
import { ContextPage } from '../views/context-page.tsx'

const sees = { config: { may: 'see evidence', looks: 'none' } } as const
const keeps = { config: { may: 'coordinate the partnership', looks: 'none' } } as const
const pence = 100
const mostPounds = 10_000_000_000

const newEvent = z.object({
  kind: z.enum(eventKinds, { error: 'form.kind-missing' }),
  title: text(120, { missing: 'form.title-missing', long: 'form.title-long' }),
  words: optionalText(1_000, 'form.words-long'),
  organisation: optionalText(120, 'form.organisation-long'),
  amount: z
    .string()
    .trim()
    .default('')
    .transform((typed) => typed.replace(/[\s,£€]/g, ''))
    .refine(
      (typed) => typed === '' || (/^\d+(\.\d{1,2})?$/.test(typed) && Number(typed) > 0 && Number(typed) <= mostPounds),
      {
        error: 'form.amount-wrong',
      },
    )
    .transform((typed) => (typed === '' ? null : Math.round(Number(typed) * pence))),
  currency: z.enum(['GBP', 'EUR']).catch('GBP'),
  isLost: z.literal('yes').optional().catch(undefined),
  funder: optionalText(120, 'form.funder-long'),
  conditions: optionalText(500, 'form.conditions-long'),
  rating: z.union([z.literal(''), z.enum(ratings)], { error: 'form.kind-missing' }).default(''),
  actions: optionalText(1_000, 'form.words-long'),
  source: text(300, { missing: 'form.source-missing', long: 'form.source-long' }),
})

/** What happened around the work: read by whoever reads evidence, kept by the coordinator. */
export async function contextEventRoutes(app: FastifyInstance): Promise<void> {
  app.get('/context', sees, (request, reply) => show(request, reply, blankForm))

  app.post('/context', keeps, async (request, reply) => {
    const form = readEvent(request.body)
    if (!form.valid) return show(request, reply.status(422), form)
    await request.change((change) => addContextEvent(change, form.values))
    return reply.redirect('/context', 303)
  })

  app.post<{ Params: { contextEventId: string } }>(
    '/context/:contextEventId/withdraw',
    keeps,
    async (request, reply) => {
      await request.change((change) => withdrawContextEvent(change, request.params.contextEventId))
      return reply.redirect('/context', 303)
    },
  )
}

/** What was typed, and only what belongs to its kind. */
function readEvent(body: unknown): FormState<Omit<ContextEvent, 'id'>> {
  const form = readForm(newEvent, body)
  const [happenedOn, untilOn] = [readDay(form, 'happenedOn'), readDay(form, 'untilOn')]
  const problems = [
    ...(happenedOn ? [] : [{ field: 'happenedOn', message: 'form.day-wrong' }]),
    ...(untilOn === undefined || (happenedOn && untilOn && untilOn < happenedOn)
      ? [{ field: 'untilOn', message: 'form.until-wrong' }]
      : []),
  ]
  if (!form.valid || !happenedOn || untilOn === undefined || problems.length > 0)
    return { valid: false, typed: form.typed, problems: [...form.problems, ...problems] }
  const { amount, isLost, funder, conditions, rating, actions, ...rest } = form.values
  const isMoney = rest.kind === 'FUNDING' || rest.kind === 'CONTRACT'
  const money = { amountInPence: amount, isLost: isLost === 'yes', funder, conditions }
  const noMoney = { amountInPence: null, isLost: false, funder: '', conditions: '' }
  const found = rest.kind === 'INSPECTION' ? { rating, actions } : ({ rating: '', actions: '' } as const)
  return { ...form, values: { ...rest, happenedOn, untilOn, ...(isMoney ? money : noMoney), ...found } }
}

async function show(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const events = await request.read((reading) => listContextEvents(reading))
  const mayKeep = request.actor.may.has('coordinate the partnership')
  return reply.page(ContextPage({ page: request.page(), events, mayKeep, form }))
}
