export const measures = [
  'PROGRAMMES',
  'OWN_PROGRAMMES',
  'PEOPLE_MENTORED',
  'MENTORING_SESSIONS',
  'TRAINING_HOURS',
] as const
export type Measure = (typeof measures)[number]

const minutesInHour = 60

/** What rows add up to: hours of training are whole, rounded down; a row of anything else is one. */
export const deliveredOf = (measure: Measure, amount: number): number =>
  measure === 'TRAINING_HOURS' ? Math.floor(amount / minutesInHour) : amount

/** What is still to be delivered; never below nothing. */
export const remainingOf = ({ target, delivered }: { target: number; delivered: number }): number =>
  Math.max(0, target - delivered)
