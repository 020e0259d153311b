import { stringify } from 'csv-stringify/sync'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listPrisons } from '../custody/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { readDay } from '../platform/web/day-field.ts'
import { blankForm, type FormState, optionalText, readForm, text, withProblems } from '../platform/web/form.ts'
import { addRecommendation, numberRecommendation, retireRecommendation, sayStanding } from './keep-recommendation.ts'
import { countEvidence, listRecommendations, listStandings } from './queries.ts'
import { tableOf } from './recommendations-csv.ts'
import { evidenceKinds, standingStates } from './standing-states.ts'
import { RecommendationPage } from './views/recommendation-page.tsx'
import { RecommendationsPage } from './views/recommendations-page.tsx'

const sees = { config: { may: 'see evidence', looks: 'none' } } as const
const asked = z.object({ prison: z.uuid().optional().catch(undefined) })
const standing = z
  .object({
    state: z.enum(standingStates, { error: 'problem.state' }),
    lead: optionalText(120, 'problem.lead'),
    words: optionalText(1_000, 'problem.long'),
  })
  .refine(({ state, words }) => state !== 'NOT_HERE' || words !== '', { path: ['words'], message: 'problem.why' })
const added = z.object({
  review: text(200, { missing: 'problem.review', long: 'problem.review' }),
  number: optionalText(10, 'problem.number'),
  words: text(300, { missing: 'problem.words', long: 'problem.words' }),
  source: text(300, { missing: 'problem.source', long: 'problem.source' }),
  evidence: z.enum(['', ...evidenceKinds]).transform((kind) => kind || null),
})
const numbered = z.object({ number: optionalText(10, 'problem.number') })

interface OfOne {
  Params: { recommendationId: string }
}

/** What a review recommended about families, and how each prison stands with it (R121). */
export async function recommendationRoutes(app: FastifyInstance): Promise<void> {
  app.get('/recommendations', sees, (request, reply) => showAll(request, reply, blankForm))

  app.get('/recommendations.csv', sees, async (request, reply) => {
    const { list, counted, prisons, prisonId, isOwn } = await readAll(request)
    const prison = isOwn ? request.actor.agencyName : (prisons.find(({ id }) => id === prisonId)?.name ?? '')
    const { header, rows } = tableOf(request.page().locale, { prison, list, counted, isOwn })
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="recommendations.csv"')
      .send(stringify([header, ...rows], { escape_formulas: true, bom: true }))
  })

  app.post('/recommendations', sees, async (request, reply) => {
    const form = readForm(added, request.body)
    if (!form.valid) return showAll(request, reply.status(422), form)
    const id = await request.change((change) => addRecommendation(change, form.values))
    return reply.redirect(`/recommendations/${id}`, 303)
  })

  app.get<OfOne>('/recommendations/:recommendationId', sees, (request, reply) => showOne(request, reply, blankForm))

  app.post<OfOne>('/recommendations/:recommendationId/standing', sees, async (request, reply) => {
    const { recommendationId } = request.params
    const read = readForm(standing, request.body)
    const dueOn = readDay(read, 'dueOn')
    const form = dueOn === undefined ? withProblems(read, { field: 'dueOn', message: 'problem.day' }) : read
    if (!form.valid || dueOn === undefined) return showOne(request, reply.status(422), form)
    await request.change((change) => sayStanding(change, recommendationId, { ...form.values, dueOn }))
    return reply.redirect(`/recommendations/${recommendationId}`, 303)
  })

  app.post<OfOne>('/recommendations/:recommendationId/number', sees, async (request, reply) => {
    const { recommendationId } = request.params
    const form = readForm(numbered, request.body)
    if (!form.valid) return showOne(request, reply.status(422), form)
    await request.change((change) => numberRecommendation(change, recommendationId, form.values.number))
    return reply.redirect(`/recommendations/${recommendationId}`, 303)
  })

  app.post<OfOne>('/recommendations/:recommendationId/retirement', sees, async (request, reply) => {
    await request.change((change) => retireRecommendation(change, request.params.recommendationId))
    return reply.redirect('/recommendations', 303)
  })
}

/** The list of the reader's own prison, or of the one that a coordinator chose. */
async function readAll(request: FastifyRequest) {
  const { agencyKind, agencyId, roles } = request.actor
  const { prison } = asked.parse(request.query ?? {})
  const mayKeep = roles.includes('COORDINATOR')
  const isOwn = agencyKind === 'prison' && !mayKeep
  return request.read(async (reading) => {
    const prisons = mayKeep ? await listPrisons(reading) : []
    const prisonId = isOwn ? agencyId : (prisons.find(({ id }) => id === prison) ?? prisons[0])?.id
    const list = prisonId ? await listRecommendations(reading, prisonId) : []
    const counted = prisonId ? await countEvidence(reading, prisonId) : []
    return { list, counted, prisons, prisonId: prisonId ?? '', isOwn, mayKeep }
  })
}

async function showAll(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const shown = await readAll(request)
  if (!form.valid && form.problems.length > 0 && !shown.mayKeep)
    throw new Refusal('not allowed', 'recommendation.coordinators-only')
  return reply.page(RecommendationsPage({ page: request.page(), ...shown, form }))
}

async function showOne(request: FastifyRequest<OfOne>, reply: FastifyReply, form: FormState<unknown>) {
  const { list, ...shown } = await readAll(request)
  const one = list.find(({ id }) => id === request.params.recommendationId)
  if (!one) throw new Refusal('not found', 'recommendation.not-found')
  const said = await request.read((reading) => listStandings(reading, one.id, shown.prisonId))
  const maySay = shown.isOwn && request.actor.roles.includes('MANAGER')
  return reply.page(RecommendationPage({ page: request.page(), one, said, ...shown, maySay, form }))
}
