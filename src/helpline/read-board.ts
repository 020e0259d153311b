import type { Reading } from '../platform/database.ts'
import { type CallBack, listCallBacks } from './queries/call-backs.ts'
import { type Call, listOpenCalls } from './queries/calls.ts'
import { listOpenHandOffs, type OpenHandOff } from './queries/hand-offs.ts'
import { getHelpline, type Helpline } from './queries/lines.ts'
import { listGaps, listShifts, type Shift, type Span } from './queries/shifts.ts'

const msInHour = 3_600_000
const hoursAhead = 24

/** A line as it is now. */
export interface Board {
  line: Helpline
  calls: Call[]
  callBacks: CallBack[]
  handOffs: OpenHandOff[]
  /** Now, and what comes in the next day. */
  shifts: Shift[]
  /** Of the next day: when nobody is planned who can be there. */
  gaps: Span[]
  isOn: boolean
}

/** Who is on, who waits, whom to call back. The look says whose names it shows. */
export async function readBoard(reading: Reading, helplineId: string): Promise<Board> {
  const line = await getHelpline(reading, helplineId)
  const ahead = { from: reading.now, until: new Date(reading.now.getTime() + hoursAhead * msInHour) }
  const [calls, callBacks, handOffs, shifts, gaps] = await Promise.all([
    listOpenCalls(reading, line.id),
    listCallBacks(reading, line.id),
    listOpenHandOffs(reading, line.id),
    listShifts(reading, line.id, ahead),
    listGaps(reading, line.id, ahead),
  ])
  const isOn = shifts.some((shift) => shift.accountId === reading.actor.userId && isOnNow(shift, reading.now))
  const shown = callBacks.filter(({ personId }) => personId)
  reading.look({
    action: 'consult',
    personIds: shown.map(({ personId }) => personId!),
    caseIds: shown.map(({ caseId }) => caseId!),
    fieldGroups: ['identity', 'mentoring'],
  })
  return { line, calls, callBacks, handOffs, shifts, gaps, isOn }
}

/** Somebody who said that they are there, and did not leave. */
export const isOnNow = ({ beganAt, leftAt, endsAt }: Shift, now: Date): boolean =>
  beganAt !== null && leftAt === null && endsAt > now

/** Somebody who should be there by now. */
export const isDueNow = ({ startsAt, endsAt }: Shift, now: Date): boolean => startsAt <= now && endsAt > now
