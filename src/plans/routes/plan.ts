import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readForm } from '../../platform/web/form.ts'
import { reassignSteps } from '../change-step.ts'
import { readPlan, type WholePlan } from '../read-plan.ts'
import { reassignment } from '../step-form.ts'
import { FunderSummaryPage } from '../views/funder-summary-page.tsx'
import { GoalsPage } from '../views/goals-page.tsx'
import { PlanPage } from '../views/plan-page.tsx'
import { SummaryPage } from '../views/summary-page.tsx'

const seen = { config: { may: 'see cases', looks: 'personal' } } as const
const changes = { config: { may: 'work on cases', looks: 'none' } } as const

/** The plan as a whole: on screen, on one page, and summed up at the end for the person and for whoever pays. */
export async function wholePlanRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfCase>('/cases/:caseId/plan', seen, (request, reply) => show(request, reply))

  app.get<OfCase>('/cases/:caseId/plan/goals', seen, async (request, reply) =>
    reply.page(GoalsPage({ page: request.page(), ...(await read(request)) })),
  )

  app.get<OfCase>('/cases/:caseId/plan/summary', seen, async (request, reply) =>
    reply.page(SummaryPage({ page: request.page(), ...(await read(request)) })),
  )

  app.get<OfCase>('/cases/:caseId/plan/funder-summary', seen, async (request, reply) =>
    reply.page(FunderSummaryPage({ page: request.page(), ...(await read(request)) })),
  )

  app.post<OfCase & { Body: unknown }>('/cases/:caseId/plan/owners', changes, async (request, reply) => {
    const { caseId } = request.params
    const form = readForm(reassignment, request.body)
    if (!form.valid) return show(request, reply.status(422), form.problems)
    await request.change((change) => reassignSteps(change, caseId, form.values.owner))
    return reply.redirect(`/cases/${caseId}/plan`, 303)
  })
}

async function show(
  request: FastifyRequest<OfCase>,
  reply: FastifyReply,
  problems: { field: string; message: string }[] = [],
) {
  return reply.page(PlanPage({ page: request.page(), ...(await read(request)), problems }))
}

const read = (request: FastifyRequest<OfCase>): Promise<WholePlan> =>
  request.read((reading) => readPlan(reading, request.params.caseId, request.page().locale))

interface OfCase {
  Params: { caseId: string }
}
