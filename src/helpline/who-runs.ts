const whoPunishes = new Set(['prison', 'probation', 'police'])

/** Whether an agency of a kind may run a line: what is said to one is closed to who can punish (as `is_walled` has it for mentoring). */
export const mayRunHelpline = (agencyKind: string): boolean => !whoPunishes.has(agencyKind)
