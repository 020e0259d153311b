import type { Day } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import {
  getCohort,
  insertCohort,
  type NewBaseline,
  type NewCohort,
  replaceBaseline,
  updateCohortEnded,
} from './queries/cohorts.ts'

/** Keeps a definition of who belongs together, and has it counted. @returns its id. */
export async function makeCohort(change: Change, said: Omit<NewCohort, 'id'>): Promise<string> {
  const id = newId()
  await insertCohort(change, { id, ...said })
  change.later('count-cohorts', {})
  change.record({
    name: 'cohort.made',
    subjectId: id,
    fieldGroup: 'administration',
    details: { from: said.from, to: said.to },
  })
  return id
}

/** @throws Refusal `cohort.not-found`, `cohort.ended` when somebody ended it already. */
export async function endCohort(change: Change, id: string): Promise<void> {
  await getCohort(change, id)
  if (!(await updateCohortEnded(change, id))) throw new Refusal('conflict', 'cohort.ended')
  change.record({ name: 'cohort.ended', subjectId: id, fieldGroup: 'administration' })
}

/**
 * Says what a cohort is compared with from now on.
 *
 * @throws Refusal `cohort.not-found`, `cohort.own-baseline` when a cohort would be compared with itself.
 */
export async function setBaseline(change: Change, cohortId: string, said: NewBaseline): Promise<void> {
  await getCohort(change, cohortId)
  if (said.baseId === cohortId) throw new Refusal('conflict', 'cohort.own-baseline')
  if (said.baseId) await getCohort(change, said.baseId)
  await replaceBaseline(change, cohortId, said)
  change.record({ name: 'cohort.baseline-set', subjectId: cohortId, fieldGroup: 'administration' })
}

/** The first and the last day of quarters: `2025-Q1` to `2025-Q2` is 1 January to 30 June. */
export function daysOfQuarters(first: string, last: string): { from: Day; to: Day } | undefined {
  const [from, to] = [first, last].map((text) => /^(\d{4})-Q([1-4])$/.exec(text))
  if (!from || !to || first > last) return undefined
  const lastDays = ['03-31', '06-30', '09-30', '12-31']
  const firstMonths = ['01', '04', '07', '10']
  return {
    from: `${from[1]}-${firstMonths[Number(from[2]) - 1]}-01`,
    to: `${to[1]}-${lastDays[Number(to[2]) - 1]}`,
  }
}

/** Quarters that can be chosen: from the one that ended last, back eight years. */
export function offeredQuarters(today: Day): string[] {
  const count = Number(today.slice(0, 4)) * 4 + Math.floor((Number(today.slice(5, 7)) - 1) / 3)
  return Array.from({ length: 32 }, (_, back) => {
    const quarter = count - 1 - back
    return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`
  })
}
