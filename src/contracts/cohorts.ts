import type { Day } from '../platform/calendar-day.ts'
import type { Reading } from '../platform/database.ts'
import { readCohorts } from '../reoffending/index.ts'
import { listClaimedSpans } from './queries/claims.ts'
import type { Contract } from './queries/contracts.ts'
import type { Counted } from './queries/counts.ts'

/** A cohort of the reader's agency whose days lie within a contract. */
export interface ContractCohort {
  id: string
  title: string
  prisonName: string
  sourceName: string
  from: Day
  to: Day
  /** SHOWN: it can be told how many reoffended. HELD: too few people, or not counted. */
  state: 'SHOWN' | 'NOT_MATURE' | 'HELD'
  /** Followed; 0 where it is held. */
  people: number
  /** With no proven reoffence, where that can be told. */
  paid: number
  maturesOn: Day | null
  /** It, or one of the same prison whose days meet its own, is in a claim. */
  isClaimed: boolean
}

/** Those that a contract can pay for, or will. */
export async function readContractCohorts(reading: Reading, contract: Contract): Promise<ContractCohort[]> {
  const { cohorts } = await readCohorts(reading)
  const spans = await listClaimedSpans(reading)
  return cohorts.flatMap(({ cohort, shown }) => {
    const { id, title, prisonId, prisonName, sourceName, from, to } = cohort
    if (from < contract.fromOn || to > contract.untilOn) return []
    const isTold = shown.state === 'SHOWN'
    const isYoung = shown.state === 'NOT_MATURE'
    const state = isTold || isYoung ? shown.state : 'HELD'
    const isClaimed = spans.some((span) => span.prisonId === prisonId && span.from <= to && span.to >= from)
    const people = isTold || isYoung ? shown.people : 0
    const maturesOn = isTold || isYoung ? shown.matureOn : null
    const paid = isTold ? shown.people - shown.reoffenders : 0
    return [{ id, title, prisonName, sourceName, from, to, state, people, paid, maturesOn, isClaimed }]
  })
}

/** The line of the contract's table for cohorts: nobody by name. */
export function countCohorts(row: Counted, cohorts: readonly ContractCohort[]): Counted {
  const told = cohorts.filter(({ state }) => state === 'SHOWN')
  const young = cohorts.filter(({ state }) => state === 'NOT_MATURE')
  const sum = (of: readonly ContractCohort[], count: (cohort: ContractCohort) => number) =>
    of.reduce((all, cohort) => all + count(cohort), 0)
  return {
    ...row,
    claimable: sum(
      told.filter(({ isClaimed }) => !isClaimed),
      ({ paid }) => paid,
    ),
    notYet: sum(young, ({ people }) => people),
    nextOn: young.flatMap(({ maturesOn }) => maturesOn ?? []).sort()[0] ?? null,
    notMet: sum(told, ({ people, paid }) => people - paid),
  }
}
