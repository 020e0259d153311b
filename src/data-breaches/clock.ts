const hoursToTell = 72 // UK GDPR art. 33(1), DPA 2018 s.67(1): where feasible
const msInHour = 3_600_000

export const kinds = ['CONFIDENTIALITY', 'INTEGRITY', 'AVAILABILITY'] as const
export type Kind = (typeof kinds)[number]
export const risks = ['UNLIKELY', 'RISK', 'HIGH'] as const
export type Risk = (typeof risks)[number]

interface OnTheClock {
  foundAt: Date
  regulatorToldAt: Date | null
  regulatorNotBecause: string
}

export type ClockState = 'RUNNING' | 'LATE' | 'TOLD' | 'TOLD_LATE' | 'NOT_NEEDED'

/** Until when the regulator must be told. */
export const tellBy = ({ foundAt }: Pick<OnTheClock, 'foundAt'>): Date =>
  new Date(foundAt.getTime() + hoursToTell * msInHour)

/** Whole hours that are left; negative once it is late. */
export const hoursLeft = (breach: Pick<OnTheClock, 'foundAt'>, now: Date): number =>
  Math.floor((tellBy(breach).getTime() - now.getTime()) / msInHour)

/** How the clock of a breach stands. */
export function clockOf(breach: OnTheClock, now: Date): ClockState {
  const { regulatorToldAt: told } = breach
  if (told) return told <= tellBy(breach) ? 'TOLD' : 'TOLD_LATE'
  if (breach.regulatorNotBecause !== '') return 'NOT_NEEDED'
  return now < tellBy(breach) ? 'RUNNING' : 'LATE'
}
