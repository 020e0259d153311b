import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Load } from './queries/loads.ts'
import type { Unallocated } from './queries/unallocated.ts'
import { assignMany, canTake, hasRoomFor, rankWorkers, roomOf, withOneMore } from './rank-workers.ts'

const loads = fc.uniqueArray(
  fc.record<Load>({
    accountId: fc.uuid(),
    name: fc.constantFrom('Amira', 'Jo', 'Sarah', 'Tom'),
    cases: fc.nat(60),
    points: fc.nat(90),
    mostPoints: fc.option(fc.nat(100)),
    hoursPerWeek: fc.constant(37),
    worksOn: fc.constant([1, 2, 3, 4, 5]),
    languages: fc.subarray(['pl', 'ar']),
    wings: fc.subarray(['A', 'B']),
    teamIds: fc.subarray(['t1', 't2']),
    awayUntil: fc.option(fc.constant('2026-03-06')),
    coverName: fc.constant(null),
  }),
  { selector: ({ accountId }) => accountId, maxLength: 12 },
)
const people = fc.uniqueArray(
  fc.record<Unallocated>({
    caseId: fc.uuid(),
    personId: fc.uuid(),
    name: fc.constant('Sam Rivers'),
    wing: fc.option(fc.constantFrom('A', 'B')),
    releaseOn: fc.constant(null),
    language: fc.option(fc.constantFrom('pl', 'ar')),
    teamIds: fc.subarray(['t1', 't2']),
    knownBy: fc.constant([]),
    reason: fc.constant('LOWER'),
    weight: fc.integer({ min: 1, max: 20 }),
    partyId: fc.constant(null),
    role: fc.constant(null),
  }),
  { selector: ({ caseId }) => caseId, maxLength: 30 },
)

test('giving many at once loses nobody, gives nobody twice, and fills nobody beyond what they can hold', () => {
  fc.assert(
    fc.property(people, loads, (all, workers) => {
      const assigned = assignMany(all, workers)

      expect(assigned.map(({ about }) => about.caseId)).toEqual(all.map(({ caseId }) => caseId))
      for (const load of workers) {
        const own = assigned.filter(({ to }) => to?.accountId === load.accountId)
        const then = own.reduce((each, { about }) => withOneMore(each, about.weight), load)
        expect(then.cases - load.cases).toBe(own.length)
        expect(roomOf(then) ?? 0).toBeGreaterThanOrEqual(0)
        if (own.length > 0) {
          expect(load.awayUntil).toBeNull()
          expect(then.points).toBeLessThanOrEqual(load.mostPoints ?? Number.POSITIVE_INFINITY)
        }
      }
    }),
  )
})

test('nobody stays without a worker while somebody who is here has room', () => {
  fc.assert(
    fc.property(people, loads, (all, workers) => {
      const assigned = assignMany(all, workers)
      const after = workers.map((load) =>
        assigned
          .filter(({ to }) => to?.accountId === load.accountId)
          .reduce((each, { about }) => withOneMore(each, about.weight), load),
      )

      for (const { about } of assigned.filter(({ to }) => to === null))
        expect(after.filter((load) => !load.awayUntil && hasRoomFor(load, about.weight))).toEqual([])
    }),
  )
})

test('whoever is here with room stands before whoever is not, and everybody stands once', () => {
  fc.assert(
    fc.property(people, loads, ([about], workers) => {
      fc.pre(about !== undefined)
      const ranked = rankWorkers(about!, workers)

      const takes = ranked.map(canTake)
      expect(takes).toEqual([...takes].sort((a, b) => Number(b) - Number(a)))
      expect(new Set(ranked.map(({ load }) => load.accountId)).size).toBe(workers.length)
    }),
  )
})
