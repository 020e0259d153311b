import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aClosedCase, aNight, anApprovedDisposal, fingerprints, system } from './builders.ts'
import { executeDisposals, executeTurn } from './execute-disposal.ts'
import { placeHold } from './place-hold.ts'
import { begin } from './queries/disposals.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** What happens to one person: when their case ended, and when somebody places a hold, if ever. */
const lives = fc.array(
  fc.record({
    endedOn: fc.constantFrom('2012-01-31', '2015-06-01', '2019-02-28', '2020-03-01', '2020-03-03', '2024-12-31'),
    heldAt: fc.constantFrom('never', 'never', 'before', 'proposed', 'begun'),
  }),
  { minLength: 2, maxLength: 6 },
)

test('a hold never loses, nothing outside the disposal is touched, and a second run changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(lives, async (asked) => {
      world.time.now = new Date('2026-03-02T09:30:00Z')
      const manager = await world.aWorkerAt('HMP Fernhall', { roles: ['MANAGER'] })
      const second = await world.aColleagueOf(manager, { roles: ['MANAGER'] })
      const people: { endedOn: string; heldAt: string; id: string }[] = []
      for (const { endedOn, heldAt } of asked) {
        people.push({ endedOn, heldAt, id: (await aClosedCase(world, manager, { endedOn })).personId })
      }
      await aNight(world)
      const hold = async (when: string) => {
        for (const { id, heldAt } of people) if (heldAt === when) await aHold(manager, id)
      }
      await hold('before')
      const isDue = ({ endedOn, heldAt }: (typeof people)[number]) => endedOn <= '2020-03-02' && heldAt !== 'before'
      const before = await fingerprints(world, people.map(({ id }) => id)) // biome-ignore format: one line
      if (!people.some(isDue)) return

      const disposal = await anApprovedDisposal(world, manager, second)
      await hold('proposed')
      world.time.now = new Date('2026-03-10T09:30:00Z')
      await world.database.change(system, async (change) => {
        await begin(change, disposal)
        change.record({ name: 'disposal.begun', subjectId: disposal, fieldGroup: 'administration' })
      })
      await hold('begun')
      const turns = await Promise.all([
        executeTurn(world.database, system, disposal),
        executeDisposals(world.database, system),
      ])
      expect(turns[0]).toBeGreaterThanOrEqual(0)

      const after = await fingerprints(world, people.map(({ id }) => id)) // biome-ignore format: one line
      for (const person of people) {
        const goes = isDue(person) && person.heldAt === 'never'
        expect(after[person.id]).toEqual(goes ? undefined : before[person.id])
      }
      await executeDisposals(world.database, system)
      expect(await fingerprints(world, people.map(({ id }) => id))).toEqual(after) // biome-ignore format: one line
    }),
    { numRuns: 12 },
  )
}, 120_000)

test('a hold and a disposal at the same moment: one is first, and the other sees it', async () => {
  for (let round = 0; round < 15; round++) {
    world.time.now = new Date('2026-03-02T09:30:00Z')
    const manager = await world.aWorkerAt('HMP Fernhall', { roles: ['MANAGER'] })
    const second = await world.aColleagueOf(manager, { roles: ['MANAGER'] })
    const { personId } = await aClosedCase(world, manager)
    await aNight(world)
    await anApprovedDisposal(world, manager, second)
    world.time.now = new Date('2026-03-10T09:30:00Z')

    const [held] = await Promise.allSettled([aHold(manager, personId), executeDisposals(world.database, system)])

    const left = (await fingerprints(world, [personId]))[personId]
    expect({ isHeld: held.status === 'fulfilled', isKept: left !== undefined }).toSatisfy(
      (end: { isHeld: boolean; isKept: boolean }) => end.isHeld === end.isKept,
    )
  }
}, 60_000)

const aHold = (manager: Actor, personId: string) =>
  world.database.change(manager, (change) =>
    placeHold(change, {
      ...{ personId, caseId: null, askedBy: 'The court', reason: 'A claim is open.' },
      ...{ fromOn: '2026-03-02', untilOn: null },
    }),
  )
