import type { Capability } from '../platform/capability.ts'
import { caseRoutes } from './routes/index.ts'

export { addSupervision, type Supervision } from './add-supervision.ts'
export { type CaseFrame, mayWrite, sees, type TeamMember } from './case-frame.ts'
export { endTeamPlace, giveToTeam } from './give-to-team.ts'
export { endAllocation, handOver, type Naming, nameWorker } from './name-worker.ts'
export { type NewCase, openCase } from './open-case.ts'
export { getCaseFrame } from './queries/case-frame.ts'
export { findLastChange, getCaseSubject, type LastChange } from './queries/case-subject.ts'
export { type CaseloadPage, type CaseloadRow, listCaseload } from './queries/caseload.ts'
export {
  countDaysWithout,
  type DaysWithout,
  daysWithoutSupervisor,
  type SupervisorReport,
} from './queries/days-without.ts'
export { insertParty as letIn, type NewParty } from './queries/parties.ts'
export { getWholeCase, type WholeCase } from './queries/whole-case.ts'
export { takeBack } from './take-back.ts'
export { CaseLayout, type CaseLayoutProps, type CasePage } from './views/case-layout.tsx'
export { ConflictPage, type ConflictPageProps } from './views/conflict-page.tsx'
export { PartNotSeen } from './views/part-not-seen.tsx'
export { isOutside, type WorkerRole, workerRoles } from './worker-roles.ts'

export const capability: Capability = { routes: caseRoutes }
