import type { FastifyInstance } from 'fastify'
import { boardRoutes } from './board.ts'
import { callBackRoutes } from './call-backs.ts'
import { callRoutes } from './calls.ts'
import { crisisPlanRoutes } from './crisis-plan.ts'
import { handOffRoutes } from './hand-offs.ts'
import { lineRoutes } from './lines.ts'
import { helplineLiveRoute } from './live.ts'
import { numberRoutes } from './numbers.ts'
import { reportRoutes } from './reports.ts'
import { rotaRoutes } from './rota.ts'
import { telephonyRoutes } from './telephony.ts'

export async function helplineRoutes(app: FastifyInstance): Promise<void> {
  await lineRoutes(app)
  await boardRoutes(app)
  await callRoutes(app)
  await callBackRoutes(app)
  await crisisPlanRoutes(app)
  await handOffRoutes(app)
  await rotaRoutes(app)
  await numberRoutes(app)
  await reportRoutes(app)
  await telephonyRoutes(app)
  helplineLiveRoute(app)
}
