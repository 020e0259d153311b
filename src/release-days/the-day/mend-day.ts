import { type DayPlan, type Stop, usualOrder } from './day-plan.ts'
import { mostStops, searchDay, travelIn } from './search-day.ts'
import { type WalkedDay, walkDay } from './walk-day.ts'

/** What to change so that more of the day can be done. */
export interface Mend {
  /** Booked times to move, and to when. */
  moves: { stop: Stop; to: number }[]
  /** In the order that works. */
  order: Stop[]
  /** What has to go to another day. */
  leftOut: Stop[]
  /** The day with all of it changed. */
  walked: WalkedDay
}

/**
 * Finds an order and times that work. Every proposal has been walked: it says what the day then is.
 *
 * @returns undefined where nothing that could be moved would make the day better, or there are more than 12 stops.
 */
export function mendDay(plan: DayPlan, asItIs: WalkedDay = walkDay(plan)): Mend | undefined {
  const isWhole = asItIs.doneCount === plan.stops.length && !asItIs.homeTrouble
  if (isWhole || plan.stops.length > mostStops) return undefined

  const quick = mendOf({ ...plan, savesMoney: false })
  const spends = plan.legs.some(({ priceInPence }) => priceInPence > quick.walked.cashInPence)
  const isQuickWhole = quick.leftOut.length === 0 && !quick.walked.homeTrouble
  const cheap = isQuickWhole || !spends ? quick : mendOf({ ...plan, savesMoney: true })
  const best = isBetter(cheap.walked, quick.walked) ? cheap : quick
  return best.order.length > 0 && isBetter(best.walked, asItIs) ? best : undefined
}

function mendOf(plan: DayPlan): Mend {
  const travel = travelIn(plan)
  const ordered = searchDay(plan, false, travel)
  const free = ordered.stops.length === plan.stops.length ? ordered : searchDay(plan, true, travel)
  const found = free.stops.length > ordered.stops.length ? putBack(plan, free.stops) : ordered.stops
  const times = new Map(found.map(({ id, bookedAt }) => [id, bookedAt]))
  return {
    moves: plan.stops.flatMap((stop) => {
      const to = times.get(stop.id) ?? null
      return to !== null && to !== stop.bookedAt ? [{ stop, to }] : []
    }),
    order: found,
    leftOut: plan.stops.filter(({ id }) => !times.has(id)),
    walked: walkDay({ ...plan, stops: found }, found),
  }
}

/** Of the times that were moved, those that need not be are as they were booked. */
function putBack(plan: DayPlan, found: readonly Stop[]): Stop[] {
  let kept = [...found]
  for (const stop of plan.stops) {
    const tried = kept.map((each) => (each.id === stop.id ? { ...each, bookedAt: stop.bookedAt } : each))
    const byTime = tried.every(({ bookedAt }) => bookedAt !== null) ? [tried, usualOrder(tried)] : [tried]
    const works = byTime.find((order) => {
      const day = walkDay({ ...plan, stops: order }, order)
      return day.doneCount === order.length && !day.homeTrouble
    })
    if (works) kept = works
  }
  return kept
}

/** Home before the curfew counts first: who is not goes back to prison. */
function isBetter(one: WalkedDay, other: WalkedDay): boolean {
  const isHome = ({ homeTrouble }: WalkedDay) => (homeTrouble ? 0 : 1)
  return isHome(one) - isHome(other) > 0 || (isHome(one) === isHome(other) && one.doneCount > other.doneCount)
}
