import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { getCaseFrame } from '../../cases/index.ts'
import { type Pathway, pathways, readPathwayNames } from '../../needs/index.ts'
import { formatTime } from '../../platform/dates.ts'
import { Refusal } from '../../platform/refusal.ts'
import { typedBody } from '../../platform/web/form.ts'
import { listPageDrafts } from '../queries/drafts.ts'
import type { AnswerProblem, Typed } from '../read-page.ts'
import { openPage, type SavedPage, savePage } from '../save-page.ts'
import { ConflictPage } from '../views/conflict.tsx'
import { PageToFillPage, slugOf, urlsOf } from '../views/page-to-fill.tsx'
import { menuOf } from './labels.ts'
import { lookAt } from './of-case.ts'

/** What a page is shown with when it is not simply the draft: after problems, or to edit one's own side of a conflict. */
interface Shown {
  typed?: Typed
  version?: number
  problems?: AnswerProblem[]
}

export async function pageRoutes(app: FastifyInstance): Promise<void> {
  const url = '/assessments/:assessmentId/pages/:slug'
  const bodyLimit = 256 * 1024 // many times what the longest page takes

  app.get<OfPage>(url, { config: { may: 'work on cases', looks: 'personal' } }, async (request, reply) => {
    return reply.page(PageToFillPage(await readFill(request, {})))
  })

  app.post<OfPage>(url, { bodyLimit, config: { may: 'work on cases', looks: 'none' } }, async (request, reply) => {
    const { typed, go, version } = read(request)
    if (go === 'edit') return reply.status(422).page(PageToFillPage(await readFill(request, { typed, version })))
    const saved = await save(request, (work) => request.change(work))
    if (!saved) return reply.status(409).page(await conflict(request))
    if (go === 'stop') return reply.redirect(`/cases/${saved.caseId}/assessments`, 303)
    if (saved.problems.length > 0) {
      const shown = { typed, version: saved.version, problems: saved.problems }
      return reply.status(422).page(PageToFillPage(await readFill(request, shown)))
    }
    const { assessmentId, pathway } = read(request)
    const next = saved.next ? urlsOf(assessmentId, saved.next).url : urlsOf(assessmentId, pathway).checkUrl
    return reply.redirect(next, 303)
  })

  // Saved as one types. Without the form's id: that belongs to the button, which comes later with the same form.
  app.post<OfPage>(
    `${url}/draft`,
    { bodyLimit, config: { may: 'work on cases', looks: 'none' } },
    async (request, reply: FastifyReply) => {
      const origin = { channel: 'web' as const, requestId: request.id }
      const saved = await save(request, (work) => app.database.change(request.actor, work, origin))
      if (!saved) return reply.status(409).send({ code: 'assessment.page-changed' })
      return reply.send({
        savedAt: formatTime(request.page().locale, app.database.clock.now()),
        version: saved.version,
      })
    },
  )
}

type Work = (change: Parameters<typeof savePage>[0]) => Promise<SavedPage>

/** @returns undefined when a colleague saved the page since. */
async function save(request: PageRequest, run: (work: Work) => Promise<SavedPage>): Promise<SavedPage | undefined> {
  const { assessmentId, pathway, typed, version } = read(request)
  try {
    return await run((change) => savePage(change, { assessmentId, pathway, typed, version }))
  } catch (error) {
    if (error instanceof Refusal && error.code === 'assessment.page-changed') return undefined
    throw error
  }
}

async function readFill(request: PageRequest, shown: Shown) {
  const { assessmentId, pathway } = read(request)
  const page = request.page()
  return request.read(async (reading) => {
    const fill = await openPage(reading, assessmentId, pathway)
    const frame = await getCaseFrame(reading, fill.assessment.caseId)
    const drafts = await listPageDrafts(reading, assessmentId)
    const nameOf = await readPathwayNames(reading, page.locale)
    lookAt(reading, frame)
    const draft = drafts.find((one) => one.pathway === pathway)
    const menu = menuOf({ assessment: fill.assessment, drafts, nameOf, locale: page.locale, current: pathway })
    const { typed = draft?.typed ?? {}, version = draft?.version ?? 0, problems = [] } = shown
    return { page, frame, fill, pathway, menu, draft, typed, version, problems }
  })
}

async function conflict(request: PageRequest) {
  const { assessmentId, pathway, typed } = read(request)
  const { page, frame, fill, draft } = await readFill(request, {})
  const { url } = urlsOf(assessmentId, pathway)
  return ConflictPage({ page, frame, questions: fill.questions, url, theirs: draft!, mine: typed })
}

/** @throws Refusal `assessment.not-found` for a page that no set has. */
function read(request: PageRequest) {
  const { go, version, ...typed } = typedBody.parse(request.body)
  const pathway = pathways.find((code: Pathway) => slugOf(code) === request.params.slug)
  if (!pathway) throw new Refusal('not found', 'assessment.not-found')
  return { assessmentId: request.params.assessmentId, pathway, typed, go, version: Number(version) || 0 }
}

interface OfPage {
  Params: { assessmentId: string; slug: string }
}
type PageRequest = FastifyRequest<OfPage>
