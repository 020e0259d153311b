import { addDays, type Day } from '../../platform/calendar-day.ts'
import { earlierRelease } from '../friday-rule.ts'
import type { Standing } from '../queries/movements.ts'
import { type MovementKind, mayBecome, namesPrison } from './movement-states.ts'

/** Something that happened, as somebody says it. */
export interface SaidMovement {
  kind: MovementKind
  happenedOn: Day
  /** Of a transfer or a recall. */
  toAgencyId?: string | null | undefined
  wing?: string | undefined
  cell?: string | undefined
  /** Of a temporary release. */
  returnDueOn?: Day | null | undefined
  /** Whoever enters a release long before its date has said that it is so. */
  isEarly?: boolean | undefined
}

/** What cannot be: a stable code of which the words are `move.problem.CODE`, and the field that says it. */
export interface Contradiction {
  field: 'kind' | 'happenedOn' | 'toAgencyId' | 'returnDueOn' | 'isEarly'
  code: ContradictionCode
}

export type ContradictionCode =
  | 'died'
  | 'never-released'
  | 'never-received'
  | 'already-here'
  | 'at-court'
  | 'temporarily-out'
  | 'not-arrived'
  | 'released-already'
  | 'not-from-here'
  | 'not-recalled'
  | 'other-prison'
  | 'in-the-future'
  | 'before-the-last'
  | 'no-prison'
  | 'same-prison'
  | 'no-return'
  | 'return-before'
  | 'before-release-date'

interface Here {
  today: Day
  agencyId: string
  prisonIds: readonly string[]
}

/** Why something that is said cannot be, given where the person stands; undefined where it can. Reads nothing and writes nothing. */
export function contradictionIn(said: SaidMovement, standing: Standing, here: Here): Contradiction | undefined {
  const { kind, happenedOn, toAgencyId, returnDueOn } = said
  if (mayBecome[standing.state][kind] === undefined) return { field: 'kind', code: whyNot(kind, standing) }
  if (kind === 'RE_RELEASE' && !standing.isRecalled) return { field: 'kind', code: 'not-recalled' }
  const says = kind === 'DEATH' || kind === 'RECALL' || kind === 'RECEPTION' ? here.agencyId : standing.prisonId
  if (says !== here.agencyId || (kind === 'RECEPTION' && !here.prisonIds.includes(here.agencyId))) {
    return { field: 'kind', code: 'other-prison' }
  }
  if (kind === 'RECEPTION' && standing.state === 'EXPECTED' && standing.prisonId !== here.agencyId) {
    return { field: 'kind', code: 'other-prison' }
  }
  if (happenedOn > here.today) return { field: 'happenedOn', code: 'in-the-future' }
  const since = standing.lastOn ?? standing.receivedOn
  if (since && happenedOn < since) return { field: 'happenedOn', code: 'before-the-last' }
  if (namesPrison(kind) && !here.prisonIds.includes(toAgencyId ?? '')) return { field: 'toAgencyId', code: 'no-prison' }
  if (kind === 'TRANSFER' && toAgencyId === standing.prisonId) return { field: 'toAgencyId', code: 'same-prison' }
  if (kind === 'TEMPORARY_RELEASE' && !returnDueOn) return { field: 'returnDueOn', code: 'no-return' }
  if (kind === 'TEMPORARY_RELEASE' && returnDueOn! < happenedOn) return { field: 'returnDueOn', code: 'return-before' }
  return contradictsDate(said, standing) ? { field: 'isEarly', code: 'before-release-date' } : undefined
}

const daysOfGrace = 1 // a date and a gate seldom differ by more without a decision

/** A release well before the earliest day that its date allows has to be said twice. */
function contradictsDate({ kind, happenedOn, isEarly }: SaidMovement, { releaseOn, jurisdiction }: Standing): boolean {
  if ((kind !== 'RELEASE' && kind !== 'RE_RELEASE') || !releaseOn || isEarly) return false
  return happenedOn < addDays(earlierRelease(releaseOn, jurisdiction).earliestOn, -daysOfGrace)
}

function whyNot(kind: MovementKind, { state }: Standing): ContradictionCode {
  if (state === 'DEAD') return 'died'
  if (kind === 'RECALL') return 'never-released'
  if (kind === 'RECEPTION') return 'already-here'
  if (state === 'NONE') return 'never-received'
  if (state === 'AT_COURT') return 'at-court'
  if (state === 'ON_TEMPORARY_RELEASE') return 'temporarily-out'
  if (state === 'EXPECTED') return 'not-arrived'
  if (state === 'RELEASED') return 'released-already'
  return 'not-from-here'
}
