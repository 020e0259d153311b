export const stepStatuses = [
  'NOT_STARTED',
  'IN_PROGRESS',
  'CANNOT_BE_DONE_YET',
  'NO_LONGER_NEEDED',
  'COMPLETED',
] as const
export type StepStatus = (typeof stepStatuses)[number]

/** Status -> may become, by whoever may write in the plan. What is closed comes back by undoing alone. */
export const mayBecome: Record<StepStatus, readonly StepStatus[]> = {
  NOT_STARTED: ['IN_PROGRESS', 'CANNOT_BE_DONE_YET', 'NO_LONGER_NEEDED', 'COMPLETED'],
  IN_PROGRESS: ['CANNOT_BE_DONE_YET', 'NO_LONGER_NEEDED', 'COMPLETED'],
  CANNOT_BE_DONE_YET: ['IN_PROGRESS', 'NO_LONGER_NEEDED', 'COMPLETED'],
  NO_LONGER_NEEDED: [],
  COMPLETED: [],
}

export const isClosed = (status: StepStatus): boolean => mayBecome[status].length === 0
/** A step that is put off or dropped says why. */
export const needsReason = (status: StepStatus): boolean =>
  status === 'CANNOT_BE_DONE_YET' || status === 'NO_LONGER_NEEDED'
