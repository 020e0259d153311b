import { type Day, daysBetween } from '../platform/calendar-day.ts'
import type { ReleaseLine } from './queries/list.ts'

/** The most urgent thing undone about a release. */
export interface ToDo {
  code:
    | 'late-step'
    | 'late-start'
    | 'no-first-night'
    | 'no-worker'
    | 'declined'
    | 'no-assessment'
    | 'draft-assessment'
    | 'no-handover'
    | 'step'
    | 'steps'
    | 'nothing'
  /** `bad` is late or missing, `need` wants a person, absent is work as planned. */
  tone?: 'bad' | 'need'
  /** The title of a step, for those who may see the plan. */
  title?: string
  /** Open steps besides the one named. */
  more: number
  late: number
}

const firstNightDueInDays = 14
/** Time enough to meet, and to be named together for some weeks. */
const handoverDueInDays = 28

/** Picks what to show first: what is late or missing this close to the gate, then what needs a person, then the next step. */
export function mostUrgent(line: ReleaseLine, today: Day): ToDo {
  const { undoneCount, lateCount, nextUndone } = line
  const isNear = line.releaseOn !== null && daysBetween(today, line.releaseOn) <= firstNightDueInDays
  const rest = { more: undoneCount, late: lateCount }
  const withoutNext = { more: Math.max(undoneCount - 1, 0), late: Math.max(lateCount - 1, 0) }

  if (line.hasFirstNight === false && isNear) return { code: 'no-first-night', tone: 'bad', ...rest }
  if (line.keyWorkerName === null) return { code: 'no-worker', tone: 'bad', ...rest }
  if (lateCount > 0 && nextUndone) return { code: 'late-step', tone: 'bad', title: nextUndone, ...withoutNext }
  if (line.lateStart) return { code: 'late-start', tone: 'bad', title: line.lateStart, ...withoutNext }
  if (line.declinedCount > 0) return { code: 'declined', tone: 'need', ...rest }
  if (line.assessmentState === 'NONE') return { code: 'no-assessment', tone: 'need', ...rest }
  if (line.assessmentState === 'DRAFT') return { code: 'draft-assessment', tone: 'need', ...rest }
  const leavesIn = line.releaseOn === null ? null : daysBetween(today, line.releaseOn)
  if (line.hasHandover === false && leavesIn !== null && leavesIn >= 0 && leavesIn <= handoverDueInDays)
    return { code: 'no-handover', tone: 'need', ...rest }
  if (nextUndone) return { code: 'step', title: nextUndone, ...withoutNext }
  return undoneCount > 0 ? { code: 'steps', more: undoneCount, late: lateCount } : { code: 'nothing', more: 0, late: 0 }
}
