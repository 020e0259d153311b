import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getCaseFrame } from '../../cases/index.ts'
import { readPathwayNames } from '../../needs/index.ts'
import { readForm } from '../../platform/web/form.ts'
import { isUnderWay, resetAssessment, resetReasons } from '../begin-assessment.ts'
import { listAnswers } from '../queries/answers.ts'
import { getAssessment } from '../queries/assessments.ts'
import { reviewAssessment } from '../review-assessment.ts'
import { sayAnswers } from '../say-answers.ts'
import { submitAssessment } from '../submit-assessment.ts'
import { CaseAssessmentsPage } from '../views/case-assessments.tsx'
import { CheckPage } from '../views/check.tsx'
import { SubmittedPage } from '../views/submitted.tsx'
import { menuOf } from './labels.ts'
import { lookAt, readCaseAssessments } from './of-case.ts'

const reset = z.object({ reason: z.enum(resetReasons, { error: 'reason.missing' }) })

export async function submissionRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfAssessment>(
    '/assessments/:assessmentId/check',
    { config: { may: 'work on cases', looks: 'personal' } },
    async (request, reply) => {
      const page = request.page()
      const shown = await request.read(async (reading) => {
        const review = await reviewAssessment(reading, request.params.assessmentId)
        const frame = await getCaseFrame(reading, review.assessment.caseId)
        const nameOf = await readPathwayNames(reading, page.locale)
        lookAt(reading, frame)
        const drafts = review.pages.flatMap(({ draft }) => draft ?? [])
        return { review, frame, menu: menuOf({ assessment: review.assessment, drafts, nameOf, locale: page.locale }) }
      })
      return reply.page(CheckPage({ page, ...shown }))
    },
  )

  app.post<OfAssessment>(
    '/assessments/:assessmentId/submission',
    { config: { may: 'work on cases', looks: 'none' } },
    async (request, reply) => {
      const { assessmentId } = request.params
      await request.change((change) => submitAssessment(change, assessmentId, request.page().locale))
      return reply.redirect(`/assessments/${assessmentId}?submitted`, 303)
    },
  )

  app.get<OfAssessment>(
    '/assessments/:assessmentId',
    { config: { may: 'see cases', looks: 'personal' } },
    async (request, reply) => {
      const shown = await readSubmitted(request)
      if (isUnderWay(shown.assessment)) return reply.redirect(`/assessments/${shown.assessment.id}/check`, 303)
      if (!shown.assessment.submittedAt) return reply.redirect(`/cases/${shown.frame.caseId}/assessments`, 303)
      return reply.page(SubmittedPage(shown))
    },
  )

  app.post<OfAssessment>(
    '/assessments/:assessmentId/reset',
    { config: { may: 'work on cases', looks: 'none' } },
    async (request, reply) => {
      const form = readForm(reset, request.body)
      const shown = await readSubmitted(request)
      if (!form.valid && shown.assessment.submittedAt) {
        return reply.status(422).page(SubmittedPage({ ...shown, isReasonMissing: true }))
      }
      if (!form.valid) {
        const { page, frame, assessment } = shown
        const onCase = await request.read((reading) => readCaseAssessments(reading, frame.caseId, page.locale))
        return reply.status(422).page(CaseAssessmentsPage({ page, ...onCase, missingReasonFor: assessment.type }))
      }
      await request.change((change) => resetAssessment(change, shown.assessment.id, form.values.reason))
      return reply.redirect(`/cases/${shown.frame.caseId}/assessments`, 303)
    },
  )
}

function readSubmitted(request: FastifyRequest<OfAssessment>) {
  const page = request.page()
  return request.read(async (reading) => {
    const assessment = await getAssessment(reading, request.params.assessmentId)
    const frame = await getCaseFrame(reading, assessment.caseId)
    const told = await listAnswers(reading, assessment.id)
    const answers = await sayAnswers(reading, told, page.locale, frame.calledName)
    const nameOf = await readPathwayNames(reading, page.locale)
    lookAt(reading, frame)
    const isJustSubmitted = 'submitted' in (request.query as object)
    return { page, frame, assessment, answers, nameOf, isJustSubmitted, mayWrite: frame.sight.assessment === true }
  })
}

interface OfAssessment {
  Params: { assessmentId: string }
}
