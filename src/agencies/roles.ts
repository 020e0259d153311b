/** What somebody may be; an account may be several. An administrator alone sees no case, nor does an operator of a line. */
export const roles = [
  'WORKER',
  'MANAGER',
  'MENTOR',
  'TREASURER',
  'OPERATOR',
  'COORDINATOR',
  'ADMINISTRATOR',
  'AUDITOR',
  'INTEGRATION',
] as const
export type Role = (typeof roles)[number]

/** Everything a route can ask for. What rows it then reaches is the database's to say. */
export type Permission =
  | 'see cases'
  | 'work on cases'
  | 'import people'
  | 'see the directory'
  | 'keep the directory'
  | 'see reports'
  | 'name workers'
  | 'manage workloads'
  | 'administer the agency'
  | 'coordinate the partnership'
  | 'read the audit'
  | 'see agreements'
  | 'sign agreements'
  | 'break glass'
  | 'review break-glass'
  | 'keep walls'
  | 'ask known here'
  | 'dispose of records'
  | 'keep breaches'
  | 'answer complaints'
  | 'answer subject access'
  | 'approve exports'
  | 'see the helpline'
  | 'answer the helpline'
  | 'run a helpline'
  | 'keep helpline numbers'
  | 'see evidence'
  | 'mentor people'
  | 'see mentors'
  | 'run mentoring'
  | 'claim expenses'
  | 'decide expenses'
  | 'keep funds'
  | 'see delivery'
  | 'keep contracts'

const ofWorkers: Permission[] = [
  'see cases',
  'work on cases',
  'import people',
  'see the directory',
  'see reports',
  'name workers',
  'break glass',
  'ask known here',
  'see mentors',
  'claim expenses',
]

const allowed: Record<Role, readonly Permission[]> = {
  WORKER: ofWorkers,
  MANAGER: [
    ...ofWorkers,
    'manage workloads',
    'keep the directory',
    'see agreements',
    'sign agreements',
    'review break-glass',
    'keep walls',
    'dispose of records',
    'keep breaches',
    'answer complaints',
    'answer subject access',
    'approve exports',
    'see the helpline',
    'run a helpline',
    'keep helpline numbers',
    'see evidence',
    'run mentoring',
    'decide expenses',
    'see delivery',
    'keep contracts',
  ],
  // Walks with people and sees no case: their first name, and what their own match says.
  MENTOR: ['mentor people', 'see mentors', 'claim expenses'],
  TREASURER: ['claim expenses', 'decide expenses', 'keep funds', 'see delivery'],
  COORDINATOR: [
    'see the directory',
    'keep the directory',
    'see reports',
    'coordinate the partnership',
    'see agreements',
    'administer the agency',
    'review break-glass',
    'keep breaches',
    'answer complaints',
    'keep helpline numbers',
    'see evidence',
  ],
  ADMINISTRATOR: ['administer the agency'],
  AUDITOR: ['read the audit'],
  OPERATOR: ['see the helpline', 'answer the helpline'],
  INTEGRATION: ['see cases', 'work on cases', 'import people', 'see the directory', 'see reports'],
}

/** The permissions of all of somebody's roles together. */
export function permissionsOf(held: readonly string[]): ReadonlySet<Permission> {
  return new Set(held.flatMap((role) => allowed[role as Role] ?? []))
}

/** Whether any of the roles works with people: only then does the account belong to its agency's and teams' audiences. */
export function worksWithPeople(held: readonly string[]): boolean {
  return permissionsOf(held).has('see cases')
}
