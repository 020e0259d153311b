import { type DayPlan, type Leg, placeKey } from './day-plan.ts'

/** A leg that is taken. */
export interface Ride {
  leg: Leg
  departsAt: number
  arrivesAt: number
}

type Ways = (from: string, to: string) => readonly Leg[]

const drawnUp = new WeakMap<readonly Leg[], Map<string, Ways>>() // one table is walked many times in a search

/** The legs of a plan by where they lead, in the ways that are tried. */
export function waysOf({ legs, modes }: Pick<DayPlan, 'legs' | 'modes'>): Ways {
  const known = drawnUp.get(legs) ?? new Map<string, Ways>()
  drawnUp.set(legs, known)
  const found = known.get(modes.join()) ?? drawUp({ legs, modes })
  known.set(modes.join(), found)
  return found
}

function drawUp({ legs, modes }: Pick<DayPlan, 'legs' | 'modes'>): Ways {
  const ways = new Map<string, Leg[]>()
  const add = (from: string, to: string, leg: Leg) => {
    const key = `${placeKey(from)}\n${placeKey(to)}`
    const known = ways.get(key)
    if (known) known.push(leg)
    else ways.set(key, [leg])
  }
  for (const leg of legs) {
    if (!modes.includes(leg.mode)) continue
    add(leg.fromPlace, leg.toPlace, leg)
    if (leg.isBothWays) add(leg.toPlace, leg.fromPlace, leg)
  }
  return (from, to) => ways.get(`${placeKey(from)}\n${placeKey(to)}`) ?? []
}

/** When the next one leaves; Infinity after the last. */
export function departure({ firstAt, lastAt, everyInMinutes }: Leg, at: number): number {
  const first = firstAt ?? 0
  const wait = everyInMinutes && at > first ? (everyInMinutes - ((at - first) % everyInMinutes)) % everyInMinutes : 0
  const departsAt = Math.max(at, first) + wait
  return departsAt <= (lastAt ?? Number.POSITIVE_INFINITY) ? departsAt : Number.POSITIVE_INFINITY
}

/** Which leg is taken of those that can be paid: the soonest there, or the cheapest. @returns -1 where there is none. */
export function chosenLeg(legs: readonly Leg[], at: number, cashInPence: number, savesMoney: boolean): number {
  let chosen = -1
  let soonest = Number.POSITIVE_INFINITY
  let cheapest = Number.POSITIVE_INFINITY
  for (let index = 0; index < legs.length; index += 1) {
    const leg = legs[index]!
    if (leg.priceInPence > cashInPence) continue
    const arrivesAt = departure(leg, at) + leg.minutes
    if (arrivesAt === Number.POSITIVE_INFINITY) continue
    const isSooner = arrivesAt < soonest
    const isCheaper = leg.priceInPence < cheapest
    const isBetter = savesMoney
      ? isCheaper || (leg.priceInPence === cheapest && isSooner)
      : isSooner || (arrivesAt === soonest && isCheaper)
    if (!isBetter) continue
    chosen = index
    soonest = arrivesAt
    cheapest = leg.priceInPence
  }
  return chosen
}

export function rideOn(leg: Leg, at: number): Ride {
  const departsAt = departure(leg, at)
  return { leg, departsAt, arrivesAt: departsAt + leg.minutes }
}
