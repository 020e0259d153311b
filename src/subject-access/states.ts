/** Where a request stands, read from who did what and when. */
export type RequestState = 'NOT_PROVED' | 'ASKED_BACK' | 'DECIDING' | 'ANSWERED' | 'READY' | 'GIVEN' | 'WITHDRAWN'

/** Where what one agency answers for stands. */
export type PartState = 'DECIDING' | 'TO_CHECK' | 'CHECKED'

/** State -> may become, and by whom. */
export const partMoves: Record<
  PartState,
  readonly { to: PartState; by: 'who decided' | 'another manager of the agency' }[]
> = {
  DECIDING: [{ to: 'TO_CHECK', by: 'who decided' }],
  TO_CHECK: [
    { to: 'CHECKED', by: 'another manager of the agency' },
    { to: 'DECIDING', by: 'another manager of the agency' },
  ],
  CHECKED: [],
}

export const mayMove = (from: PartState, to: PartState): boolean => partMoves[from].some((move) => move.to === to)

interface PartFacts {
  decidedAt: Date | null
  checkedAt: Date | null
}

export function partState({ decidedAt, checkedAt }: PartFacts): PartState {
  if (checkedAt) return 'CHECKED'
  return decidedAt ? 'TO_CHECK' : 'DECIDING'
}

interface RequestFacts {
  withdrawnAt: Date | null
  collectedAt: Date | null
  isPaused: boolean
  /** Of the copy that the reader's agency hands over. */
  isBuilt: boolean
  /** Another agency handles it, and all that the reader's has to decide is decided and checked. */
  isAnswered: boolean
  givenAt: Date | null
}

export function requestState({
  withdrawnAt,
  givenAt,
  collectedAt,
  isPaused,
  isBuilt,
  isAnswered,
}: RequestFacts): RequestState {
  if (withdrawnAt) return 'WITHDRAWN'
  if (givenAt) return 'GIVEN'
  if (!collectedAt) return 'NOT_PROVED'
  if (isBuilt) return 'READY'
  if (isAnswered) return 'ANSWERED'
  return isPaused ? 'ASKED_BACK' : 'DECIDING'
}

/** Whether the clock still counts: nothing is late that was given or taken back. */
export const isOpen = (state: RequestState): boolean =>
  state !== 'GIVEN' && state !== 'WITHDRAWN' && state !== 'ANSWERED'
