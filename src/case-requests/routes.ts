import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readSought } from '../people/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { blankForm, type FormState, optionalText, readForm, withProblems } from '../platform/web/form.ts'
import { purposes } from '../sight/index.ts'
import { countTry } from '../sign-in/index.ts'
import { askToJoin, shortestReason } from './ask-to-join.ts'
import { declineRequest, endRequest, grantRequest } from './decide-request.ts'
import {
  type CaseRequest,
  getRequest,
  listAsked,
  listGateways,
  listGrantable,
  listToAnswer,
  mayDecide,
} from './queries.ts'
import { AskPage } from './views/ask.tsx'
import { RequestPage } from './views/request.tsx'
import { RequestsPage } from './views/requests.tsx'

const rowsOfPage = 50
const mostOfWorker = 10 // in 15 minutes, as for "known here?"
const mostOfAgency = 40
const asks = { config: { may: 'ask known here', looks: 'none' } } as const
const sees = { config: { may: 'see cases', looks: 'personal' } } as const
const decides = { config: { may: 'name workers', looks: 'none' } } as const
const asked = z.object({
  identifier: z.string({ error: 'problem.number' }).trim().min(1, 'problem.number').max(40, 'problem.number'),
  purpose: z.enum(purposes, { error: 'problem.purpose' }),
  gateway: z.string({ error: 'problem.gateway' }).regex(/^[A-Z0-9-]{1,40}$/, 'problem.gateway'),
  reason: z
    .string({ error: 'problem.reason' })
    .trim()
    .min(shortestReason, 'problem.reason')
    .max(1_000, 'problem.reason-long'),
})
const answer = z.object({
  answer: z.enum(['REFERRED', 'ACCEPTED', 'TOLD', 'SILENT'], { error: 'problem.answer' }),
  words: optionalText(1_000, 'problem.reason-long'),
})

/** Asking to join a case, and answering who asks. */
export async function caseRequestRoutes(app: FastifyInstance): Promise<void> {
  app.get('/case-requests', sees, async (request, reply) => {
    const lists = await request.read(async (reading) => {
      const toAnswer = await listToAnswer(reading, rowsOfPage)
      const own = await listAsked(reading, rowsOfPage)
      lookAt(reading, [...toAnswer, ...own])
      return { toAnswer, own }
    })
    const mayAsk = request.actor.may.has('ask known here')
    return reply.page(RequestsPage({ page: request.page(), ...lists, mayAsk }))
  })

  app.get('/case-requests/new', asks, (request, reply) => showAsk(request, reply, blankForm))

  app.post('/case-requests', asks, async (request, reply) => {
    const read = readForm(asked, request.body)
    const { numbers } = readSought(String(read.typed['identifier'] ?? ''), app.database.clock.now().getUTCFullYear())
    const isNumber = numbers.length > 0 || read.problems.some(({ field }) => field === 'identifier')
    const form = isNumber ? read : withProblems(read, { field: 'identifier', message: 'problem.number' })
    if (!form.valid) return showAsk(request, reply.status(422), form)
    const { userId, agencyId } = request.actor
    const left = await countTry(
      app.database,
      { key: `case-request ${userId}`, most: mostOfWorker },
      { key: `case-request agency ${agencyId}`, most: mostOfAgency },
    )
    if (left < 0) throw new Refusal('too many', 'case-request.too-many')
    const id = await request.change((change) => askToJoin(change, { ...form.values, numbers }))
    return reply.redirect(`/case-requests/${id}`, 303)
  })

  app.get<OfRequest>('/case-requests/:requestId', sees, (request, reply) => showRequest(request, reply, blankForm))

  app.post<OfRequest>('/case-requests/:requestId/answer', decides, async (request, reply) => {
    const { requestId } = request.params
    const read = readForm(answer, request.body)
    const isSilentOnWhy = read.valid && read.values.answer === 'TOLD' && read.values.words === ''
    const form = isSilentOnWhy ? withProblems(read, { field: 'words', message: 'problem.words' }) : read
    if (!form.valid) return showRequest(request, reply.status(422), form)
    const { answer: said, words } = form.values
    await request.change((change) =>
      said === 'REFERRED' || said === 'ACCEPTED'
        ? grantRequest(change, requestId, said)
        : declineRequest(change, requestId, { isTold: said === 'TOLD', words: said === 'TOLD' ? words : '' }),
    )
    return reply.redirect(`/case-requests/${requestId}`, 303)
  })

  app.post<OfRequest>('/case-requests/:requestId/end', decides, async (request, reply) => {
    await request.change((change) => endRequest(change, request.params.requestId))
    return reply.redirect(`/case-requests/${request.params.requestId}`, 303)
  })
}

type Looking = {
  look: (look: { action: 'consult'; personIds: string[]; caseIds: string[]; fieldGroups: ['identity'] }) => void
}

function lookAt(reading: Looking, requests: readonly CaseRequest[]): void {
  const seen = requests.filter(({ personName }) => personName !== null)
  const caseIds = seen.flatMap(({ caseId }) => (caseId ? [caseId] : []))
  const personIds = seen.flatMap(({ personId }) => (personId ? [personId] : []))
  reading.look({ action: 'consult', personIds, caseIds, fieldGroups: ['identity'] })
}

async function showAsk(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const gateways = await request.read(listGateways)
  return reply.page(AskPage({ page: request.page(), gateways, form }))
}

async function showRequest(request: FastifyRequest<OfRequest>, reply: FastifyReply, form: FormState<unknown>) {
  const found = await request.read(async (reading) => {
    const asking = await getRequest(reading, request.params.requestId)
    lookAt(reading, [asking])
    const isOurs = asking.agencyId === reading.actor.agencyId
    const { caseId } = asking
    const decider =
      !isOurs && caseId !== null && reading.actor.may.has('name workers') && (await mayDecide(reading, caseId))
    return {
      asking,
      isOurs,
      mayDecide: decider,
      views: decider ? await listGrantable(reading, caseId, asking.agencyId) : [],
    }
  })
  return reply.page(RequestPage({ page: request.page(), ...found, form }))
}

interface OfRequest {
  Params: { requestId: string }
}
