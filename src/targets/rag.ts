import { type Day, daysBetween } from '../platform/calendar-day.ts'
import type { Measure } from './definitions.ts'

/** Green: met, on track. Amber: behind. Red: late. */
export const statuses = ['MET', 'ON_TRACK', 'BEHIND', 'LATE'] as const
export type Status = (typeof statuses)[number]

/** What was promised, and what the rows say. */
export interface Promised {
  measure: Measure
  amount: number
  /** In the unit of the measure; per cent for a share. */
  delivered: number
  /** What a share is a share of. */
  ofAll: number
  sinceOn: Day
  dueOn: Day
}

export interface Figures {
  /** What is still to be delivered; never below 0. */
  remaining: number
  /** Of the amount, from 0 to 1. */
  shareDone: number
  /** Of the days from the beginning to the due day, from 0 to 1. */
  shareGone: number
  /** `NOTHING_YET`: a share of nothing, before it is due. */
  status: Status | 'NOTHING_YET'
}

const slack = 0.1 // of the whole: how far the work may be behind the calendar and still be on track

/**
 * Remaining and status, from target, delivered and date alone.
 *
 * A number is met once it is delivered, late when it is not and the due day is over, on track while the share done is at most ten
 * points behind the share of time gone, else behind. A share (per cent) is judged as it stands: at or above its target it is on
 * track, and met once the due day is over; below it is behind, and late once the due day is over.
 */
export function figuresOf(promised: Promised, today: Day): Figures {
  const { measure, amount, delivered, ofAll, sinceOn, dueOn } = promised
  const remaining = Math.max(0, Math.round((amount - delivered) * 10) / 10)
  const shareDone = Math.min(1, delivered / amount)
  const shareGone = Math.min(1, Math.max(0, daysBetween(sinceOn, today) / daysBetween(sinceOn, dueOn)))
  const isOver = today > dueOn
  const status = (): Figures['status'] => {
    if (measure === 'SHARE' && ofAll === 0) return isOver ? 'LATE' : 'NOTHING_YET'
    if (measure === 'SHARE') return remaining === 0 ? (isOver ? 'MET' : 'ON_TRACK') : isOver ? 'LATE' : 'BEHIND'
    if (remaining === 0) return 'MET'
    if (isOver) return 'LATE'
    return shareDone >= shareGone - slack - 1e-9 ? 'ON_TRACK' : 'BEHIND'
  }
  return { remaining, shareDone, shareGone, status: status() }
}

/** Whether what somebody said of it contradicts the figures. */
export const contradicts = (said: Status, { status }: Pick<Figures, 'status'>): boolean => said !== status
