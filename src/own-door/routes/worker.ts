import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getCaseFrame, sees } from '../../cases/index.ts'
import { type FormState, readForm, text } from '../../platform/web/form.ts'
import { answerRequest } from '../answer-request.ts'
import { shownDoorCode } from '../codes.ts'
import { listRequests } from '../queries/requests.ts'
import { startDoor } from '../start-door.ts'
import { DoorPage } from '../views/door-page.tsx'
import { StartedPage } from '../views/started-page.tsx'

interface OfCase {
  Params: { caseId: string }
}
interface OfRequest {
  Params: { caseId: string; requestId: string }
}
type Unsent = { requestId: string; form: FormState<unknown> }

const mostShown = 100
const answerForm = z.object({ answer: text(2000, { missing: 'answer.missing', long: 'answer.long' }) })

/** Where a worker starts the door, and reads and answers what came through it. */
export async function workerRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfCase>('/cases/:caseId/own-door', { config: { may: 'see cases', looks: 'personal' } }, (request, reply) =>
    showDoor(request, reply, request.params.caseId),
  )

  app.post<OfCase>(
    '/cases/:caseId/own-door',
    { config: { may: 'work on cases', looks: 'personal' } },
    async (request, reply) => {
      const { frame, code } = await request.change(async (change) => {
        const frame = await getCaseFrame(change, request.params.caseId)
        return { frame, code: await startDoor(change, frame) }
      })
      const address = new URL('/me', app.site.publicUrl).href
      return reply.page(StartedPage({ page: request.page(), frame, code: shownDoorCode(code), address }))
    },
  )

  app.post<OfRequest>(
    '/cases/:caseId/own-door/:requestId/answer',
    { config: { may: 'work on cases', looks: 'personal' } },
    async (request, reply) => {
      const { caseId, requestId } = request.params
      const form = readForm(answerForm, request.body)
      if (!form.valid) return showDoor(request, reply.status(422), caseId, { requestId, form })
      await request.change((change) => answerRequest(change, caseId, requestId, form.values.answer))
      return reply.redirect(`/cases/${caseId}/own-door?done=answered`, 303)
    },
  )
}

async function showDoor(request: FastifyRequest, reply: FastifyReply, caseId: string, unsent?: Unsent) {
  const { frame, requests } = await request.read(async (reading) => {
    const frame = await getCaseFrame(reading, caseId)
    reading.look({
      action: 'consult',
      personIds: [frame.personId],
      caseIds: [caseId],
      fieldGroups: sees(frame, 'plan') ? ['identity', 'plan'] : ['identity'],
    })
    return { frame, requests: sees(frame, 'plan') ? await listRequests(reading, caseId, mostShown) : undefined }
  })
  const isDone = (request.query as { done?: unknown }).done === 'answered'
  return reply.page(DoorPage({ page: request.page(), frame, requests, isDone, unsent }))
}
