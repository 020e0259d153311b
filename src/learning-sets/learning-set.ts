/** Who sat together at a learning set. */
export const groups = [
  'LIVED',
  'FAMILIES',
  'VOLUNTEERS',
  'PRISON',
  'PROBATION',
  'COUNCIL_POLICE',
  'CHARITY',
  'OTHER',
] as const
export type Group = (typeof groups)[number]

/** How far a report is in a language. */
export const reportStates = ['NONE', 'DRAFT', 'CHECKED', 'PUBLISHED'] as const
export type ReportState = (typeof reportStates)[number]
export const reportLanguages = ['en', 'it', 'nl'] as const
export type Reports = Record<(typeof reportLanguages)[number], ReportState>

export const mostQuestions = 10

export interface LearningSet {
  outputId: string
  agencyId: string
  agencyName: string
  title: string
  heldOn: string
  /** Who came. */
  peopleCount: number
  agenda: string
  /** At most ten. */
  questions: string[]
  reports: Reports
  sharedAt: Date | null
  /** Of what was written about it; 0 where nothing was. */
  version: number
}

/** What one group said to one question. */
export interface Feedback {
  /** From 1. */
  question: number
  answered: number
  /** Of those who answered. */
  agreed: number
  words: string
}

/** What may be told: of a group, or of the smaller groups as one. Numbers are null where they are of too few. */
export interface ToldFeedback {
  question: number
  group: Group | null
  answered: number | null
  agreed: number | null
  words: string[]
}
