import type { FastifyInstance } from 'fastify'
import type { Capability } from '../platform/capability.ts'
import { oneEvaluationRoutes } from './routes/evaluation.ts'
import { evaluationRoutes } from './routes/evaluations.ts'

export { type EvaluationTold, listBegun, readEvaluation } from './read-evaluations.ts'

export const capability: Capability = {
  async routes(app: FastifyInstance) {
    await evaluationRoutes(app)
    await oneEvaluationRoutes(app)
  },
}
