import { askedTwice } from './asked-twice.ts'
import { namedSupervisor } from './named-supervisor.ts'
import { referralCounts } from './referral-counts.ts'
import { reliability } from './reliability.ts'
import type { MakeReport } from './report.ts'
import { timeToService } from './time-to-service.ts'

interface Kind {
  make: MakeReport
  /** Tells what was sent and what was received apart. */
  hasSides: boolean
  /** Is about some months; else about today. */
  hasRange: boolean
  /** Names people: that it was read is in the audit. */
  isPersonal: boolean
}

/** Every report, in the order of the index. */
export const reports = {
  referrals: { make: referralCounts, hasSides: true, hasRange: true, isPersonal: false },
  reliability: { make: reliability, hasSides: false, hasRange: true, isPersonal: false },
  'time-to-service': { make: timeToService, hasSides: true, hasRange: true, isPersonal: false },
  'asked-twice': { make: askedTwice, hasSides: false, hasRange: true, isPersonal: false },
  'named-supervisor': { make: namedSupervisor, hasSides: false, hasRange: false, isPersonal: true },
} as const satisfies Record<string, Kind>

export type ReportName = keyof typeof reports
export const reportNames = Object.keys(reports) as ReportName[]
