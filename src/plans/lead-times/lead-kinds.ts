import { type Day, daysBetween } from '../../platform/calendar-day.ts'

/** Kinds of step that have to begin long before the gate. */
export const leadKinds = [
  'HOME',
  'SUPPORTED_HOME',
  'BENEFITS',
  'BANK_ACCOUNT',
  'IDENTITY_PAPERS',
  'DOCTOR',
  'TREATMENT',
  'WORK_OR_COURSE',
  'FAMILY',
] as const
export type LeadKind = (typeof leadKinds)[number]

export interface LateStart {
  /** Days that this kind of step takes. */
  needs: number
  /** Days until release. */
  left: number
}

/**
 * Whether a step that nobody has begun has fewer days left until release than its kind takes.
 *
 * @param step - `leadDays` is null for a kind without a lead time.
 */
export function lateStart(
  step: { status: string; leadDays: number | null },
  releaseOn: Day | null,
  today: Day,
): LateStart | undefined {
  if (!releaseOn || releaseOn < today || step.leadDays === null) return undefined
  if (step.status !== 'NOT_STARTED' && step.status !== 'CANNOT_BE_DONE_YET') return undefined
  const left = daysBetween(today, releaseOn)
  return left < step.leadDays ? { needs: step.leadDays, left } : undefined
}
