import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ConflictPage, findLastChange } from '../cases/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { blankForm, type FormState, filledForm, readForm, typedText, withProblems } from '../platform/web/form.ts'
import { changeNeed, undoNeedChange } from './change-need.ts'
import { changedNeed, newNeed, typedOf } from './need-form.ts'
import { pathways } from './pathways.ts'
import { listPossibleOwners } from './queries/cases.ts'
import { getNeed, listNeeds, listNeedVersions, type NeedFields } from './queries/needs.ts'
import { raiseNeed } from './raise-need.ts'
import { openFrame, readPathwayNames } from './read-frame.ts'
import { pathwayRoutes } from './routes/pathways.ts'
import { conflictRows } from './views/conflict-rows.ts'
import { EditNeedPage, NewNeedPage } from './views/need-form.tsx'
import { NeedsPage } from './views/needs-page.tsx'

/** The pages of needs, and of how the pathways stand. */
export async function needRoutes(app: FastifyInstance): Promise<void> {
  await pathwayRoutes(app)

  app.get<OfCase>(
    '/cases/:caseId/needs',
    { config: { may: 'see cases', looks: 'personal' } },
    async (request, reply) => {
      const page = request.page()
      const shown = await request.read(async (reading) => {
        const frame = await openFrame(reading, request.params.caseId)
        return {
          frame,
          needs: await listNeeds(reading, frame.caseId),
          nameOf: await readPathwayNames(reading, page.locale),
        }
      })
      return reply.page(NeedsPage({ page, ...shown }))
    },
  )

  app.get<OfCase>(
    '/cases/:caseId/needs/new',
    { config: { may: 'work on cases', looks: 'personal' } },
    async (request, reply) => {
      return reply.page(NewNeedPage({ ...(await readChoices(request, request.params.caseId)), form: blankForm }))
    },
  )

  app.post<OfCase>(
    '/cases/:caseId/needs',
    { config: { may: 'work on cases', looks: 'none' } },
    async (request, reply) => {
      const { caseId } = request.params
      const form = readForm(newNeed, request.body)
      if (!form.valid) return reply.status(422).page(NewNeedPage({ ...(await readChoices(request, caseId)), form }))
      const { owner: responsible, words, pathway, neededByOn } = form.values
      await request.change((change) =>
        raiseNeed(change, caseId, { words, pathway, responsible, neededByOn: neededByOn ?? undefined }),
      )
      return reply.redirect(`/cases/${caseId}/needs`, 303)
    },
  )

  app.get<OfNeed>('/needs/:needId', { config: { may: 'work on cases', looks: 'personal' } }, async (request, reply) => {
    const shown = await readNeed(request)
    const query = request.query as object
    const done = 'saved' in query ? ('saved' as const) : 'undone' in query ? ('undone' as const) : undefined
    return reply.page(EditNeedPage({ ...shown, form: filledForm(typedOf(shown.need)), done }))
  })

  app.post<OfNeed>('/needs/:needId', { config: { may: 'work on cases', looks: 'none' } }, async (request, reply) => {
    const { needId } = request.params
    const form = readForm(changedNeed, request.body)
    if (!form.valid || typedText(form, 'keep-editing'))
      return reply.status(422).page(EditNeedPage({ ...(await readNeed(request)), form }))
    const { owner: responsible, words, status, statusReason, neededByOn, version } = form.values
    const fields = { words, status, statusReason, neededByOn, responsible }
    const refused = await refusalOf(() => request.change((change) => changeNeed(change, needId, version, fields)))
    if (refused === 'need.changed-meanwhile') return reply.status(409).page(await conflict(request, form, fields))
    if (refused === 'need.status-closed-way') {
      const told = withProblems(form, { field: 'status', message: 'problem.closed-way' })
      return reply.status(422).page(EditNeedPage({ ...(await readNeed(request)), form: told }))
    }
    return reply.redirect(`/needs/${needId}?saved`, 303)
  })

  app.post<OfNeed>(
    '/needs/:needId/undo',
    { config: { may: 'work on cases', looks: 'none' } },
    async (request, reply) => {
      const version = Number((request.body as { version?: string } | null)?.version) || 0
      await request.change((change) => undoNeedChange(change, request.params.needId, version))
      return reply.redirect(`/needs/${request.params.needId}?undone`, 303)
    },
  )
}

/** The code of what the form can answer itself; any other refusal has its own page. */
async function refusalOf(work: () => Promise<void>): Promise<string | undefined> {
  try {
    await work()
  } catch (error) {
    const isOurs = error instanceof Refusal && ['need.changed-meanwhile', 'need.status-closed-way'].includes(error.code)
    if (!isOurs) throw error
    return error.code
  }
  return undefined
}

function readChoices(request: FastifyRequest, caseId: string) {
  const page = request.page()
  return request.read(async (reading) => {
    const frame = await openFrame(reading, caseId)
    const nameOf = await readPathwayNames(reading, page.locale)
    const owners = await listPossibleOwners(reading, caseId)
    return { page, frame, owners, pathways: pathways.map((code) => ({ code, name: nameOf(code) })) }
  })
}

function readNeed(request: FastifyRequest<OfNeed>) {
  return request.read(async (reading) => {
    const need = await getNeed(reading, request.params.needId)
    const frame = await openFrame(reading, need.caseId)
    const versions = await listNeedVersions(reading, need.id)
    const owners = await listPossibleOwners(reading, need.caseId)
    return { page: request.page(), frame, need, versions, owners }
  })
}

async function conflict(request: FastifyRequest<OfNeed>, { typed }: FormState<unknown>, mine: NeedFields) {
  const { page, frame, need, owners } = await readNeed(request)
  const about = { caseId: need.caseId, subjectId: need.id }
  const last = await request.server.database.read(request.actor, (reading) => findLastChange(reading, about))
  const rows = conflictRows(page.locale, { frame, need, mine, owners })
  const address = `/needs/${need.id}`
  const { version } = need
  return ConflictPage({ page, frame, last, current: 'plan', rows, action: address, back: address, version, typed })
}

interface OfCase {
  Params: { caseId: string }
}
interface OfNeed {
  Params: { needId: string }
}
