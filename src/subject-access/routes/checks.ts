import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState } from '../../platform/web/form.ts'
import { passCheck, returnToDeciding, sendToCheck } from '../check-part.ts'
import { listItems } from '../queries/items.ts'
import { listParts } from '../queries/parts.ts'
import { readReturn } from '../request-form.ts'
import { CheckPage } from '../views/check-page.tsx'
import { answers, deciding, lookAt, type OfRequest } from './shown.ts'

interface OfPart extends OfRequest {
  Params: { requestId: string; partId: string }
}
const mostItems = 5_000

/** The second check: by somebody of the same agency who decided nothing of it. */
export async function checkRoutes(app: FastifyInstance): Promise<void> {
  app.post<OfRequest>('/subject-access/:requestId/sent', deciding, async (request, reply) => {
    await request.change((change) => sendToCheck(change, request.params.requestId))
    return reply.redirect(`/subject-access/${request.params.requestId}?done=done`, 303)
  })

  app.get<OfPart>('/subject-access/:requestId/parts/:partId', answers, (request, reply) =>
    showCheck(request, reply, blankForm),
  )

  app.post<OfPart>('/subject-access/:requestId/parts/:partId/check', deciding, async (request, reply) => {
    const { requestId, partId } = request.params
    await request.change((change) => passCheck(change, requestId, partId))
    return reply.redirect(`/subject-access/${requestId}?done=done`, 303)
  })

  app.post<OfPart>('/subject-access/:requestId/parts/:partId/return', deciding, async (request, reply) => {
    const { requestId, partId } = request.params
    const form = readReturn(request.body)
    if (!form.valid) return showCheck(request, reply.status(422), form)
    await request.change((change) => returnToDeciding(change, requestId, partId, form.values.words))
    return reply.redirect(`/subject-access/${requestId}?done=done`, 303)
  })
}

async function showCheck(request: FastifyRequest<OfPart>, reply: FastifyReply, form: FormState<unknown>) {
  const { requestId, partId } = request.params
  const shown = await request.read(async (reading) => {
    const part = (await listParts(reading, requestId)).find(({ id }) => id === partId)
    if (!part || part.agencyId !== request.actor.agencyId) throw new Refusal('not found', 'subject-access.not-found')
    const all = await listItems(reading, requestId, { limit: mostItems })
    const items = all.filter((item) => item.partId === partId)
    const groups = [...new Set(['identity' as const, ...items.map((item) => item.part)])]
    return { part, items, asked: await lookAt(reading, requestId, groups) }
  })
  return reply.page(CheckPage({ page: request.page(), form, ...shown }))
}
