import type { Day } from '../platform/calendar-day.ts'

/** What is new, and is to be judged. */
export const subjects = ['KEY_WORK', 'PEER_MENTORS', 'OTHER'] as const
/** How the question is asked: see `docs/explanation/how-outcomes-are-measured.md`. */
export const designs = ['BEFORE_AFTER', 'MATCHED', 'SERIES', 'SURVEY'] as const
export type Subject = (typeof subjects)[number]
export type Design = (typeof designs)[number]
export type EvaluationState = 'PLANNED' | 'UNDER_WAY' | 'REPORTED' | 'STOPPED'

/** Of how many people a plan speaks. Shares are proportions between 0 and 1. */
export interface SampleSize {
  /** What is expected without it. */
  shareWithout: number
  /** With it: a difference that must not be missed. */
  shareWith: number
  /** Chance of finding that difference if it is there. */
  power: number
  /** People compared with for each one who takes part. */
  ratio: number
}

/** What is planned. */
export interface EvaluationPlan {
  about: Subject
  title: string
  question: string
  design: Design
  /** Keys of what is counted: `target:ID`, `survey:ID:ITEM`, `distance:MEASURE`, `cohort:ID`. */
  measures: string[]
  /** Null: not planned yet, or a series of months, which is not planned in people. */
  sampleSize: SampleSize | null
  fromOn: Day
  untilOn: Day
  ledBy: string
  /** Where the ethics and the impact assessment can be read; '' until it is known. */
  approval: string
}

export interface Evaluation extends EvaluationPlan {
  id: string
  agencyId: string
  agencyName: string
  version: number
  madeByName: string
  madeAt: Date
  beganAt: Date | null
  reportedAt: Date | null
  stoppedAt: Date | null
  stoppedReason: string
}

/** Read from who did what: nobody sets a state. */
export function stateOf({ beganAt, reportedAt, stoppedAt }: Evaluation): EvaluationState {
  if (stoppedAt) return 'STOPPED'
  if (reportedAt) return 'REPORTED'
  return beganAt ? 'UNDER_WAY' : 'PLANNED'
}

export type Lack = 'MEASURES' | 'PEOPLE' | 'APPROVAL'

/** What is still missing before it can begin. */
export function lacksOf({ measures, sampleSize, approval, design }: EvaluationPlan): Lack[] {
  return [
    ...(measures.length > 0 ? [] : ['MEASURES' as const]),
    ...(sampleSize || design === 'SERIES' ? [] : ['PEOPLE' as const]),
    ...(approval ? [] : ['APPROVAL' as const]),
  ]
}
