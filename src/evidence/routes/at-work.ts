import type { FastifyInstance, FastifyRequest } from 'fastify'
import { openStreams } from '../../platform/web/event-stream.ts'
import { blankForm } from '../../platform/web/form.ts'
import { whoIsStill } from '../../sign-in/index.ts'
import { stopFile } from '../analyses/keep-analysis.ts'
import { analysisBlock } from '../pack/analysis-block.ts'
import { getAnalysis } from '../queries/analyses.ts'
import { liveAnalysis } from '../views/analysis-page.tsx'
import { isDone, type OfAnalysis, open, readAnalysis } from './analyses.ts'

/** An analysis that is at work: its page hears when it moved on, fetches the part that changed, and can stop it. */
export async function atWorkRoutes(app: FastifyInstance): Promise<void> {
  const stream = openStreams(app)

  app.get<OfAnalysis>('/evidence/analyses/:analysisId/live', open, async (request, reply) => {
    const { id } = await request.read((reading) => getAnalysis(reading, request.params.analysisId))
    stream(request, reply, id, () => isStillTheirs(request, id))
  })

  app.get<OfAnalysis>('/evidence/analyses/:analysisId/part', open, async (request, reply) => {
    const { analysis, events } = await request.read((reading) => readAnalysis(reading, request.params.analysisId))
    const page = request.page()
    const block = isDone(analysis) ? analysisBlock(page.locale, analysis, events) : undefined
    const part = liveAnalysis({ page, analysis, block, form: blankForm })
    return reply.type('text/html; charset=utf-8').send(`${await part}`)
  })

  app.post<OfAnalysis>('/evidence/analyses/:analysisId/stop', open, async (request, reply) => {
    const { analysisId } = request.params
    await request.change((change) => stopFile(change, analysisId))
    return reply.redirect(`/evidence/analyses/${analysisId}`, 303)
  })
}

/** Whoever signed in then must be signed in now, and of the same agency still. */
async function isStillTheirs(request: FastifyRequest, analysisId: string): Promise<boolean> {
  const { database } = request.server
  const actor = await whoIsStill(database, request)
  if (!actor || actor.userId !== request.actor.userId) return false
  return database
    .read(actor, (reading) => getAnalysis(reading, analysisId))
    .then(
      () => true,
      () => false,
    )
}
