/** What decides how somebody is managed, as `management_reason()` says it; null is the level that cannot be said yet. */
const levels = {
  CHOSEN_FULL: 'FULL',
  CHOSEN_KEY_WORK: 'KEY_WORK',
  RISK: 'FULL',
  RECALLED: 'FULL',
  TIME: 'FULL',
  LOWER: 'KEY_WORK',
  RISK_UNKNOWN: null,
  DATE_UNKNOWN: null,
} as const
export type Reason = keyof typeof levels
export const levelOf = (reason: Reason): 'FULL' | 'KEY_WORK' | null => levels[reason]

export const risks = ['LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH'] as const
export type Risk = (typeof risks)[number]

/** The edition in force of who gets full offender management, and what a case weighs. */
export interface Rule {
  id: string
  fullFromRisk: Exclude<Risk, 'LOW'>
  fullFromMonths: number
  fullWhenRecalled: boolean
  fullPoints: number
  keyWorkPoints: number
}
