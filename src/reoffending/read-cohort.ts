import { type Agency, listAgencies } from '../agencies/index.ts'
import type { Reading } from '../platform/database.ts'
import { besideBaseline, type ShownBaseline } from './figures.ts'
import { type Cohort, findBaseline, getCohort, listCohorts } from './queries/cohorts.ts'
import { listAreas, listResults } from './queries/results.ts'
import { type Shown, type ShownAreas, type ShownExpectation, shownAreas, shownExpectation, shownOf } from './shown.ts'

/** A cohort as it may be seen: everything that is too few to show is left out here, before any page or file. */
export interface SeenCohort {
  cohort: Cohort
  countedAt: Date | undefined
  shown: Shown
  baseline: ShownBaseline
  expectation: ShownExpectation | undefined
  areas: ShownAreas
  others: Cohort[]
}

/** @throws Refusal `cohort.not-found` */
export async function readCohort(reading: Reading, id: string): Promise<SeenCohort> {
  const cohort = await getCohort(reading, id)
  const kept = await findBaseline(reading, id)
  const results = await listResults(reading, [id, ...(kept?.baseId ? [kept.baseId] : [])])
  const result = results.get(id)
  const shown = shownOf(result)
  const isCounted = result && 'people' in shown
  return {
    cohort,
    countedAt: result?.countedAt,
    shown,
    baseline: besideBaseline(shown, kept, kept?.baseId ? results.get(kept.baseId) : undefined),
    expectation: isCounted ? shownExpectation(result) : undefined,
    areas: shown.state === 'SHOWN' ? shownAreas(await listAreas(reading, id)) : { areas: [], held: [] },
    others: (await listCohorts(reading)).filter((other) => other.id !== id),
  }
}

/** The agency's cohorts with what may be said of each, and of whom new ones can be made. */
export async function readCohorts(
  reading: Reading,
): Promise<{ cohorts: { cohort: Cohort; shown: Shown }[]; prisons: Agency[]; sources: Agency[] }> {
  const cohorts = await listCohorts(reading)
  const results = await listResults(
    reading,
    cohorts.map(({ id }) => id),
  )
  const agencies = await listAgencies(reading)
  return {
    cohorts: cohorts.map((cohort) => ({ cohort, shown: shownOf(results.get(cohort.id)) })),
    prisons: agencies.filter(({ kind }) => kind === 'prison'),
    sources: agencies.filter(({ kind }) => kind === 'police' || kind === 'probation'),
  }
}
