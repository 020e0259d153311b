import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { blankForm, optionalText, readForm, withProblems } from '../../platform/web/form.ts'
import { agreements } from '../plan-answers.ts'
import { answerPlan, type OwnPlan, readPlan } from '../queries/plan.ts'
import { OwnPlanPage } from '../views/plan-page.tsx'
import { doorOf, pageOf } from './door.ts'

const forPerson = { config: { may: 'anyone' } } as const // the functions ask for the session and write the audit

const nothing: OwnPlan = { name: '', goals: [], steps: [], review: null, replies: [] }
const answerForm = z.object({
  goalId: z
    .union([z.literal(''), z.uuid()], { error: 'plan.about-missing' })
    .default('')
    .transform((id) => id || null),
  agreement: z
    .union([z.literal(''), z.enum(agreements)], { error: 'plan.agreement-missing' })
    .default('')
    .transform((said) => said || null),
  words: optionalText(2_000, 'say.words-long'),
})

/** Where the person reads their goals and steps, says whether they agree, and adds their own words (R043, R052). */
export async function ownPlanRoutes(app: FastifyInstance): Promise<void> {
  const { database } = app
  const { tokenOf, answer } = doorOf(app)

  app.get<{ Querystring: { done?: string } }>('/me/plan', forPerson, async (request, reply) => {
    const plan = await readPlan(database, tokenOf(request), request.id)
    if (!plan) return reply.redirect('/me', 303)
    const isDone = request.query.done === 'said'
    return answer(reply).page(OwnPlanPage({ page: pageOf(request), plan, form: blankForm, isDone }))
  })

  app.post('/me/plan', forPerson, async (request, reply) => {
    const page = pageOf(request)
    const read = readForm(answerForm, request.body)
    const isNothing = read.valid && read.values.agreement === null && read.values.words === ''
    const form = isNothing ? withProblems(read, { field: 'agreement', message: 'plan.agreement-missing' }) : read
    const isKept = form.valid && (await answerPlan(database, tokenOf(request), form.values, request.id))
    if (isKept) return reply.redirect('/me/plan?done=said', 303)
    const plan = await readPlan(database, tokenOf(request), request.id)
    if (!plan) {
      // What was typed stays readable, so that it can be written down before the next code; nothing of the record does.
      const told = withProblems(form, { field: 'words', message: 'say.over' })
      return reply.status(403).page(OwnPlanPage({ page, plan: nothing, form: told, isDone: false }))
    }
    const told = form.valid ? withProblems(form, { field: 'goalId', message: 'plan.about-missing' }) : form
    return answer(reply.status(422)).page(OwnPlanPage({ page, plan, form: told, isDone: false }))
  })
}
