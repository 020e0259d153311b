type Day = string

/** Beyond it My day says of steps that they are so many or more. */
export const mostStepsCounted = 200

/** One worker's day. Instants are ISO 8601 text. */
export interface MyDay {
  jurisdiction: 'UK-EW' | 'IT' | 'NL'
  windowInDays: number
  quietAfterDays: number
  people: number
  leavingInWindow: number
  leavingThisWeek: number
  /** Referrals that wait for an answer of the worker's agency. */
  waiting: number
  lateCount: number
  todayCount: number
  steps: { id: string; caseId: string; name: string; title: string; dueOn: Day }[]
  appointments: { id: string; caseId: string; name: string; title: string; startsAt: string; place: string }[]
  /** Referrals of the worker that were declined or not answered, and not asked again. */
  refused: {
    id: string
    needId: string
    caseId: string
    name: string
    provider: string
    status: string
    reason: string | null
    at: string
  }[]
  /** People who leave within a fortnight and have no address for the first night. */
  noBed: { caseId: string; name: string; releaseOn: Day }[]
  drafts: { caseId: string; name: string; begunAt: string }[]
  quiet: {
    caseId: string
    name: string
    releaseOn: Day | null
    lastAt: string | null
    part: string | null
    agency: string | null
    days: number
  }[]
  quietCount: number
  fresh: { caseId: string; name: string; role: string; sinceOn: Day; isAssessed: boolean }[]
  freshCount: number
}
