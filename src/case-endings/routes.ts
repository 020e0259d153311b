import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getCaseFrame } from '../cases/index.ts'
import type { Reading } from '../platform/database.ts'
import { blankForm, type FormState, optionalText, readForm, text, withProblems } from '../platform/web/form.ts'
import { type Ending, endCase, hindranceOf, reopenCase } from './end-case.ts'
import { getEndedCase, getUndone, listEndedCases } from './queries.ts'
import { endingReasons } from './reasons.ts'
import { EndCasePage } from './views/end-case.tsx'
import { EndedCasePage } from './views/ended-case.tsx'
import { EndedCasesPage } from './views/ended-cases.tsx'

const rowsOfPage = 25
const sees = { config: { may: 'see cases', looks: 'personal' } } as const
const ends = { config: { may: 'name workers', looks: 'personal' } } as const
const changes = { config: { may: 'name workers', looks: 'none' } } as const
const ending: z.ZodType<Ending> = z.object({
  reason: z.enum(endingReasons, { error: 'problem.reason' }),
  words: text(1_000, { missing: 'problem.words', long: 'problem.long' }),
  personsWords: optionalText(1_000, 'problem.long'),
})
const again = z.object({ words: text(1_000, { missing: 'problem.again', long: 'problem.long' }) })
const listQuery = z.object({
  q: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
})

/** Ending a case, the list of those that ended, and taking one up again. */
export async function caseEndingRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfCase>('/cases/:caseId/end', ends, (request, reply) => showForm(request, reply, blankForm))

  app.post<OfCase>('/cases/:caseId/end', changes, async (request, reply) => {
    const { caseId } = request.params
    const form = readForm(ending, request.body)
    if (!form.valid) return showForm(request, reply.status(422), form)
    const { undone } = await request.read((reading) => readStanding(reading, caseId))
    const hindrance = hindranceOf(undone, form.values.reason)
    if (hindrance) {
      const problem = { field: 'reason', message: `problem.${hindrance}` }
      return showForm(request, reply.status(422), withProblems<Ending>(form, problem))
    }
    const id = await request.change((change) => endCase(change, caseId, form.values))
    return reply.redirect(`/ended-cases/${id}`, 303)
  })

  app.get('/ended-cases', sees, async (request, reply) => {
    const { q, page: number } = listQuery.parse(request.query)
    const place = { limit: rowsOfPage + 1, offset: (number - 1) * rowsOfPage }
    const found = await request.read(async (reading) => {
      const rows = await listEndedCases(reading, { words: q, ...place })
      const [personIds, caseIds] = [rows.map(({ personId }) => personId), rows.map(({ caseId }) => caseId)]
      reading.look({ action: q ? 'search' : 'consult', personIds, caseIds, fieldGroups: ['identity'] })
      return rows
    })
    const rows = found.slice(0, rowsOfPage)
    const page = request.page()
    return reply.page(EndedCasesPage({ page, rows, words: q, number, hasMore: found.length > rowsOfPage }))
  })

  app.get<OfEnding>('/ended-cases/:endingId', sees, (request, reply) => showEnded(request, reply, blankForm))

  app.post<OfEnding>('/ended-cases/:endingId/reopen', changes, async (request, reply) => {
    const form = readForm(again, request.body)
    if (!form.valid) return showEnded(request, reply.status(422), form)
    const { caseId } = await request.change((change) => reopenCase(change, request.params.endingId, form.values.words))
    return reply.redirect(`/cases/${caseId}`, 303)
  })
}

async function showForm(request: FastifyRequest<OfCase>, reply: FastifyReply, form: FormState<unknown>) {
  const { caseId } = request.params
  const found = await request.read((reading) => readStanding(reading, caseId))
  return reply.page(EndCasePage({ page: request.page(), ...found, form }))
}

async function readStanding(reading: Reading, caseId: string) {
  const frame = await getCaseFrame(reading, caseId)
  const undone = await getUndone(reading, caseId)
  reading.look({ action: 'consult', personIds: [frame.personId], caseIds: [caseId], fieldGroups: ['identity'] })
  return { frame, undone }
}

async function showEnded(request: FastifyRequest<OfEnding>, reply: FastifyReply, form: FormState<unknown>) {
  const ended = await request.read(async (reading) => {
    const found = await getEndedCase(reading, request.params.endingId)
    reading.look({
      action: 'consult',
      personIds: [found.personId],
      caseIds: [found.caseId],
      fieldGroups: ['identity'],
    })
    return found
  })
  const mayReopen = request.actor.may.has('name workers')
  return reply.page(EndedCasePage({ page: request.page(), ended, mayReopen, form }))
}

interface OfCase {
  Params: { caseId: string }
}
interface OfEnding {
  Params: { endingId: string }
}
