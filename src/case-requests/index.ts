import type { Capability } from '../platform/capability.ts'
import { caseRequestRoutes } from './routes.ts'
import { caseRequestJobs } from './tell.ts'

export const capability: Capability = { routes: caseRequestRoutes, jobs: caseRequestJobs }
