import type { DayOffset, Moment } from './calendar.ts'

/** Everything that the demonstration knows of one person, in days and minutes from the day of loading. */
export interface Profile {
  givenName: string
  middleNames: string
  familyName: string
  chosenName: string
  bornOn: string
  sex: 'MALE' | 'FEMALE'
  nationality: string
  languages: string[]
  interpreterLanguage: string | null
  accessNeeds: string[]
  goodToKnow: string
  phone: string
  aliases: { givenName: string; familyName: string; bornOn: string | null }[]
  numbers: { type: string; value: string }[]
  addresses: Address[]
  stay: Stay
  dates: KnownDate[]
  supervisedBy: string
  workers: { worker: string; role: string; since: DayOffset; until?: DayOffset | undefined }[]
  statuses: Record<string, { status: Status; reason: string }>
  needs: Need[]
  referrals: Referral[]
  steps: Step[]
  appointments: Appointment[]
  notes: Note[]
  assessment: 'NONE' | 'DRAFT' | 'SUBMITTED'
  assessedOn: DayOffset
  /** When the second assessment, the plan before release, was made. */
  planOn: DayOffset | null
}

export type Status =
  | 'NOT_STARTED'
  | 'SUPPORT_REQUIRED'
  | 'IN_PROGRESS'
  | 'SUPPORT_NOT_REQUIRED'
  | 'SUPPORT_DECLINED'
  | 'DONE'

export interface Address {
  kind: 'HOME' | 'FIRST_NIGHT' | 'BEFORE_CUSTODY'
  lines: string
  postcode: string
  hasNone: boolean
  isHidden: boolean
}

export interface Stay {
  prison: string
  wing: string
  cell: string
  received: DayOffset
  /** Released, and the record goes on. */
  left: DayOffset | null
  isRecalled: boolean
  /** Where they were before, when they were moved. */
  movedFrom?: string | undefined
}

export interface KnownDate {
  type: string
  day: DayOffset
  known: Moment
  replaced: Moment | null
}

export interface Need {
  pathway: string
  words: string
  neededBy: DayOffset | null
  status: 'NOT_STARTED' | 'IN_PROGRESS' | 'MET' | 'DECLINED'
  reason: string
  raised: Moment
  raisedBy: string
  isForPerson: boolean
}

export interface Referral {
  need: number
  service: string
  from: string
  why: string
  sent: Moment
  received?: Moment
  accepted?: Moment
  declined?: Moment
  /** A code and what was said, of a no or of an end. */
  reason?: readonly string[]
  question?: string
  asked?: Moment
  starts?: DayOffset
  started?: Moment
  ended?: Moment
  endKind?: 'COMPLETED' | 'WITHDRAWN' | 'ENDED_EARLY'
  expired?: Moment
  chased?: Moment
  view?: string
  outcomes?: { words: string; result: string }[]
  reference?: string
}

export interface Step {
  need: number | null
  pathway: string | null
  title: string
  due: DayOffset | null
  by: string | 'PERSON'
  status: 'NOT_STARTED' | 'IN_PROGRESS' | 'CANNOT_BE_DONE_YET' | 'COMPLETED'
  reason: string
  made: Moment
  closed: Moment | null
}

export interface Appointment {
  pathway: string | null
  title: string
  starts: Moment
  minutes: number
  place: string
  bring: string
  with: string | null
  withName: string
  attendance: string | null
  reason: string
  made: Moment
}

export interface Note {
  kind: string
  group: string
  pathway: string | null
  body: string
  own: string
  by: string
  at: Moment
  minutes: number | null
  corrected?: { said: string; at: Moment }
  withdrawn?: { reason: string; at: Moment }
}
