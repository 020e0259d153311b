import type { Load } from './queries/loads.ts'
import type { Unallocated } from './queries/unallocated.ts'

/** Why a worker stands where they stand, each with its words. */
export type Why = 'AWAY' | 'FULL' | 'KNOWS' | 'LANGUAGE' | 'TEAM' | 'WING' | 'ROOM' | 'FEWEST'

export interface Suggestion {
  load: Load
  reasons: readonly Why[]
}

/** Points that are left; null where nobody said what they can hold. Never below nothing. */
export const roomOf = ({ points, mostPoints }: Pick<Load, 'points' | 'mostPoints'>): number | null =>
  mostPoints === null ? null : Math.max(0, mostPoints - points)

/** Whether so many points more stay within what they can hold; nobody is full who never said. */
export const hasRoomFor = (load: Load, weight: number): boolean =>
  load.mostPoints === null || load.points + weight <= load.mostPoints

/**
 * Workers for one person, the likest first: whoever is here and has room; among them continuity (has worked with the person,
 * speaks the language, same team, same wing) with those last who never said what they can hold and do not know the person, then most
 * room, then fewest people.
 */
export function rankWorkers(about: Unallocated, loads: readonly Load[]): Suggestion[] {
  const fewest = Math.min(...loads.filter((load) => !load.awayUntil).map(({ cases }) => cases))
  const ranked = loads.map((load) => ({ load, reasons: reasonsFor(about, load, fewest) }))
  return ranked.sort(
    (a, b) =>
      Number(canTake(b)) - Number(canTake(a)) ||
      nearness(b) - nearness(a) ||
      (roomOf(b.load) ?? 0) - (roomOf(a.load) ?? 0) ||
      a.load.cases - b.load.cases ||
      (a.load.name < b.load.name ? -1 : 1),
  )
}

/** Here, and with room. */
export const canTake = ({ reasons }: Suggestion): boolean => !reasons.includes('AWAY') && !reasons.includes('FULL')

function reasonsFor(about: Unallocated, load: Load, fewest: number): Why[] {
  const isFull = !hasRoomFor(load, about.weight)
  const said: [Why, boolean][] = [
    ['AWAY', load.awayUntil !== null],
    ['FULL', isFull],
    ['KNOWS', about.knownBy.includes(load.accountId)],
    ['LANGUAGE', about.language !== null && load.languages.includes(about.language)],
    ['TEAM', load.teamIds.some((id) => about.teamIds.includes(id))],
    ['WING', about.wing !== null && load.wings.includes(about.wing)],
    ['ROOM', !isFull && (roomOf(load) ?? 0) > 0],
    ['FEWEST', load.cases === fewest],
  ]
  return said.filter(([, holds]) => holds).map(([why]) => why)
}

const weights: Partial<Record<Why, number>> = { KNOWS: 8, LANGUAGE: 4, TEAM: 2, WING: 1 }
/** Whoever never said what they can hold is a guess: only somebody who knows the person stands before those who did. */
const unsaid = ({ mostPoints }: Load) => (mostPoints === null ? 7 : 0)
const nearness = ({ load, reasons }: Suggestion) =>
  reasons.reduce((sum, why) => sum + (weights[why] ?? 0), 0) - unsaid(load)

/** Who gets whom when many are given at once: each takes the best for them as the caseloads stand after those before. */
export function assignMany(people: readonly Unallocated[], loads: readonly Load[]): Assignment[] {
  const standing = new Map(loads.map((load) => [load.accountId, { ...load }]))
  return people.map((about) => {
    const first = rankWorkers(about, [...standing.values()]).find(canTake)
    if (!first) return { about, to: null, reasons: [] }
    standing.set(first.load.accountId, withOneMore(first.load, about.weight))
    return { about, to: first.load, reasons: first.reasons }
  })
}

export interface Assignment {
  about: Unallocated
  /** As they stood before; null where nobody is here with room. */
  to: Load | null
  reasons: readonly Why[]
}

export const withOneMore = (load: Load, weight: number): Load => ({
  ...load,
  cases: load.cases + 1,
  points: load.points + weight,
})
