import type { Capability } from '../platform/capability.ts'
import { auditJobs, keepHeads } from './keep-heads.ts'
import { auditRoutes } from './routes.ts'

export type { Break, BreakKind } from './chain.ts'
export { witnessOf } from './keep-heads.ts'
export { type LookedAt, listLooks } from './queries.ts'
export { type Verified, verifyAudit } from './verify-audit.ts'

export const capability: Capability = {
  routes: auditRoutes,
  jobs: auditJobs,
  crontab: ['* * * * * keep-audit-heads'],
  atStop: keepHeads,
}
