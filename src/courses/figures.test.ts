import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aCharity, aRunningCourse, marked, places } from './builders.ts'
import { leave } from './keep-places.ts'
import { readFigures } from './queries/figures.ts'
import type { Mark } from './queries/register.ts'
import { wilson } from './wilson.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site.close()
  await world.close()
})

test('seven began and six left: eight full sessions of the one who stayed are never a bare 100%', async () => {
  const ana = await aCharity(world)
  const names = ['Ali', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus']
  const { courseId, sessions } = await aRunningCourse(world, ana, names)
  for (const name of names.slice(1)) {
    const { id, version } = (await places(world, ana, courseId)).find((place) => place.name.startsWith(name))!
    const leaving = { version, how: 'DROPPED_OUT', code: 'NOT_FOR_THEM', words: 'Too early in the day.' } as const
    await world.database.change(ana, (change) => leave(change, id, leaving))
  }
  for (const { id } of sessions) await marked(world, ana, id, { Ali: 'ATTENDED' } satisfies Record<string, Mark>)
  const { id, version } = (await places(world, ana, courseId)).find((place) => place.name.startsWith('Ali'))!
  await world.database.change(ana, (change) =>
    leave(change, id, { version, how: 'COMPLETED', code: 'OTHER', words: '' }),
  )

  expect(await world.database.read(ana, (reading) => readFigures(reading, { courseId }))).toMatchObject({
    ...{ sessions: 8, held: 8, full: 8, began: 7, stayed: 1, droppedOut: 6, completed: 1, over: 7 },
    ...{ marked: 8, came: 8, possible: 56 },
  })
  const page = (await site.get(ana, `/courses/${courseId}`)).body
  expect(page).toContain('8 of 8: 100%. By chance alone it could be 68% to 100%.')
  expect(page).toContain('8 of 56: 14%. By chance alone it could be 7% to 26%.')
  expect(page).toContain('1 of 7: 14%. By chance alone it could be 3% to 51%.')
})

test('Wilson’s interval is the published one', () => {
  expect(wilson(0, 0)).toBeUndefined()
  const { from, to } = wilson(81, 263)! // Newcombe, Statistics in Medicine 17 (1998), table I: 0.2553 to 0.3662
  expect([from.toFixed(4), to.toFixed(4)]).toEqual(['0.2553', '0.3662'])
})
