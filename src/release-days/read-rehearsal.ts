import { getPartnership } from '../agencies/index.ts'
import { type Appointment, listComing, listPast } from '../appointments/index.ts'
import { type CaseFrame, getCaseFrame, sees } from '../cases/index.ts'
import { earlierRelease } from '../custody/index.ts'
import { findCurfew } from '../licences/index.ts'
import { type Day, dayAt, weekdayOf } from '../platform/calendar-day.ts'
import type { Reading } from '../platform/database.ts'
import { timeAt } from '../platform/wall-clock.ts'
import { minuteOf } from './minutes.ts'
import { findDay, type KeptDay, type KeptStop, listStops } from './queries/days.ts'
import { type KeptLeg, listLegs, type OpenHours, readHours } from './queries/travel.ts'
import { type DayPlan, type Mode, placeKey, type Stop } from './the-day/day-plan.ts'
import { type Mend, mendDay } from './the-day/mend-day.ts'
import { type WalkedDay, walkDay } from './the-day/walk-day.ts'

/** What a discharge grant and a gate are taken to be while nobody has said. */
const usual = { gatePlace: '', gateAt: 525, homePlace: '', cashInPence: 0, mode: 'BUS' as Mode, meetsName: '' }
const usualHours: OpenHours = { opensAt: 540, closesAt: 1_020 }
const usualLength = 30
const mostAppointments = 100

/** A first day tried one way, and what the other ways would be. */
export interface Rehearsal {
  frame: CaseFrame
  /** The day that is tried; undefined while nobody knows the release date. */
  on: Day | undefined
  /** The days on which it may come: the one shown, and the earliest that the Friday rule allows. */
  days: Day[]
  by: Mode
  decided: KeptDay
  isDecided: boolean
  stops: KeptStop[]
  appointments: Appointment[]
  legs: KeptLeg[]
  plan: DayPlan
  walked: WalkedDay
  mend: Mend | undefined
  /** How many can be done each way. */
  counts: Record<'BUS' | 'CAR', number>
}

/** Reads a first day and tries it. The plan of the case must be seen: without it there is nothing to try. */
export async function readRehearsal(
  reading: Reading,
  caseId: string,
  asked: { on?: Day | undefined; by?: Mode | undefined },
): Promise<Rehearsal> {
  const frame = await getCaseFrame(reading, caseId)
  const parts = (['identity', 'custody', 'plan', 'health'] as const).filter((part) => sees(frame, part))
  reading.look({ action: 'consult', personIds: [frame.personId], caseIds: [caseId], fieldGroups: parts })
  return tryFirstDay(reading, frame, asked)
}

/** Tries a first day as the reader sees it. Does not look: whoever shows it says what they show. */
export async function tryFirstDay(
  reading: Reading,
  frame: CaseFrame,
  asked: { on?: Day | undefined; by?: Mode | undefined },
): Promise<Rehearsal> {
  const { caseId } = frame
  const days = await daysOf(reading, frame)
  const on = asked.on && days.includes(asked.on) ? asked.on : days.at(-1)
  const kept = await findDay(reading, caseId)
  const decided = kept ?? { ...usual, gatePlace: frame.placeName ?? '', meetingConfirmedAt: null }
  const by = asked.by ?? decided.mode
  const legs = await listLegs(reading)
  const stops = await listStops(reading, caseId)
  const appointments = on ? await appointmentsOn(reading, caseId, on) : []
  const hours = on ? await readHours(reading, weekdayOf(on)) : new Map<string, OpenHours>()
  const curfewAt = on ? await findCurfew(reading, caseId, on) : null

  const plan: DayPlan = {
    ...{ gatePlace: decided.gatePlace, gateAt: decided.gateAt, homePlace: decided.homePlace, curfewAt },
    ...{ cashInPence: decided.cashInPence, modes: by === 'WALK' ? ['WALK'] : ['WALK', by], savesMoney: false, legs },
    stops: [...appointments.map((each) => bookedStop(each, hours)), ...stops.map(openStop)],
  }
  const walked = walkDay(plan)
  const tried = (mode: Mode) => walkDay({ ...plan, modes: ['WALK', mode] }).doneCount
  const counts = { BUS: tried('BUS'), CAR: tried('CAR') }
  return {
    ...{ frame, on, days, by, decided, isDecided: kept !== undefined, stops, appointments, legs, plan, walked, counts },
    mend: mendDay(plan, walked),
  }
}

/** The earliest first: the Friday rule may bring the day forward. */
async function daysOf(reading: Reading, { releaseOn }: CaseFrame): Promise<Day[]> {
  if (!releaseOn) return []
  const { jurisdiction } = await getPartnership(reading)
  const { earliestOn, dueOn } = earlierRelease(releaseOn, jurisdiction)
  return [...new Set([earliestOn, dueOn, releaseOn])].sort()
}

async function appointmentsOn(reading: Reading, caseId: string, day: Day): Promise<Appointment[]> {
  const all = [
    ...(await listPast(reading, caseId, { limit: mostAppointments })),
    ...(await listComing(reading, caseId)),
  ]
  return all.filter(({ startsAt, cancelledAt }) => !cancelledAt && dayAt(startsAt) === day)
}

function bookedStop(appointment: Appointment, hours: ReadonlyMap<string, OpenHours>): Stop {
  const { id, title, startsAt, lengthInMinutes, place } = appointment
  return {
    ...{ id, title, place: place || title, bookedAt: minuteOf(timeAt(startsAt))! },
    ...{ lengthInMinutes: lengthInMinutes ?? usualLength, mayMove: true },
    ...(hours.get(placeKey(place)) ?? hoursAround(minuteOf(timeAt(startsAt))!)),
  }
}

/** Nobody told us when it is open: then it is open when they booked, and in office hours. */
function hoursAround(bookedAt: number): OpenHours {
  return { opensAt: Math.min(usualHours.opensAt, bookedAt), closesAt: Math.max(usualHours.closesAt, bookedAt + 1) }
}

const openStop = ({ id, title, place, opensAt, closesAt, lengthInMinutes }: KeptStop): Stop => ({
  ...{ id, title, place, opensAt, closesAt, lengthInMinutes, bookedAt: null, mayMove: false },
})
