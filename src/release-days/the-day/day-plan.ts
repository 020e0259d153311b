/** How somebody gets from place to place. */
export const modes = ['WALK', 'BUS', 'CAR'] as const
export type Mode = (typeof modes)[number]

/** One line of the travel-time table. Times of day are minutes after midnight. */
export interface Leg {
  fromPlace: string
  toPlace: string
  mode: Mode
  minutes: number
  priceInPence: number
  /** Null: at any time. */
  firstAt: number | null
  lastAt: number | null
  /** From the first on; null: whenever one is there. */
  everyInMinutes: number | null
  isBothWays: boolean
}

/** Somewhere to be on the day: booked at a time, or any time while the place is open. */
export interface Stop {
  id: string
  title: string
  place: string
  /** Null for a place that sees people as they come. */
  bookedAt: number | null
  opensAt: number
  /** Equal to `opensAt` where it is shut all day. */
  closesAt: number
  lengthInMinutes: number
  /** A booked time that somebody here can move. */
  mayMove: boolean
}

/** A first day, as it is tried. */
export interface DayPlan {
  gatePlace: string
  gateAt: number
  /** Where the person must be at night; '' while nobody knows. */
  homePlace: string
  curfewAt: number | null
  cashInPence: number
  modes: readonly Mode[]
  /** Whether money is saved where it costs time. */
  savesMoney: boolean
  stops: readonly Stop[]
  legs: readonly Leg[]
}

/** One name for a place, however it was typed. */
export const placeKey = (place: string): string => place.trim().toLowerCase().replace(/\s+/g, ' ')

/** The order in which somebody would do the day: by the time that is booked, else by when it must have begun. */
export function usualOrder(stops: readonly Stop[]): Stop[] {
  const at = ({ bookedAt, closesAt, lengthInMinutes }: Stop) => bookedAt ?? closesAt - lengthInMinutes
  return [...stops].sort((one, other) => at(one) - at(other) || (one.id < other.id ? -1 : 1))
}
