import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../platform/refusal.ts'
import { blankForm, type FormState } from '../platform/web/form.ts'
import { readFeedback, readSet } from './forms.ts'
import { enterFeedback, keepLearningSet, mayWrite, shareFeedback } from './keep-learning-set.ts'
import { getLearningSet, listEnteredGroups, listToldFeedback } from './queries.ts'
import { LearningSetPage } from './views/learning-set-page.tsx'

// About groups, of nobody by name: no look is written down.
const sees = { config: { may: 'see evidence', looks: 'none' } } as const
const dones = ['kept', 'entered', 'shared'] as const

interface OfSet {
  Params: { outputId: string }
  Querystring: { done?: string }
}
type Form = Pick<FormState<unknown>, 'typed' | 'problems'>

/** A learning set: agenda, what was asked, what each group said, and its report in each language. */
export async function learningSetRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfSet>('/learning-sets/:outputId', sees, (request, reply) => show(request, reply, blankForm))

  app.post<OfSet>('/learning-sets/:outputId', sees, async (request, reply) => {
    const form = readSet(request.body)
    if (!form.valid) return show(request, reply.status(422), form)
    const { version, ...fields } = form.values
    try {
      await request.change((change) => keepLearningSet(change, request.params.outputId, version, fields))
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'learning-set.changed-meanwhile')) throw error
      const field = form.typed['agenda'] === undefined ? 'report_en' : 'agenda' // shared, it shows the report alone
      const problems = [{ field, message: 'changed-meanwhile' }]
      return show(request, reply.status(409), { typed: form.typed, problems })
    }
    return reply.redirect(`/learning-sets/${request.params.outputId}?done=kept`, 303)
  })

  app.post<OfSet>('/learning-sets/:outputId/feedback', sees, async (request, reply) => {
    const { outputId } = request.params
    const { questions } = await request.read((reading) => getLearningSet(reading, outputId))
    const form = readFeedback(request.body, questions.length)
    if (!form.valid) return show(request, reply.status(422), form)
    await request.change((change) => enterFeedback(change, outputId, form.values.group, form.values.said))
    return reply.redirect(`/learning-sets/${outputId}?done=entered`, 303)
  })

  app.post<OfSet>('/learning-sets/:outputId/sharing', sees, async (request, reply) => {
    await request.change((change) => shareFeedback(change, request.params.outputId))
    return reply.redirect(`/learning-sets/${request.params.outputId}?done=shared`, 303)
  })
}

async function show(request: FastifyRequest<OfSet>, reply: FastifyReply, form: Form) {
  const shown = await request.read(async (reading) => {
    const set = await getLearningSet(reading, request.params.outputId)
    const entered = await listEnteredGroups(reading, set.outputId)
    return { set, entered, told: await listToldFeedback(reading, set.outputId), mayWrite: mayWrite(reading, set) }
  })
  const done = z
    .enum(dones)
    .optional()
    .catch(undefined)
    .parse((request.query as { done?: string }).done)
  return reply.page(LearningSetPage({ page: request.page(), ...shown, form, done }))
}
