import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import { endCallBack, reachCaller, tryAgainAt } from '../answer-call-back.ts'
import { callBackDue } from '../call-clock.ts'
import { getCallBack } from '../queries/call-backs.ts'
import { takeCallBack } from '../take-call.ts'

interface OfCallBack {
  Params: { callBackId: string }
}
const answers = { config: { may: 'answer the helpline', looks: 'none' } } as const
const outcome = z.object({
  outcome: z.enum(['REACHED', 'AGAIN', 'NO_ANSWER', 'NOT_WANTED']),
  again: z.enum(['15', '30', '60', '120']).default('15'),
})

/** A call-back is taken in hand, and ends or is tried again. */
export async function callBackRoutes(app: FastifyInstance): Promise<void> {
  app.post<OfCallBack>('/helpline-call-backs/:callBackId/taking', answers, async (request, reply) => {
    const { callBackId } = request.params
    const { helplineId } = await request.read((reading) => getCallBack(reading, callBackId))
    await request.change((change) => takeCallBack(change, callBackId))
    return reply.redirect(`/helpline/${helplineId}`, 303)
  })

  app.post<OfCallBack>('/helpline-call-backs/:callBackId/outcome', answers, async (request, reply) => {
    const { callBackId } = request.params
    const form = outcome.safeParse(request.body)
    if (!form.success) throw new Refusal('unreadable', 'request.unreadable')
    const { helplineId } = await request.read((reading) => getCallBack(reading, callBackId))
    const how = form.data.outcome
    if (how === 'REACHED') {
      const callId = await request.change((change) => reachCaller(change, callBackId))
      return reply.redirect(`/helpline-calls/${callId}`, 303)
    }
    const dueAt = callBackDue(app.database.clock.now(), { inMinutes: Number(form.data.again) })
    await request.change((change) =>
      how === 'AGAIN' ? tryAgainAt(change, callBackId, dueAt) : endCallBack(change, callBackId, how),
    )
    return reply.redirect(`/helpline/${helplineId}?done=${how === 'AGAIN' ? 'tried' : 'ended'}`, 303)
  })
}
