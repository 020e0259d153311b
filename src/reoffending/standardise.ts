import { ageOn, type Day } from '../platform/calendar-day.ts'
import type { CountedArea } from './count-cohort.ts'

/** A person of a cohort, and whether it happened to them. */
interface Placed {
  area: string
  on: Day
  bornOn: Day | null
  sex: string | null
  happened: boolean
}

const ageFloors = [0, 21, 25, 30, 35, 40, 50]

/**
 * Indirect standardisation: for each area, how many would have reoffended if its people had done so at the rate of all people
 * of their age and sex. Observed over expected then compares areas whose people differ.
 */
export function standardise(people: Placed[]): CountedArea[] {
  const strata = new Map<string, { n: number; happened: number }>()
  for (const person of people) {
    const stratum = strata.get(stratumOf(person)) ?? { n: 0, happened: 0 }
    strata.set(stratumOf(person), { n: stratum.n + 1, happened: stratum.happened + Number(person.happened) })
  }

  const areas = new Map<string, CountedArea>()
  for (const person of people) {
    const { n, happened } = strata.get(stratumOf(person))!
    const known = areas.get(person.area) ?? { area: person.area, people: 0, reoffenders: 0, expected: 0 }
    areas.set(person.area, {
      area: person.area,
      people: known.people + 1,
      reoffenders: known.reoffenders + Number(person.happened),
      expected: known.expected + happened / n,
    })
  }
  return [...areas.values()].sort((a, b) => (a.area < b.area ? -1 : 1))
}

function stratumOf({ on, bornOn, sex }: Placed): string {
  const age = bornOn ? ageFloors.findLast((floor) => ageOn(bornOn, on) >= floor) : 'unknown'
  return `${sex ?? 'unknown'} ${age}`
}
