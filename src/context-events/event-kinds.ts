export const eventKinds = ['POLICY', 'FUNDING', 'CONTRACT', 'INSPECTION', 'PRACTICE'] as const
export type EventKind = (typeof eventKinds)[number]

/** As inspectorates write them, worst first: "inadequate" to "excellent", "requires improvement" to "outstanding". */
export const ratings = ['INADEQUATE', 'REQUIRES_IMPROVEMENT', 'GOOD', 'EXCELLENT', 'OUTSTANDING'] as const
export type Rating = (typeof ratings)[number]

/** Something outside of the work that a chart is read beside. */
export interface ContextEvent {
  id: string
  kind: EventKind
  title: string
  words: string
  /** Whom it is about; '' for everybody. */
  organisation: string
  happenedOn: string
  /** When a grant, contract or law runs out. */
  untilOn: string | null
  /** In hundredths of its currency. */
  amountInPence: number | null
  currency: 'GBP' | 'EUR'
  /** A grant or a contract that ended. */
  isLost: boolean
  funder: string
  conditions: string
  rating: Rating | ''
  /** What an inspection asked for. */
  actions: string
  /** Where it can be read. */
  source: string
}
