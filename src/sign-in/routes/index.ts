import type { FastifyInstance } from 'fastify'
import { agencySignInRoutes } from '../agency-sign-in/routes.ts'
import { passkeyRoutes } from '../passkeys/routes.ts'
import { providerRoutes } from '../provider/routes/coming-in.ts'
import { providerSettingsRoutes } from '../provider/routes/settings.ts'
import { secondStepRoutes } from '../second-step/routes.ts'
import { forgottenRoutes } from './forgotten.ts'
import { ownSessionRoutes } from './own-sessions.ts'
import { sessionRoutes } from './sessions.ts'
import { sharedComputerRoutes } from './shared-computer.ts'

/** Every page and form of this capability. */
export async function signInRoutes(app: FastifyInstance): Promise<void> {
  await sessionRoutes(app)
  await sharedComputerRoutes(app)
  await forgottenRoutes(app)
  await ownSessionRoutes(app)
  await passkeyRoutes(app)
  await secondStepRoutes(app)
  await agencySignInRoutes(app)
  await providerRoutes(app)
  await providerSettingsRoutes(app)
}
