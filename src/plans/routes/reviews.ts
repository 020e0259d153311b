import type { FastifyInstance, FastifyRequest } from 'fastify'
import { mayWrite } from '../../cases/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { withProblems } from '../../platform/web/form.ts'
import { getReview } from '../queries/reviews.ts'
import { openFrame } from '../read-frame.ts'
import { readPlan } from '../read-plan.ts'
import { newReview, readReview } from '../reviews/review-form.ts'
import { reviewPlan } from '../reviews/review-plan.ts'
import { NewReviewPage } from '../views/new-review-page.tsx'
import { ReviewPage } from '../views/review-page.tsx'

const seen = { config: { may: 'see cases', looks: 'personal' } } as const
const works = { config: { may: 'work on cases', looks: 'personal' } } as const
const changes = { config: { may: 'work on cases', looks: 'none' } } as const

/** Reviews of the plan: each is a version, with what the person says to it. */
export async function reviewRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfCase>('/cases/:caseId/plan/reviews/new', works, async (request, reply) => {
    const shown = await readToReview(request)
    return reply.page(NewReviewPage({ ...shown, form: newReview(dayAt(shown.page.now), shown.reviews[0]) }))
  })

  app.post<OfCase & { Body: unknown }>('/cases/:caseId/plan/reviews', changes, async (request, reply) => {
    const { caseId } = request.params
    const form = readReview(request.body, dayAt(app.database.clock.now()))
    if (!form.valid) return reply.status(422).page(NewReviewPage({ ...(await readToReview(request)), form }))
    const { number, ...fields } = form.values
    try {
      await request.change((change) => reviewPlan(change, caseId, number, fields))
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'plan-review.meanwhile')) throw error
      // The other review stands above the form; sent again this one becomes the next version.
      const told = withProblems(form, { field: 'agreement', message: 'problem.reviewed-meanwhile' })
      return reply.status(409).page(NewReviewPage({ ...(await readToReview(request)), form: told }))
    }
    return reply.redirect(`/cases/${caseId}/plan/reviews/${number}`, 303)
  })

  app.get<OfReview>('/cases/:caseId/plan/reviews/:number', seen, async (request, reply) => {
    const page = request.page()
    const { caseId, number } = request.params
    if (!/^[1-9]\d{0,4}$/.test(number)) throw new Refusal('not found', 'plan-review.not-found')
    const shown = await request.read(async (reading) => ({
      ...(await openFrame(reading, caseId, page.locale)),
      review: await getReview(reading, caseId, Number(number)),
    }))
    return reply.page(ReviewPage({ page, ...shown }))
  })
}

function readToReview(request: FastifyRequest<OfCase>) {
  const page = request.page()
  return request.read(async (reading) => {
    const plan = await readPlan(reading, request.params.caseId, page.locale)
    if (!mayWrite(plan.frame, 'plan')) throw new Refusal('not allowed', 'step.plan-closed')
    return { page, ...plan }
  })
}

interface OfCase {
  Params: { caseId: string }
}
interface OfReview {
  Params: { caseId: string; number: string }
}
