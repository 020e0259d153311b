export const goalStatuses = ['ACTIVE', 'FUTURE', 'ACHIEVED', 'REMOVED'] as const
export type GoalStatus = (typeof goalStatuses)[number]

/** Status -> may become, by whoever may write in the plan. A goal that was closed is taken up again. */
export const goalMayBecome: Record<GoalStatus, readonly GoalStatus[]> = {
  ACTIVE: ['FUTURE', 'ACHIEVED', 'REMOVED'],
  FUTURE: ['ACTIVE', 'ACHIEVED', 'REMOVED'],
  ACHIEVED: ['ACTIVE'],
  REMOVED: ['ACTIVE'],
}

export const isGoalClosed = (status: GoalStatus): boolean => status === 'ACHIEVED' || status === 'REMOVED'

/** What a goal or a step is about: practical needs, or thinking, attitudes and emotions. One plan holds both. */
export const planKinds = ['PRACTICAL', 'INNER'] as const
export type PlanKind = (typeof planKinds)[number]
