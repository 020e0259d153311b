import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getCaseFrame, mayWrite } from '../../cases/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readDay } from '../../platform/web/day-field.ts'
import { blankForm, type FormState, readForm, typedText, withProblems } from '../../platform/web/form.ts'
import { courseWords, declineReasons } from '../course-states.ts'
import { isHeldHere, listOffers } from '../queries/offers.ts'
import { sayCourse, withdrawOffer } from '../say-course.ts'
import { CoursePage } from '../views/course-page.tsx'

const said = z
  .object({
    what: z.enum(courseWords, { error: 'problem.what' }),
    reason: z.enum(declineReasons).optional().catch(undefined),
  })
  .refine(({ what, reason }) => what !== 'DECLINED' || reason, { path: ['reason'], message: 'problem.reason' })

const refused: Record<string, { field: string; message: string }> = {
  'pre-release.offered': { field: 'what', message: 'problem.offered' },
  'pre-release.before-offer': { field: 'on', message: 'problem.before-offer' },
}

interface OfCase {
  Params: { caseId: string }
}

/** The course before release of one person: offered, they came, or they said no. */
export async function courseRoutes(app: FastifyInstance): Promise<void> {
  const seen = { config: { may: 'see cases', looks: 'personal' } } as const
  app.get<OfCase>('/cases/:caseId/pre-release-course', seen, (request, reply) => show(request, reply, blankForm))

  app.post<OfCase>(
    '/cases/:caseId/pre-release-course',
    { config: { may: 'work on cases', looks: 'none' } },
    async (request, reply) => {
      const { caseId } = request.params
      const read = readForm(said, request.body)
      const today = dayAt(app.database.clock.now())
      const typedOn = readDay(read, 'on')
      const isWrong = typedOn === undefined || (typedOn !== null && typedOn > today)
      const form = isWrong ? withProblems(read, { field: 'on', message: 'problem.on' }) : read
      if (!form.valid) return show(request, reply.status(422), form)
      const { what, reason } = form.values
      try {
        await request.change((change) =>
          sayCourse(change, caseId, { what, on: typedOn ?? today, reason: reason ?? null }),
        )
      } catch (error) {
        const problem = error instanceof Refusal ? refused[error.code] : undefined
        if (!problem) throw error
        return show(request, reply.status(422), withProblems(form, problem))
      }
      const wing = typedText(form, 'wing')
      const isFromWing = typedText(form, 'from') === 'wing' && wing.length <= 40
      return reply.redirect(
        isFromWing ? `/wings?wing=${encodeURIComponent(wing)}` : `/cases/${caseId}/pre-release-course`,
        303,
      )
    },
  )

  app.post<{ Params: { offerId: string } }>(
    '/pre-release-offers/:offerId/withdrawal',
    { config: { may: 'work on cases', looks: 'none' } },
    async (request, reply) => {
      const { caseId } = await request.change((change) => withdrawOffer(change, request.params.offerId))
      return reply.redirect(`/cases/${caseId}/pre-release-course`, 303)
    },
  )
}

async function show(request: FastifyRequest<OfCase>, reply: FastifyReply, form: FormState<unknown>) {
  const { caseId } = request.params
  const shown = await request.read(async (reading) => {
    const frame = await getCaseFrame(reading, caseId)
    reading.look({
      action: 'consult',
      personIds: [frame.personId],
      caseIds: [caseId],
      fieldGroups: ['identity', 'custody'],
    })
    return { frame, offers: await listOffers(reading, caseId), isHere: await isHeldHere(reading, caseId) }
  })
  const mayWork = request.actor.may.has('work on cases') && request.actor.agencyKind === 'prison'
  const mayAdd = mayWork && mayWrite(shown.frame, 'custody') && shown.isHere
  if (reply.statusCode === 422 && !mayAdd) throw new Refusal('not allowed', 'pre-release.closed')
  return reply.page(CoursePage({ page: request.page(), ...shown, mayAdd, form }))
}
