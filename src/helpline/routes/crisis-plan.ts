import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { getCaseFrame, mayWrite, sees } from '../../cases/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, filledForm, readForm, withProblems } from '../../platform/web/form.ts'
import { crisisPlanForm, problemOfPlan } from '../crisis-plan-form.ts'
import { findCaller } from '../queries/callers.ts'
import { getCall } from '../queries/calls.ts'
import { type CrisisPlan, listCrisisPlans } from '../queries/crisis-plans.ts'
import { CaseCrisisPlanPage, CrisisPlanPage } from '../views/crisis-plan-page.tsx'
import { writeCrisisPlan } from '../write-crisis-plan.ts'
import type { OfCall } from './calls.ts'

interface OfCase {
  Params: { caseId: string }
}

/** The crisis plan: from a call, where an operator writes it with the person; and on the case, for workers behind the same wall. */
export async function crisisPlanRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfCall>('/helpline-calls/:callId/crisis-plan', { config: { may: 'see the helpline', looks: 'personal' } }, (request, reply) => showOfCall(request, reply, blankForm)) // biome-ignore format: one line

  app.post<OfCall>(
    '/helpline-calls/:callId/crisis-plan',
    { config: { may: 'answer the helpline', looks: 'none' } },
    async (request, reply) => {
      const { callId } = request.params
      const form = checked(readForm(crisisPlanForm, request.body))
      if (!form.valid) return showOfCall(request, reply.status(422), form)
      await request.change(async (change) => {
        const { known } = await callerOfCall(change, callId)
        await writeCrisisPlan(change, { ...known, callId }, form.values)
      })
      return reply.redirect(`/helpline-calls/${callId}#h-how`, 303)
    },
  )

  app.get<OfCase>('/cases/:caseId/crisis-plan', { config: { may: 'see cases', looks: 'personal' } }, (request, reply) => showOfCase(request, reply, blankForm)) // biome-ignore format: one line

  app.post<OfCase>(
    '/cases/:caseId/crisis-plan',
    { config: { may: 'work on cases', looks: 'none' } },
    async (request, reply) => {
      const { caseId } = request.params
      const form = checked(readForm(crisisPlanForm, request.body))
      if (!form.valid) return showOfCase(request, reply.status(422), form)
      await request.change(async (change) => {
        const frame = await getCaseFrame(change, caseId)
        if (!mayWrite(frame, 'mentoring')) throw new Refusal('not allowed', 'note.part-closed', { part: 'mentoring' })
        await writeCrisisPlan(change, { personId: frame.personId, caseId, callId: null }, form.values)
      })
      return reply.redirect(`/cases/${caseId}/crisis-plan`, 303)
    },
  )
}

type Sent = ReturnType<typeof readForm<(typeof crisisPlanForm)['_output']>>

function checked(form: Sent): Sent {
  const problem = form.valid && problemOfPlan(form.values)
  return problem ? withProblems(form, problem) : form
}

/** @throws Refusal `helpline.call-not-found`, also while nobody knows who calls */
async function callerOfCall(reading: Parameters<typeof getCall>[0], callId: string) {
  const call = await getCall(reading, callId)
  const who = call.caseId ?? String(call.draft['who'] ?? '')
  const known = /^[0-9a-f-]{36}$/.test(who) ? await findCaller(reading, who) : undefined
  if (!known) throw new Refusal('not found', 'helpline.call-not-found')
  return { call, known }
}

async function showOfCall(request: FastifyRequest, reply: FastifyReply, sent: FormState<unknown>) {
  const { callId } = request.params as OfCall['Params']
  const shown = await request.read(async (reading) => {
    const { known } = await callerOfCall(reading, callId)
    reading.look({
      action: 'consult',
      personIds: [known.personId],
      caseIds: [known.caseId],
      fieldGroups: ['identity', 'mentoring'],
    })
    return { known, plans: await listCrisisPlans(reading, known.caseId) }
  })
  const mayWritePlan = request.actor.may.has('answer the helpline')
  return reply.page(
    CrisisPlanPage({ page: request.page(), callId, ...shown, form: formOf(sent, shown.plans, request), mayWritePlan }),
  )
}

async function showOfCase(request: FastifyRequest, reply: FastifyReply, sent: FormState<unknown>) {
  const { caseId } = request.params as OfCase['Params']
  const shown = await request.read(async (reading) => {
    const frame = await getCaseFrame(reading, caseId)
    const isSeen = sees(frame, 'mentoring')
    reading.look({
      action: 'consult',
      personIds: [frame.personId],
      caseIds: [caseId],
      fieldGroups: isSeen ? ['identity', 'mentoring'] : ['identity'],
    })
    return { frame, isSeen, plans: isSeen ? await listCrisisPlans(reading, caseId) : [] }
  })
  const mayWritePlan =
    mayWrite(shown.frame, 'mentoring') && shown.frame.isOpen && request.actor.may.has('work on cases')
  return reply.page(
    CaseCrisisPlanPage({ page: request.page(), ...shown, form: formOf(sent, shown.plans, request), mayWritePlan }),
  )
}

/** What was sent, or the plan of one's own agency to be changed. */
function formOf(sent: FormState<unknown>, plans: readonly CrisisPlan[], { actor }: FastifyRequest): FormState<unknown> {
  const own = plans.find(({ agencyName }) => agencyName === actor.agencyName)
  const version = String(own?.version ?? 0)
  if (sent.problems.length > 0) return { ...sent, typed: { version, ...sent.typed } }
  if (!own) return filledForm({ version })
  const { signs, helps, people, places, avoid } = own
  return filledForm({ signs, helps, people, places, avoid, version })
}
