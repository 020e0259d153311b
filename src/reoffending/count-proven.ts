import { addMonths, type Day } from '../platform/calendar-day.ts'
import {
  type FollowUp,
  type Limits,
  limitsFrom,
  type Offence,
  oneYear,
  type ReasonNotCounted,
  whyNotCounted,
} from './definition.ts'

/** When somebody could enter a cohort: a release, a sentence in the community, a caution. */
export interface IndexEvent {
  person: string
  on: Day
}

/** Both days belong to it. */
export interface CohortWindow {
  from: Day
  to: Day
}

export interface Proven {
  people: { person: string; indexOn: Day; reoffences: number }[]
  cohort: number
  reoffenders: number
  reoffences: number
  /** Reoffenders among the cohort, 0 to 1; null until the cohort is mature, and where it is empty. */
  rate: number | null
  /** The Ministry's frequency: reoffences for each person who reoffended; null where nobody did, or not mature. */
  ratePerReoffender: number | null
  /** The older series: reoffences for each person of the cohort; null until the cohort is mature. */
  ratePerPerson: number | null
  mature: boolean
  /** The day from which the figures are final. */
  matureOn: Day | null
  /** Offences of people in the cohort that are no proven reoffence, by the first reason that holds. */
  notCounted: Partial<Record<ReasonNotCounted, number>>
}

/** A count that takes offences one by one, so that no file or table of them has to fit in memory. */
export interface ProvenCount {
  /** Whether the offence counts; false too for somebody who is not in the cohort. */
  add(offence: Offence): boolean
  /** @param asOf - the day on which somebody asks, which decides whether the cohort is mature. */
  result(asOf: Day): Proven
}

/** Somebody in the cohort; the limits are worked out with their first offence. */
interface Entry {
  indexOn: Day
  limits: Limits | undefined
  reoffences: number
}

/** Puts a cohort together, each person once by their first event in the window, and waits for offences. */
export function startCount(
  events: Iterable<IndexEvent>,
  window: CohortWindow,
  followUp: FollowUp = oneYear,
): ProvenCount {
  const entries = new Map<string, Entry>()
  for (const { person, on } of events) {
    if (on < window.from || on > window.to) continue
    const known = entries.get(person)
    if (!known) entries.set(person, { indexOn: on, limits: undefined, reoffences: 0 })
    else if (on < known.indexOn) known.indexOn = on
  }
  const notCounted: Partial<Record<ReasonNotCounted, number>> = {}

  return {
    add(offence) {
      const entry = entries.get(offence.person)
      if (!entry) return false
      entry.limits ??= limitsFrom(entry.indexOn, followUp)
      const reason = whyNotCounted(offence, entry.limits)
      if (reason) notCounted[reason] = (notCounted[reason] ?? 0) + 1
      else entry.reoffences += 1
      return reason === undefined
    },
    result(asOf) {
      const people = [...entries].map(([person, { indexOn, reoffences }]) => ({ person, indexOn, reoffences }))
      people.sort((a, b) => (a.person < b.person ? -1 : 1))
      const matureOn = maturityOf(people, followUp)
      // Somebody may still enter while the window is open.
      const mature = matureOn !== null && asOf >= matureOn && asOf > window.to
      return { people, ...ratesOf(people, mature), mature, matureOn, notCounted }
    },
  }
}

function maturityOf(people: { indexOn: Day }[], { months, waitingMonths }: FollowUp): Day | null {
  const last = people.reduce<Day | null>((latest, { indexOn }) => (latest && latest > indexOn ? latest : indexOn), null)
  return last && addMonths(last, months + waitingMonths)
}

function ratesOf(people: { reoffences: number }[], mature: boolean) {
  const cohort = people.length
  const reoffenders = people.filter((person) => person.reoffences > 0).length
  const reoffences = people.reduce((sum, person) => sum + person.reoffences, 0)
  const divided = (part: number, whole: number) => (mature && whole > 0 ? part / whole : null)
  return {
    cohort,
    reoffenders,
    reoffences,
    rate: divided(reoffenders, cohort),
    ratePerReoffender: divided(reoffences, reoffenders),
    ratePerPerson: divided(reoffences, cohort),
  }
}
