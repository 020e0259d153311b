import { type DayPlan, placeKey, type Stop, usualOrder } from './day-plan.ts'
import { chosenLeg, type Ride, rideOn, waysOf } from './travel.ts'

/** Why something cannot be done. */
export type Trouble = 'NO_WAY' | 'NO_MONEY' | 'LATE' | 'CLOSED' | 'AFTER_CURFEW' | 'TWO_AT_ONCE'

/** What becomes of one stop. */
export interface Visit {
  stop: Stop
  /** Null where the person is there already, or cannot get there. */
  ride: Ride | null
  /** Null where the person never gets there. */
  arrivesAt: number | null
  startsAt: number | null
  endsAt: number | null
  trouble: Trouble | undefined
  /** The other one, of two at once. */
  clashesWith: string | undefined
  /** Minutes between being there and being too late. */
  spareInMinutes: number | null
  cashInPence: number
}

/** A first day as it would go. */
export interface WalkedDay {
  visits: Visit[]
  /** The way to where the person sleeps; null where they are there already or cannot get there. */
  homeRide: Ride | null
  homeAt: number | null
  homeTrouble: 'NO_WAY' | 'NO_MONEY' | 'AFTER_CURFEW' | undefined
  cashInPence: number
  doneCount: number
}

/** Fewer minutes to spare than this is tight. */
export const tightInMinutes = 15

/**
 * Goes through a day in an order and says what becomes of it. Somebody who comes too late has been there all the same; who
 * has no way or no money stays where they are.
 *
 * @param order - of the stops; the usual one, unless given.
 */
export function walkDay(plan: DayPlan, order: readonly Stop[] = usualOrder(plan.stops)): WalkedDay {
  const ways = waysOf(plan)
  const done: Visit[] = []
  let here = plan.gatePlace
  let at = plan.gateAt
  let cash = plan.cashInPence
  const goTo = (place: string): { ride: Ride | null; trouble?: 'NO_WAY' | 'NO_MONEY' } => {
    if (placeKey(here) === placeKey(place)) return { ride: null }
    const legs = ways(here, place)
    const chosen = chosenLeg(legs, at, cash, plan.savesMoney)
    if (chosen >= 0) return { ride: rideOn(legs[chosen]!, at) }
    const isUnpaid = chosenLeg(legs, at, Number.POSITIVE_INFINITY, plan.savesMoney) >= 0
    return { ride: null, trouble: isUnpaid ? 'NO_MONEY' : 'NO_WAY' }
  }

  const visits = order.map((stop): Visit => {
    const { ride, trouble: noWay } = goTo(stop.place)
    if (noWay) return { ...nothing, stop, trouble: noWay, cashInPence: cash }
    at = ride?.arrivesAt ?? at
    cash -= ride?.leg.priceInPence ?? 0
    here = stop.place
    const visit = { ...nothing, stop, ride, arrivesAt: at, ...verdict(plan, stop, at, done), cashInPence: cash }
    if (visit.trouble) return visit
    at = visit.endsAt!
    done.push(visit)
    return visit
  })

  const home = plan.homePlace ? goTo(plan.homePlace) : { ride: null }
  const homeAt = plan.homePlace && !home.trouble ? (home.ride?.arrivesAt ?? at) : null
  const isLate = homeAt !== null && plan.curfewAt !== null && homeAt > plan.curfewAt
  return {
    visits,
    homeRide: home.ride,
    homeAt,
    homeTrouble: home.trouble ?? (isLate ? 'AFTER_CURFEW' : undefined),
    cashInPence: cash - (home.ride?.leg.priceInPence ?? 0),
    doneCount: done.length,
  }
}

const nothing = {
  ...{ ride: null, arrivesAt: null, startsAt: null, endsAt: null },
  ...{ trouble: undefined, clashesWith: undefined, spareInMinutes: null },
}

function verdict({ curfewAt }: DayPlan, stop: Stop, at: number, done: readonly Visit[]) {
  const { bookedAt, opensAt, closesAt, lengthInMinutes: length } = stop
  const startsAt = Math.max(at, bookedAt ?? opensAt)
  const latest = bookedAt ?? closesAt - length
  const clash = bookedAt === null ? undefined : done.find((other) => overlaps(other.stop, stop))
  if (clash && at > latest) return { trouble: 'TWO_AT_ONCE' as const, clashesWith: clash.stop.title }
  if (bookedAt !== null && (bookedAt < opensAt || bookedAt >= closesAt)) return { trouble: 'CLOSED' as const }
  if (startsAt > latest) return { trouble: bookedAt === null ? ('CLOSED' as const) : ('LATE' as const) }
  if (curfewAt !== null && startsAt + length > curfewAt) return { trouble: 'AFTER_CURFEW' as const }
  return { startsAt, endsAt: startsAt + length, spareInMinutes: latest - at }
}

function overlaps(one: Stop, other: Stop): boolean {
  if (one.bookedAt === null || other.bookedAt === null) return false
  return one.bookedAt < other.bookedAt + other.lengthInMinutes && other.bookedAt < one.bookedAt + one.lengthInMinutes
}
