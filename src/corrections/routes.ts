import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getCaseFrame } from '../cases/index.ts'
import type { FieldGroup, Reading } from '../platform/database.ts'
import { blankForm, type FormState, filledForm, readForm, text } from '../platform/web/form.ts'
import { acknowledgeCorrection, correctFact, liftRestriction, mostFacts } from './correct-fact.ts'
import { correctionKinds, factKinds } from './kinds.ts'
import { type Correction, findOwnWords, getCorrection, listOfCase, listToUs } from './queries/corrections.ts'
import { listFacts } from './queries/facts.ts'
import { CaseCorrectionsPage } from './views/case-corrections.tsx'
import { CorrectionPage } from './views/correction.tsx'
import { CorrectionsPage } from './views/corrections.tsx'
import { SayPage } from './views/say.tsx'

const rowsOfPage = 25
const mostOfCase = 200
const sees = { config: { may: 'see cases', looks: 'personal' } } as const
const works = { config: { may: 'work on cases', looks: 'personal' } } as const
const changes = { config: { may: 'work on cases', looks: 'none' } } as const
const aFact = new RegExp(`^(${factKinds.join('|')}):[\\da-f-]{36}$`)
const said = z.object({
  fact: z.string({ error: 'problem.fact' }).regex(aFact, 'problem.fact'),
  kind: z.enum(correctionKinds, { error: 'problem.kind' }),
  words: text(2_000, { missing: 'problem.words', long: 'problem.words-long' }),
  ownRequestId: z
    .uuid()
    .nullish()
    .catch(null)
    .transform((id) => id ?? null),
})
const listQuery = z.object({ page: z.coerce.number().int().min(1).max(1_000).catch(1) })
const newQuery = z.object({
  request: z.uuid().optional().catch(undefined),
  fact: z.string().max(60).optional().catch(undefined),
})

/** Saying something beside a fact, and what was sent to one's own agency. */
export async function correctionRoutes(app: FastifyInstance): Promise<void> {
  app.get('/corrections', sees, async (request, reply) => {
    const { page: number } = listQuery.parse(request.query)
    const found = await request.read(async (reading) => {
      const rows = await listToUs(reading, { limit: rowsOfPage + 1, offset: (number - 1) * rowsOfPage })
      lookAt(reading, rows)
      return rows
    })
    const rows = found.slice(0, rowsOfPage)
    const { agencyId } = request.actor
    return reply.page(
      CorrectionsPage({ page: request.page(), rows, number, hasMore: found.length > rowsOfPage, agencyId }),
    )
  })

  app.get<OfCorrection>('/corrections/:correctionId', sees, async (request, reply) => {
    const correction = await request.read(async (reading) => {
      const found = await getCorrection(reading, request.params.correctionId)
      lookAt(reading, [found])
      return found
    })
    const { agencyId } = request.actor
    const mayWork = request.actor.may.has('work on cases')
    return reply.page(CorrectionPage({ page: request.page(), correction, agencyId, mayWork }))
  })

  app.post<OfCorrection>('/corrections/:correctionId/acknowledge', changes, async (request, reply) => {
    await request.change((change) => acknowledgeCorrection(change, request.params.correctionId))
    return reply.redirect('/corrections', 303)
  })

  app.post<OfCorrection>('/corrections/:correctionId/lift', changes, async (request, reply) => {
    await request.change((change) => liftRestriction(change, request.params.correctionId))
    return reply.redirect(`/corrections/${request.params.correctionId}`, 303)
  })

  app.get<OfCase>('/cases/:caseId/corrections', sees, async (request, reply) => {
    const { caseId } = request.params
    const found = await request.read(async (reading) => {
      const frame = await getCaseFrame(reading, caseId)
      const rows = await listOfCase(reading, caseId, mostOfCase)
      const fieldGroups: FieldGroup[] = [...new Set<FieldGroup>(['identity', ...rows.map(({ part }) => part)])]
      reading.look({ action: 'consult', personIds: [frame.personId], caseIds: [caseId], fieldGroups })
      const facts = reading.actor.may.has('work on cases') ? await listFacts(reading, caseId, 1) : []
      return { frame, rows, maySay: facts.length > 0 }
    })
    return reply.page(CaseCorrectionsPage({ page: request.page(), ...found, agencyId: request.actor.agencyId }))
  })

  app.get<OfCase>('/cases/:caseId/corrections/new', works, (request, reply) => showForm(request, reply, undefined))

  app.post<OfCase>('/cases/:caseId/corrections', works, async (request, reply) => {
    const form = readForm(said, request.body)
    if (!form.valid) return showForm(request, reply.status(422), form)
    const id = await request.change((change) => correctFact(change, request.params.caseId, form.values))
    return reply.redirect(`/corrections/${id}`, 303)
  })
}

function lookAt(reading: Reading, rows: readonly Correction[]): void {
  const fieldGroups: FieldGroup[] = [...new Set<FieldGroup>(['identity', ...rows.map(({ part }) => part)])]
  const [personIds, caseIds] = [rows.map(({ personId }) => personId), rows.map(({ caseId }) => caseId)]
  reading.look({ action: 'consult', personIds: [...new Set(personIds)], caseIds: [...new Set(caseIds)], fieldGroups })
}

/** Blank, about one fact, or with what the person said at their own door. */
async function showForm(request: FastifyRequest<OfCase>, reply: FastifyReply, sent: FormState<unknown> | undefined) {
  const { caseId } = request.params
  const { request: requestId, fact } = newQuery.parse(request.query)
  const { frame, facts, ownWords } = await request.read(async (reading) => {
    const frame = await getCaseFrame(reading, caseId)
    const fieldGroups = Object.keys(frame.sight) as FieldGroup[]
    reading.look({ action: 'consult', personIds: [frame.personId], caseIds: [caseId], fieldGroups })
    const ownWords = requestId && (await findOwnWords(reading, caseId, requestId))
    return { frame, facts: await listFacts(reading, caseId, mostFacts), ownWords }
  })
  const begun = ownWords ? { words: ownWords, kind: 'STATEMENT', ownRequestId: requestId } : {}
  const form = sent ?? (ownWords || fact ? filledForm({ ...begun, fact }) : blankForm)
  return reply.page(SayPage({ page: request.page(), frame, facts, form }))
}

interface OfCase {
  Params: { caseId: string }
}
interface OfCorrection {
  Params: { correctionId: string }
}
