import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getCaseFrame, sees } from '../../cases/index.ts'
import { blankForm, type FormState, filledForm, optionalText, readForm, withProblems } from '../../platform/web/form.ts'
import { risks } from '../levels.ts'
import { getManagement } from '../queries/management.ts'
import { listRules } from '../queries/rule.ts'
import { keepRule, stateManagement } from '../state-management.ts'
import { ManagementPage } from '../views/management-page.tsx'
import { RulePage } from '../views/rule-page.tsx'

const coordinates = { config: { may: 'coordinate the partnership', looks: 'none' } } as const
const statement = z.object({
  risk: z
    .union([z.literal('').transform(() => null), z.enum(risks)], { error: 'problem.risk' }),
  chosen: z
    .union([z.literal('').transform(() => null), z.enum(['FULL', 'KEY_WORK'])], { error: 'problem.choose' }),
  words: optionalText(1_000, 'problem.long'),
}) // biome-ignore format: two alike
const whole = (most: number, problem: string) =>
  z
    .string({ error: problem })
    .trim()
    .regex(/^\d{1,3}$/, problem)
    .transform(Number)
    .pipe(z.number().min(1, problem).max(most, problem))
const rule = z.object({
  fullFromRisk: z.enum(['MEDIUM', 'HIGH', 'VERY_HIGH'], { error: 'problem.risk' }),
  fullFromMonths: whole(240, 'problem.months'),
  fullWhenRecalled: z.enum(['yes', 'no'], { error: 'problem.recalled' }).transform((typed) => typed === 'yes'),
  fullPoints: whole(20, 'problem.weight'),
  keyWorkPoints: whole(20, 'problem.weight'),
})

/** How one person is managed and why, and the rule that says so. */
export async function managementRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfCase>('/cases/:caseId/management', { config: { may: 'see cases', looks: 'personal' } }, (request, reply) =>
    show(request, reply, blankForm),
  )

  app.post<OfCase>(
    '/cases/:caseId/management',
    { config: { may: 'work on cases', looks: 'none' } },
    async (request, reply) => {
      const read = readForm(statement, request.body)
      const isUnsaid = read.valid && read.values.chosen !== null && read.values.words === ''
      const form = isUnsaid ? withProblems(read, { field: 'words', message: 'problem.reason' }) : read
      if (!form.valid) return show(request, reply.status(422), form)
      const { caseId } = request.params
      await request.change((change) => stateManagement(change, caseId, form.values))
      return reply.redirect(`/cases/${caseId}/management`, 303)
    },
  )

  app.get('/settings/management-rule', coordinates, (request, reply) => showRule(request, reply))

  app.post('/settings/management-rule', coordinates, async (request, reply) => {
    const form = readForm(rule, request.body)
    if (!form.valid) return showRule(request, reply.status(422), form)
    await request.change((change) => keepRule(change, form.values))
    return reply.redirect('/settings/management-rule', 303)
  })
}

async function show(request: FastifyRequest<OfCase>, reply: FastifyReply, form: FormState<unknown>) {
  const { caseId } = request.params
  const shown = await request.read(async (reading) => {
    const frame = await getCaseFrame(reading, caseId)
    const isSeen = sees(frame, 'risk')
    const fieldGroups = isSeen ? (['identity', 'custody', 'risk'] as const) : (['identity'] as const)
    reading.look({ action: 'consult', personIds: [frame.personId], caseIds: [caseId], fieldGroups })
    const management = isSeen ? await getManagement(reading, caseId) : null
    return { frame, management, rule: (await listRules(reading))[0]! }
  })
  return reply.page(ManagementPage({ page: request.page(), ...shown, form }))
}

async function showRule(request: FastifyRequest, reply: FastifyReply, form?: FormState<unknown>) {
  const editions = await request.read(listRules)
  const { fullFromRisk, fullFromMonths, fullWhenRecalled, fullPoints, keyWorkPoints } = editions[0]!
  const kept = filledForm({
    fullFromRisk,
    fullFromMonths: String(fullFromMonths),
    fullWhenRecalled: fullWhenRecalled ? 'yes' : 'no',
    fullPoints: String(fullPoints),
    keyWorkPoints: String(keyWorkPoints),
  })
  return reply.page(RulePage({ page: request.page(), may: request.actor.may, editions, form: form ?? kept }))
}

interface OfCase {
  Params: { caseId: string }
}
