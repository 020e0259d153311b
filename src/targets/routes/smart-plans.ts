import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listAgencies } from '../../agencies/index.ts'
import { readDay } from '../../platform/web/day-field.ts'
import { blankForm, type FormState, optionalText, readForm, text, withProblems } from '../../platform/web/form.ts'
import { addAction, checkReport, closeAction, readAction, reportProgress } from '../keep-action.ts'
import { type ActionFields, getAction, listActions, listLeaders } from '../queries/smart.ts'
import { listTargets } from '../queries/targets.ts'
import { statuses } from '../rag.ts'
import { SmartActionPage } from '../views/smart-action-page.tsx'
import { SmartPlansPage } from '../views/smart-plans-page.tsx'

interface OfAction {
  Params: { smartActionId: string }
}
const sees = { config: { may: 'see evidence', looks: 'none' } } as const
const most = 10_000_000
const whole = (message: string) =>
  z
    .string()
    .trim()
    .default('')
    .refine((typed) => typed === '' || (/^\d{1,8}$/.test(typed) && Number(typed) <= most), { error: message })
    .transform((typed) => (typed === '' ? null : Number(typed)))

const newAction = z.object({
  agencyId: z.uuid('form.agency-missing'),
  specific: text(500, { missing: 'smart.specific-missing', long: 'smart.specific-long' }),
  measuredBy: text(300, { missing: 'smart.measure-missing', long: 'form.reason-long' }),
  targetId: z
    .union([z.literal(''), z.uuid()], { error: 'form.agency-missing' })
    .default('')
    .transform((id) => id || null),
  amount: whole('form.amount-wrong'),
  lead: text(120, { missing: 'smart.lead-missing', long: 'smart.lead-long' }),
  leadAccountId: z
    .union([z.literal(''), z.uuid()], { error: 'form.agency-missing' })
    .default('')
    .transform((id) => id || null),
})
const report = z.object({
  words: text(1_000, { missing: 'smart.words-missing', long: 'smart.words-long' }),
  done: whole('smart.done-missing'),
  status: z.enum(statuses, { error: 'by-hand.status-missing' }),
  reason: optionalText(500, 'by-hand.why-long'),
})

/** Six-month plans: each partner keeps its own, the coordinator sees all. */
export async function smartPlanRoutes(app: FastifyInstance): Promise<void> {
  app.get('/smart-plans', sees, (request, reply) => showPlans(request, reply, blankForm))

  app.post('/smart-plans', sees, async (request, reply) => {
    const form = readNew(request.body)
    if (!form.valid) return showPlans(request, reply.status(422), form)
    const { agencyId, leadAccountId } = form.values
    const leaders = leadAccountId ? await request.read((reading) => listLeaders(reading, [agencyId])) : []
    if (leadAccountId && !leaders.some(({ id }) => id === leadAccountId)) {
      const problem = { field: 'leadAccountId', message: 'smart.reminded-elsewhere' }
      return showPlans(request, reply.status(422), withProblems(form, problem))
    }
    const id = await request.change((change) => addAction(change, form.values))
    return reply.redirect(`/smart-plans/${id}`, 303)
  })

  app.get<OfAction>('/smart-plans/:smartActionId', sees, (request, reply) => showAction(request, reply, blankForm))

  app.post<OfAction>('/smart-plans/:smartActionId/progress', sees, async (request, reply) => {
    const { smartActionId } = request.params
    const form = readForm(report, request.body)
    if (!form.valid) return showAction(request, reply.status(422), form)
    const problem = await request.read(async (reading) =>
      checkReport(await getAction(reading, smartActionId), form.values, reading.now),
    )
    if (problem) return showAction(request, reply.status(422), withProblems(form, problem))
    await request.change((change) => reportProgress(change, smartActionId, form.values))
    return reply.redirect(`/smart-plans/${smartActionId}`, 303)
  })

  app.post<OfAction>('/smart-plans/:smartActionId/close', sees, async (request, reply) => {
    await request.change((change) => closeAction(change, request.params.smartActionId))
    return reply.redirect('/smart-plans', 303)
  })
}

function readNew(body: unknown): FormState<ActionFields> {
  const form = readForm(newAction, body)
  const [sinceOn, dueOn] = [readDay(form, 'sinceOn'), readDay(form, 'dueOn')]
  const isUnmeasured = form.valid && !form.values.targetId && !form.values.amount
  const problems = [
    ...(sinceOn ? [] : [{ field: 'sinceOn', message: 'form.day-wrong' }]),
    ...(dueOn && (!sinceOn || dueOn > sinceOn) ? [] : [{ field: 'dueOn', message: 'form.due-wrong' }]),
    ...(isUnmeasured ? [{ field: 'amount', message: 'form.amount-wrong' }] : []),
  ]
  if (!form.valid || !sinceOn || !dueOn || problems.length > 0)
    return { valid: false, typed: form.typed, problems: [...form.problems, ...problems] }
  return { ...form, values: { ...form.values, amount: form.values.amount || 1, sinceOn, dueOn } }
}

async function showPlans(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const { agencyId, may } = request.actor
  const mayPlanFor = (id: string) => id === agencyId || may.has('coordinate the partnership')
  const shown = await request.read(async (reading) => {
    const agencies = (await listAgencies(reading)).filter(({ id }) => mayPlanFor(id))
    const leaders = await listLeaders(
      reading,
      agencies.map(({ id }) => id),
    )
    const actions = (await listActions(reading)).map((action) => readAction(reading, action))
    return { actions, targets: await listTargets(reading), agencies, leaders }
  })
  return reply.page(SmartPlansPage({ page: request.page(), ...shown, form }))
}

async function showAction(request: FastifyRequest<OfAction>, reply: FastifyReply, form: FormState<unknown>) {
  const action = await request.read(async (reading) =>
    readAction(reading, await getAction(reading, request.params.smartActionId)),
  )
  return reply.page(SmartActionPage({ page: request.page(), action, form }))
}
