import type { Capability } from '../platform/capability.ts'
import { accountRoutes } from './routes/index.ts'
import { tendAccountTerms } from './tend-terms.ts'

export const capability: Capability = {
  routes: accountRoutes,
  jobs: {
    'tend-account-terms': async ({ database, actor, actingFor }) => tendAccountTerms(database, actor, actingFor),
  },
  crontab: ['5 0 * * * tend-account-terms'],
}
