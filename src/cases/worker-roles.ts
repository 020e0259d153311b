/** What a named worker is on a case. */
export const workerRoles = [
  'KEY_WORKER',
  'PRISON_OFFENDER_MANAGER',
  'COMMUNITY_OFFENDER_MANAGER',
  'LEAD',
  'MENTOR',
  'SUPPORT',
  'DEPUTY',
] as const
export type WorkerRole = (typeof workerRoles)[number]

/** Roles that one worker at a time has; the database refuses a second. */
const single: readonly string[] = ['KEY_WORKER', 'PRISON_OFFENDER_MANAGER', 'COMMUNITY_OFFENDER_MANAGER', 'LEAD']
export const isSingle = (role: string): boolean => single.includes(role)

/** A role belongs to a kind of agency; the others are open to all. */
const kindOf: Partial<Record<WorkerRole, string>> = {
  KEY_WORKER: 'prison',
  PRISON_OFFENDER_MANAGER: 'prison',
  COMMUNITY_OFFENDER_MANAGER: 'probation',
}
export const suitsAgency = (role: WorkerRole, agencyKind: string): boolean =>
  (kindOf[role] ?? agencyKind) === agencyKind

/** Roles outside the gate: another agency that is on the case may be asked to take them. */
export const isOutside = (role: string): boolean => role !== 'KEY_WORKER' && role !== 'PRISON_OFFENDER_MANAGER'
