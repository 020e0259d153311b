import type { Capability } from '../platform/capability.ts'
import { integrationRoutes } from './routes.ts'

export { makeToken } from './make-token.ts'
export { getToken, type Token } from './queries.ts'
export { revokeToken } from './revoke-token.ts'
export { whoCalls } from './who-calls.ts'

export const capability: Capability = { routes: integrationRoutes }
