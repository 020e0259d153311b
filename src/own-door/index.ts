import type { FastifyInstance } from 'fastify'
import type { Capability } from '../platform/capability.ts'
import { cannotComeRoutes } from './routes/cannot-come.ts'
import { complaintRoutes } from './routes/complaint.ts'
import { ownFamilyRoutes } from './routes/family.ts'
import { ownHandoverRoutes } from './routes/handover.ts'
import { ownLicenceRoutes } from './routes/licence.ts'
import { personRoutes } from './routes/person.ts'
import { ownPlanRoutes } from './routes/plan.ts'
import { ownSurveyRoutes } from './routes/survey.ts'
import { workerRoutes } from './routes/worker.ts'

export const capability: Capability = {
  async routes(app: FastifyInstance) {
    await personRoutes(app)
    await ownPlanRoutes(app)
    await cannotComeRoutes(app)
    await complaintRoutes(app)
    await ownHandoverRoutes(app)
    await ownFamilyRoutes(app)
    await ownLicenceRoutes(app)
    await ownSurveyRoutes(app)
    await workerRoutes(app)
  },
}
