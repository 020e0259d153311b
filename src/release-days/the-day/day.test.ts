import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DayPlan, Leg, Stop } from './day-plan.ts'
import { mendDay } from './mend-day.ts'
import { tightInMinutes, walkDay } from './walk-day.ts'

const at = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const aStop = (title: string, booked: string | null, fields: Partial<Stop> = {}): Stop => ({
  ...{ id: title, title, place: title, bookedAt: booked === null ? null : at(booked), mayMove: true },
  ...{ opensAt: at('09:00'), closesAt: at('17:00'), lengthInMinutes: 30, ...fields },
})
const aLeg = (fromPlace: string, toPlace: string, fields: Partial<Leg> = {}): Leg => ({
  ...{ fromPlace, toPlace, mode: 'BUS', minutes: 30, priceInPence: 280, firstAt: null, lastAt: null },
  ...{ everyInMinutes: null, isBothWays: true, ...fields },
})
const aPlan = (fields: Partial<DayPlan>): DayPlan => ({
  ...{ gatePlace: 'Gate', gateAt: at('08:45'), homePlace: 'Home', curfewAt: at('19:00'), cashInPence: 4_600 },
  ...{ modes: ['WALK', 'BUS'] as const, savesMoney: false, stops: [], legs: [], ...fields },
})
const troubles = (plan: DayPlan) => walkDay(plan).visits.map(({ trouble }) => trouble)

// A day that somebody really was given: six places, 46 pounds, a car for four of the ways and no bus for any.
const places = ['Probation', 'Jobcentre', 'Pharmacy', 'Council', 'Doctor', 'Keys']
const byCar = ['Probation', 'Jobcentre', 'Pharmacy', 'Council', 'Home']
const realDay = aPlan({
  stops: places.map((place, index) => aStop(place, `${String(9 + index).padStart(2, '0')}:30`)),
  legs: byCar.flatMap((to, index) =>
    ['Gate', ...byCar.slice(0, index)].map((from) => aLeg(from, to, { mode: 'CAR', priceInPence: 0, minutes: 25 })),
  ),
})

test('the real plan: none of six by bus, four of six by car, and the two that nobody can reach are named', () => {
  const byBus = walkDay(realDay)
  const driven = walkDay({ ...realDay, modes: ['WALK', 'CAR'] })

  expect([byBus.doneCount, driven.doneCount]).toEqual([0, 4])
  expect(byBus.visits.every(({ trouble }) => trouble === 'NO_WAY')).toBe(true)
  expect(driven.visits.filter(({ trouble }) => trouble).map(({ stop }) => stop.title)).toEqual(['Doctor', 'Keys'])
  expect(driven.cashInPence).toBe(4_600)
})

test('it says what cannot be done: too late, shut, two at once, no money, after the curfew', () => {
  const ways = (...to: string[]) => to.map((place) => aLeg('Gate', place))

  expect(troubles(aPlan({ stops: [aStop('A', '09:00')], legs: ways('A') }))).toEqual(['LATE'])
  expect(troubles(aPlan({ stops: [aStop('A', null, { closesAt: at('09:30') })], legs: ways('A') }))).toEqual(['CLOSED'])
  expect(troubles(aPlan({ stops: [aStop('A', '10:00', { closesAt: at('09:00') })], legs: ways('A') }))).toEqual([
    'CLOSED',
  ])
  expect(troubles(aPlan({ stops: [aStop('A', '10:00')], legs: ways('A'), cashInPence: 279 }))).toEqual(['NO_MONEY'])
  const twoAtOnce = [aStop('A', '10:00', { place: 'X' }), aStop('B', '10:15', { place: 'X' })]
  expect(troubles(aPlan({ stops: twoAtOnce, legs: ways('X') }))).toEqual([undefined, 'TWO_AT_ONCE'])
  const late = aStop('A', '18:45', { closesAt: at('20:00') })
  expect(troubles(aPlan({ stops: [late], legs: ways('A') }))).toEqual(['AFTER_CURFEW'])
})

test('there is no bus after the last one, and one has to wait for the next', () => {
  const leg = aLeg('Gate', 'A', { firstAt: at('08:00'), lastAt: at('08:30'), everyInMinutes: 30 })
  const gone = walkDay(aPlan({ stops: [aStop('A', '10:00')], legs: [leg] }))
  const next = walkDay(aPlan({ stops: [aStop('A', '10:00')], legs: [{ ...leg, lastAt: at('20:00') }] }))

  expect(gone.visits[0]!.trouble).toBe('NO_WAY')
  expect(next.visits[0]!.ride).toMatchObject({ departsAt: at('09:00'), arrivesAt: at('09:30') })
})

test('it proposes what to move: the booked time that cannot be reached, to the next quarter that can', () => {
  const plan = aPlan({
    stops: [aStop('Probation', '09:00'), aStop('Jobcentre', '11:00')],
    legs: [aLeg('Gate', 'Probation', { minutes: 50 }), aLeg('Probation', 'Jobcentre'), aLeg('Jobcentre', 'Home')],
  })

  const mend = mendDay(plan)!

  expect(mend.moves.map(({ stop, to }) => [stop.title, to])).toEqual([['Probation', at('09:45')]])
  expect(mend.walked).toMatchObject({ doneCount: 2, homeTrouble: undefined })
})

test('what may not be moved stays where it is, and what is shut all day goes to another day', () => {
  const stops = [aStop('Court', '09:00', { mayMove: false }), aStop('Doctor', '10:00', { closesAt: at('09:00') })]
  const legs = [
    aLeg('Gate', 'Court'),
    aLeg('Gate', 'Doctor'),
    aLeg('Court', 'Doctor'),
    aLeg('Gate', 'Home'),
    aLeg('Doctor', 'Home'),
  ]

  expect(mendDay(aPlan({ stops, legs }))).toBeUndefined()
})

const place = fc.constantFrom('Gate', 'Home', 'A', 'B', 'C', 'D')
const legs = fc.array(
  fc.record<Leg>({
    ...{ fromPlace: place, toPlace: place, mode: fc.constantFrom('WALK', 'BUS', 'CAR') },
    ...{ minutes: fc.integer({ min: 1, max: 90 }), priceInPence: fc.integer({ min: 0, max: 900 }) },
    firstAt: fc.option(fc.integer({ min: 300, max: 600 })),
    lastAt: fc.option(fc.integer({ min: 900, max: 1_380 })),
    everyInMinutes: fc.option(fc.integer({ min: 5, max: 60 })),
    isBothWays: fc.boolean(),
  }),
  { maxLength: 30 },
)
const stops = (maxLength: number) =>
  fc
    .array(
      fc.record({
        ...{ place: fc.constantFrom('A', 'B', 'C', 'D'), mayMove: fc.boolean() },
        bookedAt: fc.option(fc.integer({ min: 34, max: 68 }).map((quarter) => quarter * 15)),
        opensAt: fc.integer({ min: 480, max: 720 }),
        openFor: fc.integer({ min: 0, max: 540 }),
        lengthInMinutes: fc.integer({ min: 5, max: 90 }),
      }),
      { maxLength },
    )
    .map((all) =>
      all.map(({ openFor, ...stop }, index) => ({
        ...stop,
        closesAt: stop.opensAt + openFor,
        id: `s${index}`,
        title: `s${index}`,
      })),
    )
const plans = (maxLength: number) =>
  fc.record({
    stops: stops(maxLength),
    legs,
    cash: fc.integer({ min: 0, max: 5_000 }),
    curfew: fc.option(fc.constant(1_140)),
  })
const planOf = ({ stops, legs, cash, curfew }: { stops: Stop[]; legs: Leg[]; cash: number; curfew: number | null }) =>
  aPlan({ stops, legs, cashInPence: cash, curfewAt: curfew, modes: ['WALK', 'BUS', 'CAR'] })

test('whatever the day, nobody is in two places, before the doors open, after the curfew or in debt', () => {
  fc.assert(
    fc.property(plans(8), (drawn) => {
      const plan = planOf(drawn)
      const day = walkDay(plan)
      let before = plan.gateAt
      for (const { stop, startsAt, endsAt, trouble, arrivesAt } of day.visits) {
        if (trouble) continue
        expect(arrivesAt!).toBeGreaterThanOrEqual(before)
        expect(startsAt!).toBeGreaterThanOrEqual(Math.max(arrivesAt!, stop.opensAt))
        expect(endsAt!).toBeLessThanOrEqual(plan.curfewAt ?? 2_000)
        before = endsAt!
      }
      expect(day.cashInPence).toBeGreaterThanOrEqual(0)
      expect(day.doneCount).toBe(day.visits.filter(({ trouble }) => !trouble).length)
    }),
  )
})

test('a proposal keeps what it promises: walked, all that it keeps is done and more than before', () => {
  fc.assert(
    fc.property(plans(6), (drawn) => {
      const plan = planOf(drawn)
      const asItIs = walkDay(plan)
      const mend = mendDay(plan, asItIs)
      if (!mend) return

      expect(mend.walked.visits.filter(({ trouble }) => trouble)).toEqual([])
      expect(mend.order.length + mend.leftOut.length).toBe(plan.stops.length)
      expect(mend.moves.every(({ stop }) => stop.mayMove)).toBe(true)
      const isHome = Number(!mend.walked.homeTrouble) - Number(!asItIs.homeTrouble)
      expect(isHome > 0 || (isHome === 0 && mend.walked.doneCount > asItIs.doneCount)).toBe(true)
    }),
  )
})

test('no order in which nobody goes anywhere in vain, with the times as they are, does more than the proposal', () => {
  fc.assert(
    fc.property(plans(5), (drawn) => {
      const plan = { ...planOf(drawn), cashInPence: 1_000_000, curfewAt: null, homePlace: '' }
      const begun = permutations(plan.stops).flatMap((order) => order.map((_, last) => order.slice(0, last + 1)))
      const whole = begun.filter((stops) => walkDay({ ...plan, stops }, stops).doneCount === stops.length)
      const most = Math.max(0, ...whole.map((stops) => stops.length))

      const asItIs = walkDay(plan)
      const found = mendDay(plan, asItIs)?.walked ?? asItIs

      expect(found.doneCount).toBeGreaterThanOrEqual(most)
    }),
    { numRuns: 60 },
  )
})

test('ten minutes to spare is tight', () => {
  const plan = aPlan({ stops: [aStop('A', '09:25')], legs: [aLeg('Gate', 'A')] })

  expect(walkDay(plan).visits[0]!.spareInMinutes).toBeLessThan(tightInMinutes)
})

function permutations<T>(all: readonly T[]): T[][] {
  if (all.length === 0) return [[]]
  return all.flatMap((one, at) => permutations(all.filter((_, other) => other !== at)).map((rest) => [one, ...rest]))
}
