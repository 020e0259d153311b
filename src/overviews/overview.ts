import type { ReleaseDateKind } from '../custody/index.ts'
import type { ReferralState } from '../referrals/index.ts'

type Day = string

/** What the overview shows of a case besides its frame and its timeline. Instants are ISO 8601 text. */
export interface Overview {
  openedOn: Day
  goodToKnow: string
  /** The reader sees contact details. */
  phone: boolean
  personPhone: string
  receivedOn: Day | null
  heldAt: string | null
  jurisdiction: 'UK-EW' | 'IT' | 'NL'
  isRecalled: boolean
  dates: Partial<Record<ReleaseDateKind, { day: Day; source: string; knownAt: string }>>
  steps: OverviewStep[]
  openSteps: number
  appointments: {
    id: string
    title: string
    startsAt: string
    place: string
    withName: string
    withAgency: string | null
  }[]
  /** Days to come on which the person has an appointment. */
  appointmentDays: Day[]
  pathways: OverviewPathway[]
  needs: OverviewNeed[]
  openNeeds: number
  referrals: {
    id: string
    service: string
    provider: string
    status: ReferralState
    reason: string | null
    sentAt: string
    startsOn: Day | null
    pathway: string
  }[]
  assessedAt: string[] | null
  until: Day | null
}

export interface OverviewStep {
  id: string
  title: string
  dueOn: Day | null
  version: number
  isForPerson: boolean
  ownerName: string | null
  ownerAgency: string | null
  status: string
  reason: string
  needId: string | null
  /** Days before release by which its kind has to begin. */
  leadDays: number | null
  /** A step that it waits for is open. */
  isBlocked: boolean
}

export interface OverviewPathway {
  code: string
  labels: { en: string | null; it: string | null; nl: string | null }
  status: string | null
  reason: string | null
  /** The words of its most urgent open need. */
  need: string | null
}

export interface OverviewNeed {
  id: string
  words: string
  pathway: string
  status: string
  neededByOn: Day | null
  isForPerson: boolean
  ownerName: string | null
  ownerAgency: string | null
}
