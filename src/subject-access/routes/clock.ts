import type { FastifyInstance } from 'fastify'
import { askBack, extendTime, noteAnswer, proveIdentity, withdrawRequest } from '../keep-clock.ts'
import { readExtension, readProof, readQuestion, readWithdrawal } from '../request-form.ts'
import { deciding, type OfRequest, showRequest } from './shown.ts'

/** What moves the clock: who asks is known, a question to them, their answer, two more months, the end. */
export async function clockRoutes(app: FastifyInstance): Promise<void> {
  app.post<OfRequest>('/subject-access/:requestId/proof', deciding, async (request, reply) => {
    const form = readProof(request.body, app.database.clock.now())
    if (!form.valid) return showRequest(request, reply.status(422), form)
    await request.change((change) => proveIdentity(change, request.params.requestId, form.values))
    return reply.redirect(`/subject-access/${request.params.requestId}?done=done`, 303)
  })

  app.post<OfRequest>('/subject-access/:requestId/question', deciding, async (request, reply) => {
    const form = readQuestion(request.body)
    if (!form.valid) return showRequest(request, reply.status(422), form)
    await request.change((change) => askBack(change, request.params.requestId, form.values.question))
    return reply.redirect(`/subject-access/${request.params.requestId}?done=done`, 303)
  })

  app.post<OfRequest>('/subject-access/:requestId/answer', deciding, async (request, reply) => {
    await request.change((change) => noteAnswer(change, request.params.requestId))
    return reply.redirect(`/subject-access/${request.params.requestId}?done=done`, 303)
  })

  app.post<OfRequest>('/subject-access/:requestId/extension', deciding, async (request, reply) => {
    const form = readExtension(request.body)
    if (!form.valid) return showRequest(request, reply.status(422), form)
    await request.change((change) => extendTime(change, request.params.requestId, form.values.extension))
    return reply.redirect(`/subject-access/${request.params.requestId}?done=done`, 303)
  })

  app.post<OfRequest>('/subject-access/:requestId/withdrawal', deciding, async (request, reply) => {
    const form = readWithdrawal(request.body)
    if (!form.valid) return showRequest(request, reply.status(422), form)
    await request.change((change) => withdrawRequest(change, request.params.requestId, form.values.withdrawal))
    return reply.redirect(`/subject-access/${request.params.requestId}?done=done`, 303)
  })
}
