import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { blankForm, type FormState, readForm, text } from '../../platform/web/form.ts'
import { finishHandOff } from '../finish-hand-off.ts'
import { listHandOffs } from '../queries/hand-offs.ts'
import { HandOffsPage } from '../views/hand-offs-page.tsx'

interface OfHandOff {
  Params: { handOffId: string }
}
const done = z.object({ doneWords: text(1000, { missing: 'hand-offs.words-missing', long: 'hand-offs.words-long' }) })

/** What a line handed to a worker for the morning. */
export async function handOffRoutes(app: FastifyInstance): Promise<void> {
  app.get('/call-hand-offs', { config: { may: 'see cases', looks: 'personal' } }, (request, reply) => showHandOffs(request, reply, blankForm)) // biome-ignore format: one line

  app.post<OfHandOff>(
    '/call-hand-offs/:handOffId/done',
    { config: { may: 'work on cases', looks: 'none' } },
    async (request, reply) => {
      const form = readForm(done, request.body)
      if (!form.valid) return showHandOffs(request, reply.status(422), form)
      await request.change((change) => finishHandOff(change, request.params.handOffId, form.values.doneWords))
      return reply.redirect('/call-hand-offs?done', 303)
    },
  )
}

async function showHandOffs(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const handOffs = await request.read(async (reading) => {
    const found = await listHandOffs(reading)
    const [personIds, caseIds] = [found.map(({ personId }) => personId), found.map(({ caseId }) => caseId)]
    reading.look({ action: 'consult', personIds, caseIds, fieldGroups: ['identity', 'mentoring'] })
    return found
  })
  const { handOffId } = request.params as Partial<OfHandOff['Params']>
  const isDone = 'done' in (request.query as object)
  return reply.page(HandOffsPage({ page: request.page(), handOffs, form, sentId: handOffId, isDone }))
}
