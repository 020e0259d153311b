import type { Capability } from '../platform/capability.ts'
import { draftingRoutes } from './routes/agreements.ts'
import { paperRoutes } from './routes/papers.ts'
import { signingRoutes } from './routes/signing.ts'
import { agreementJobs } from './tend-agreements.ts'

export { draftAgreement, draftNextEdition, offerAgreement } from './draft-agreement.ts'
export { endAgreement } from './end-agreement.ts'
export { signAgreement } from './sign-agreement.ts'
export type { Grant, Terms } from './terms.ts'

export const capability: Capability = {
  routes: async (app) => {
    await draftingRoutes(app)
    await signingRoutes(app)
    await app.register(paperRoutes)
  },
  jobs: agreementJobs,
  crontab: ['2 0 * * * tend-agreements'],
}
