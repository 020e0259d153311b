import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { formatTime } from '../../platform/dates.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  blankForm,
  type FormState,
  filledForm,
  readForm,
  typedBody,
  typedText,
  withProblems,
} from '../../platform/web/form.ts'
import { type CallForm, callForm, problemsOfCall } from '../call-form.ts'
import { findCaller, findCallers, findCallersByNumber } from '../queries/callers.ts'
import { getCall, listEarlierCalls } from '../queries/calls.ts'
import { listCrisisPlans } from '../queries/crisis-plans.ts'
import { listNumbers } from '../queries/numbers.ts'
import { keepDraft, takeCall } from '../take-call.ts'
import { CallPage } from '../views/call-page.tsx'
import { ClosedCallPage } from '../views/closed-call-page.tsx'
import { noteText } from '../views/note-text.ts'
import { writeUpCall } from '../write-up-call.ts'

export interface OfCall {
  Params: { callId: string }
}
const sees = { config: { may: 'see the helpline', looks: 'personal' } } as const
const answers = { config: { may: 'answer the helpline', looks: 'none' } } as const
const earlierShown = 3

/** One call, from the first word until it is written up, on one page. */
export async function callRoutes(app: FastifyInstance): Promise<void> {
  app.post<OfCall>('/helpline-calls/:callId/taking', answers, async (request, reply) => {
    await request.change((change) => takeCall(change, request.params.callId))
    return reply.redirect(`/helpline-calls/${request.params.callId}`, 303)
  })

  app.get<OfCall>('/helpline-calls/:callId', sees, (request, reply) => showCall(request, reply, blankForm))

  app.post<OfCall>('/helpline-calls/:callId/draft', answers, async (request, reply) => {
    await request.change((change) => keepDraft(change, request.params.callId, typedBody.parse(request.body)))
    const savedAt = formatTime(request.page().locale, app.database.clock.now())
    return reply.send({ savedAt })
  })

  app.post<OfCall>('/helpline-calls/:callId', answers, async (request, reply) => {
    const { callId } = request.params
    const typed = typedBody.parse(request.body)
    if (typedText({ typed }, 'do') !== 'close') {
      await request.change((change) => keepDraft(change, callId, typed))
      const place = typedText({ typed }, 'do') === 'find' ? '#who' : '?kept'
      return reply.redirect(`/helpline-calls/${callId}${place}`, 303)
    }
    const form = await checked(request, readForm(callForm, typed))
    if (!form.valid) return showCall(request, reply.status(422), form)
    const { locale } = request.page()
    const { helplineId } = await request.read((reading) => getCall(reading, callId))
    await request.change((change) => writeUpCall(change, callId, form.values, noteText(locale, form.values)))
    return reply.redirect(`/helpline/${helplineId}?done=closed`, 303)
  })
}

/** With what only the record can say: that somebody is known, and who works with them. */
async function checked(request: FastifyRequest, form: FormState<CallForm>): Promise<FormState<CallForm>> {
  if (!form.valid) return form
  const problems = await request.read(async (reading) => {
    const { who } = form.values
    const known = who === 'NAMED' || who === 'ANONYMOUS' ? undefined : await findCaller(reading, who)
    return problemsOfCall(reading.now, form.values, known)
  })
  return problems.length > 0 ? withProblems(form, ...problems) : form
}

async function showCall(request: FastifyRequest, reply: FastifyReply, sent: FormState<unknown>) {
  const { callId } = request.params as OfCall['Params']
  const isSent = sent.problems.length > 0
  const shown = await request.read(async (reading) => {
    const call = await getCall(reading, callId)
    const form = isSent ? sent : filledForm(call.draft)
    const who = call.caseId ?? typedText(form, 'who')
    const sought = typedText(form, 'sought').slice(0, 100)
    const isOpen = call.state !== 'CLOSED'
    const known = /^[0-9a-f-]{36}$/.test(who) ? await findCaller(reading, who) : undefined
    const found = isOpen && sought ? await findCallers(reading, sought) : []
    const byNumber = isOpen && !known && !sought && call.fromPhone ? await findCallersByNumber(reading, callId) : []
    const people = [...found, ...byNumber, ...(known ? [known] : [])]
    reading.look({
      action: sought ? 'search' : 'consult',
      personIds: [...new Set(people.map(({ personId }) => personId))],
      caseIds: [...new Set(people.map(({ caseId }) => caseId))],
      fieldGroups: known ? ['identity', 'mentoring'] : ['identity'],
    })
    const plans = known ? await listCrisisPlans(reading, known.caseId) : []
    const earlier = known ? await listEarlierCalls(reading, known.caseId, earlierShown) : []
    return { call, form, known, found, byNumber, sought, plan: plans[0], earlier, numbers: await listNumbers(reading) }
  })
  const page = request.page()
  const isOwn = shown.call.operatorId === request.actor.userId
  if (shown.call.state === 'CLOSED' || !isOwn) {
    if (isSent) throw new Refusal('conflict', 'helpline.call-closed')
    const { may } = request.actor
    return reply.page(
      ClosedCallPage({
        page,
        ...shown,
        mayTake: may.has('answer the helpline') && shown.call.state !== 'CLOSED',
        mayOpen: may.has('see cases'),
      }),
    )
  }
  return reply.page(CallPage({ page, ...shown, wasKept: 'kept' in (request.query as object) }))
}
