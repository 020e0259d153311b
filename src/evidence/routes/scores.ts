import type { FastifyInstance } from 'fastify'
import { listScores } from '../../reoffending/index.ts'
import { ScoresPage } from '../views/scores-page.tsx'
import { open } from './analyses.ts'

/** Scores, checked by group: what is worked out in the record, laid beside what happened, group by group. */
export async function scoreRoutes(app: FastifyInstance): Promise<void> {
  app.get('/evidence/scores', open, async (request, reply) => {
    const cohorts = await request.read(listScores)
    return reply.page(ScoresPage({ page: request.page(), cohorts, may: request.actor.may }))
  })
}
