/** What can happen to somebody in custody. RE_RELEASE is the release of somebody who was recalled. */
export const movementKinds = [
  'RECEPTION',
  'MOVE',
  'TRANSFER',
  'COURT_OUT',
  'COURT_BACK',
  'TEMPORARY_RELEASE',
  'RETURN',
  'RELEASE',
  'RECALL',
  'RE_RELEASE',
  'DEATH',
] as const
export type MovementKind = (typeof movementKinds)[number]

/** Where somebody stands. EXPECTED: on the way to a prison that has not yet received them. */
export const custodyStates = [
  'NONE',
  'EXPECTED',
  'HELD',
  'AT_COURT',
  'ON_TEMPORARY_RELEASE',
  'RELEASED',
  'DEAD',
] as const
export type CustodyState = (typeof custodyStates)[number]

/**
 * State -> what may happen, and the state that follows. The database keeps the same table (movement_leads_to), so that nobody
 * gets round it; a test compares the two.
 */
export const mayBecome: Record<CustodyState, Partial<Record<MovementKind, CustodyState>>> = {
  NONE: { RECEPTION: 'HELD', DEATH: 'DEAD' },
  EXPECTED: { RECEPTION: 'HELD', TRANSFER: 'EXPECTED', DEATH: 'DEAD' },
  HELD: {
    MOVE: 'HELD',
    TRANSFER: 'EXPECTED',
    COURT_OUT: 'AT_COURT',
    TEMPORARY_RELEASE: 'ON_TEMPORARY_RELEASE',
    RELEASE: 'RELEASED',
    RE_RELEASE: 'RELEASED',
    DEATH: 'DEAD',
  },
  AT_COURT: { COURT_BACK: 'HELD', RELEASE: 'RELEASED', RE_RELEASE: 'RELEASED', DEATH: 'DEAD' },
  ON_TEMPORARY_RELEASE: { RETURN: 'HELD', DEATH: 'DEAD' },
  RELEASED: { RECEPTION: 'HELD', RECALL: 'EXPECTED', DEATH: 'DEAD' },
  DEAD: {},
}

/** What may happen to somebody now, as whoever enters it is asked: a release of somebody recalled is a re-release. */
export function possibleMovements(state: CustodyState, isRecalled: boolean): MovementKind[] {
  const isFitting = (kind: MovementKind) => kind !== (isRecalled ? 'RELEASE' : 'RE_RELEASE')
  return movementKinds.filter((kind) => mayBecome[state][kind] !== undefined && isFitting(kind))
}

/** Movements that say which prison comes next; a reception is always in the prison that records it. */
export const namesPrison = (kind: MovementKind): boolean => kind === 'TRANSFER' || kind === 'RECALL'
/** Movements that say which wing and cell. */
export const namesCell = (kind: MovementKind): boolean => kind === 'RECEPTION' || kind === 'MOVE'
