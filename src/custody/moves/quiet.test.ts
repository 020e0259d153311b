import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTeamOn } from '../../api/builders.ts'
import { aNote } from '../../contacts/builders.ts'
import type { Actor } from '../../platform/database.ts'
import { openSite, type Site } from '../../platform/testing/site.ts'
import { openWorld, type World } from '../../platform/testing/world.ts'
import { listQuiet } from '../queries/quiet.ts'
import { aPersonInside, record, say } from './builders.ts'

let world: World
let site: Site
const monday = new Date('2026-03-02T09:30:00Z')
const afterFourWeeks = new Date('2026-03-30T09:30:00Z')
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const quietAt = async (actor: Actor): Promise<string[]> =>
  (await world.database.read(actor, listQuiet)).cases.map(({ caseId }) => caseId)

test('a case on which nobody has worked for three weeks is flagged, to its own prison alone, and a note wakes it', async () => {
  world.time.now = monday
  const { prison, next, id } = await aPersonInside(world)
  await aTeamOn(world, prison, id)

  expect(await quietAt(prison)).toEqual([])
  world.time.now = afterFourWeeks
  expect(await quietAt(prison)).toEqual([id])
  expect(await quietAt(next)).toEqual([])
  expect((await site.get(prison, '/')).body).toContain('One case here has gone quiet')
  expect((await site.get(prison, '/quiet-cases')).body).toContain('Sam Rivers')

  await aNote(world, prison, id, { body: 'Talked about where he will live.' })
  expect(await quietAt(prison)).toEqual([])
  world.time.now = monday
})

test('nobody who has left is flagged', async () => {
  world.time.now = monday
  const { prison, personId } = await aPersonInside(world)
  await record(world, prison, personId, say('RELEASE'))

  world.time.now = afterFourWeeks
  expect(await quietAt(prison)).toEqual([])
  world.time.now = monday
})
