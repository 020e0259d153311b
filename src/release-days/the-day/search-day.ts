import { type DayPlan, placeKey, type Stop } from './day-plan.ts'
import { chosenLeg, departure, waysOf } from './travel.ts'

/** More stops than this are more than anybody's first day, and too many orders to try. */
export const mostStops = 12
const never = 32_000 // minutes: after any day
const roundedTo = 15 // minutes: nobody books for 10:07
const minutesOfDay = 1_440

/** Stops in the order that works, with the times that moved ones would have. */
export interface FoundOrder {
  stops: Stop[]
  moved: number
}

/**
 * The order that does most of the day and is home soonest. Looks at every set of stops by which of them came last, and keeps
 * for each only the soonest: where nobody is short of money, no order that does more is missed, unless it goes to a stop in vain
 * only to travel on from there. A booked time that can be kept is kept unless moving it leaves sooner, so the caller puts back what
 * need not move.
 */
export function searchDay(plan: DayPlan, mayMoveAny: boolean, travel = travelIn(plan)): FoundOrder {
  const { stops } = plan
  const count = stops.length
  const sets = 1 << count
  const [gate, home] = [count, count + 1]
  const at = new Int16Array(sets * count).fill(never)
  const cash = new Int32Array(sets * count)
  const from = new Int8Array(sets * count)
  const startsAt = new Int16Array(sets * count)
  const bits = new Uint8Array(sets)
  for (let set = 1; set < sets; set += 1) bits[set] = bits[set >> 1]! + (set & 1)
  const best = { done: 0, set: 0, last: -1, homeAt: never }
  const latest = plan.curfewAt ?? never - 1
  const opens = Int16Array.from(stops, ({ opensAt }) => opensAt)
  const shuts = Int16Array.from(stops, ({ closesAt }) => Math.min(closesAt, latest))
  const lengths = Int16Array.from(stops, ({ lengthInMinutes }) => lengthInMinutes)
  const booked = Int16Array.from(stops, ({ bookedAt }) => bookedAt ?? -1)
  const keeps = Uint8Array.from(stops, (stop) => (mayBeKept(stop, latest) ? 1 : 0))
  const moves = Uint8Array.from(stops, ({ mayMove }) => (mayMove && mayMoveAny ? 1 : 0))

  for (let next = 0; next < count; next += 1) go(0, gate, plan.gateAt, plan.cashInPence, next)
  for (let set = 1; set < sets; set += 1) {
    for (let last = 0; last < count; last += 1) {
      const state = set * count + last
      if (at[state] === never) continue
      const [now, left] = [at[state]!, cash[state]!]
      if (bits[set]! >= best.done) finish(set, last, now, left)
      for (let rest = ~set & (sets - 1); rest > 0; rest &= rest - 1) {
        go(set, last, now, left, 31 - Math.clz32(rest & -rest))
      }
    }
  }
  return trace()

  function go(set: number, last: number, now: number, left: number, next: number): void {
    const there = travel.arrival(last, next, now, left)
    if (there === never) return
    const state = (set | (1 << next)) * count + next
    const spent = left - travel.price()
    let starts = -1
    if (booked[next] === -1) {
      starts = Math.max(there, opens[next]!)
      if (starts + lengths[next]! > shuts[next]!) return
    } else {
      if (there <= booked[next]! && keeps[next]) starts = booked[next]!
      if (moves[next]) {
        const moved = Math.ceil(Math.max(there, opens[next]!) / roundedTo) * roundedTo
        if ((starts < 0 || moved < starts) && moved + lengths[next]! <= shuts[next]!) starts = moved
      }
      if (starts < 0) return
    }
    const endsAt = starts + lengths[next]!
    if (endsAt > at[state]! || (endsAt === at[state] && spent <= cash[state]!)) return
    at[state] = endsAt
    cash[state] = spent
    from[state] = last
    startsAt[state] = booked[next] === -1 ? -1 : starts
  }

  /** No way home before the curfew is worse than a stop less. */
  function finish(set: number, last: number, now: number, left: number): void {
    const done = bits[set]!
    const homeAt = plan.homePlace ? travel.arrival(last, home, now, left) : now
    const isKept = homeAt <= latest || plan.curfewAt === null
    if (isKept && (done > best.done || homeAt < best.homeAt)) Object.assign(best, { done, set, last, homeAt })
  }

  function trace(): FoundOrder {
    const order: Stop[] = []
    let { set, last } = best
    let moved = 0
    while (set > 0) {
      const state = set * count + last
      const bookedAt = startsAt[state]! < 0 ? null : startsAt[state]!
      if (bookedAt !== stops[last]!.bookedAt) moved += 1
      order.unshift({ ...stops[last]!, bookedAt })
      set &= ~(1 << last)
      last = from[state]!
    }
    return { stops: order, moved }
  }
}

const mayBeKept = ({ bookedAt, opensAt, closesAt, lengthInMinutes }: Stop, latest: number) =>
  bookedAt !== null && bookedAt >= opensAt && bookedAt < closesAt && bookedAt + lengthInMinutes <= latest

/** When somebody who leaves at a minute is there, kept for every pair and minute that was asked once. */
export function travelIn(plan: DayPlan) {
  const places = [...plan.stops.map(({ place }) => place), plan.gatePlace, plan.homePlace]
  const ways = waysOf(plan)
  const pairs = places.map((from) => places.map((to) => (placeKey(from) === placeKey(to) ? null : ways(from, to))))
  const arrivals = new Int16Array(places.length ** 2 * minutesOfDay)
  const prices = new Int32Array(arrivals.length)
  let price = 0
  return {
    /** Of the ride that `arrival` told of last. */
    price: () => price,
    arrival(from: number, to: number, at: number, cash: number): number {
      price = 0
      const legs = pairs[from]![to]!
      if (legs === null) return at
      if (at >= minutesOfDay) return never
      const key = (from * places.length + to) * minutesOfDay + at
      if (arrivals[key] === 0) remember(legs, at, key, Number.POSITIVE_INFINITY)
      if (prices[key]! <= cash) {
        price = prices[key]!
        return arrivals[key]!
      }
      const chosen = chosenLeg(legs, at, cash, plan.savesMoney)
      if (chosen < 0) return never
      price = legs[chosen]!.priceInPence
      return departure(legs[chosen]!, at) + legs[chosen]!.minutes
    },
  }

  function remember(legs: Parameters<typeof chosenLeg>[0], at: number, key: number, cash: number): void {
    const chosen = chosenLeg(legs, at, cash, plan.savesMoney)
    arrivals[key] = chosen < 0 ? never : departure(legs[chosen]!, at) + legs[chosen]!.minutes
    prices[key] = chosen < 0 ? 0 : legs[chosen]!.priceInPence
  }
}
