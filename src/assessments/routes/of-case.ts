import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { getPartnership } from '../../agencies/index.ts'
import { getCaseFrame } from '../../cases/index.ts'
import { pathways, readPathwayNames } from '../../needs/index.ts'
import type { Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readForm, typedText } from '../../platform/web/form.ts'
import type { Locale } from '../../platform/words.ts'
import { beginAssessment, isUnderWay, skipAssessment, skipReasons } from '../begin-assessment.ts'
import { listAnswersToQuestion, listLatestAnswers } from '../queries/answers.ts'
import { type Assessment, listAssessments } from '../queries/assessments.ts'
import { listPageDrafts } from '../queries/drafts.ts'
import { assessmentTypes } from '../question-set.ts'
import { sayAnswers } from '../say-answers.ts'
import type { Standing } from '../views/assessment-card.tsx'
import { CaseAssessmentsPage, HistoryPage } from '../views/case-assessments.tsx'
import { urlsOf } from '../views/page-to-fill.tsx'

const chosenType = z.object({ type: z.enum(assessmentTypes) })
const skipped = chosenType.extend({ reason: z.enum(skipReasons, { error: 'reason.missing' }) })

export async function caseRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfCase>(
    '/cases/:caseId/assessments',
    { config: { may: 'see cases', looks: 'personal' } },
    async (request, reply) => {
      const page = request.page()
      const shown = await request.read((reading) => readCaseAssessments(reading, request.params.caseId, page.locale))
      return reply.page(CaseAssessmentsPage({ page, ...shown }))
    },
  )

  app.post<OfCase>(
    '/cases/:caseId/assessments',
    { config: { may: 'work on cases', looks: 'none' } },
    async (request, reply) => {
      const form = readForm(chosenType, request.body)
      if (!form.valid) throw new Refusal('not found', 'assessment.type-unknown')
      const { type } = form.values
      const id = await request.change((change) => beginAssessment(change, request.params.caseId, type))
      return reply.redirect(urlsOf(id, 'ACCOMMODATION').url, 303)
    },
  )

  app.post<OfCase>(
    '/cases/:caseId/assessments/skip',
    { config: { may: 'work on cases', looks: 'none' } },
    async (request, reply) => {
      const { caseId } = request.params
      const form = readForm(skipped, request.body)
      if (!form.valid) {
        const page = request.page()
        const shown = await request.read((reading) => readCaseAssessments(reading, caseId, page.locale))
        const missingReasonFor = typedText(form, 'type')
        return reply.status(422).page(CaseAssessmentsPage({ page, ...shown, missingReasonFor }))
      }
      await request.change((change) => skipAssessment(change, caseId, form.values.type, form.values.reason))
      return reply.redirect(`/cases/${caseId}/assessments`, 303)
    },
  )

  app.get<{ Params: { caseId: string; questionKey: string } }>(
    '/cases/:caseId/answers/:questionKey',
    { config: { may: 'see cases', looks: 'personal' } },
    async (request, reply) => {
      const shown = await request.read(async (reading) => {
        const frame = await getCaseFrame(reading, request.params.caseId)
        const answers = await listAnswersToQuestion(reading, frame.personId, request.params.questionKey)
        if (answers.length === 0) throw new Refusal('not found', 'answer.not-found')
        lookAt(reading, frame)
        const { locale } = request.page()
        return { frame, answers: await sayAnswers(reading, answers, locale, frame.calledName) }
      })
      return reply.page(HistoryPage({ page: request.page(), ...shown }))
    },
  )
}

export async function readCaseAssessments(reading: Reading, caseId: string, locale: Locale) {
  const frame = await getCaseFrame(reading, caseId)
  lookAt(reading, frame)
  const nameOf = await readPathwayNames(reading, locale)
  const all = await listAssessments(reading, caseId)
  const answers = await listLatestAnswers(reading, frame.personId, [...pathways])
  const { releaseWindowInDays } = await getPartnership(reading)
  const standings: Standing[] = []
  for (const type of assessmentTypes) standings.push(await readStanding(reading, all, type, releaseWindowInDays))
  const next = standings.find(({ current, mayBegin, isOwn }) => (current ? isUnderWay(current) && isOwn : mayBegin))
  return {
    frame,
    answers: await sayAnswers(reading, answers, locale, frame.calledName),
    standings: standings.map((standing) => ({ ...standing, isNext: standing === next })),
    pathways: pathways.map((code) => ({ code, name: nameOf(code) })),
  }
}

async function readStanding(
  reading: Reading,
  all: Assessment[],
  type: Standing['type'],
  windowInDays: number,
): Promise<Standing> {
  const ofType = all.filter((one) => one.type === type)
  const current = ofType.find(({ resetAt }) => !resetAt)
  const isOwn = current?.agencyId === reading.actor.agencyId
  const drafts = current && isOwn && isUnderWay(current) ? await listPageDrafts(reading, current.id) : []
  const isFirstSettled = all.some((one) => one.type === 'BCST2' && !one.resetAt && (one.submittedAt || one.skippedAt))
  return {
    type,
    current,
    earlier: ofType.filter(({ resetAt }) => resetAt),
    isOwn,
    donePages: drafts.filter(({ isDone }) => isDone).length,
    mayBegin: type === 'BCST2' || isFirstSettled,
    isNext: false,
    windowInDays,
  }
}

export function lookAt(reading: Reading, { caseId, personId, sight }: Awaited<ReturnType<typeof getCaseFrame>>): void {
  const fieldGroups = (['identity', 'assessment', 'risk'] as const).filter((group) => sight[group] !== undefined)
  reading.look({ action: 'consult', caseIds: [caseId], personIds: [personId], fieldGroups })
}

interface OfCase {
  Params: { caseId: string }
}
