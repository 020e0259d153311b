import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aCharity, aRunningCourse, marked, places } from './builders.ts'
import { leave } from './keep-places.ts'
import { getCourse } from './queries/courses.ts'
import { readFigures } from './queries/figures.ts'
import type { Mark } from './queries/register.ts'
import { fewestPeople, shownFigures } from './shown-figures.ts'
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

test('across the groups of a programme shares stand with their range, for the agency that ran them, and none of a few', async () => {
  const ana = await aCharity(world, 'Turning Points')
  const others = await aCharity(world, 'Elsewhere')
  const names = Array.from({ length: 16 }, (_, nth) => `P${nth}`)
  const marks = Object.fromEntries(
    names.map((name, nth) => [name, nth < 10 ? 'ATTENDED' : 'ABSENT_ACCEPTABLE'] as const),
  )
  const first = await aRunningCourse(world, ana, names, { largest: 16 })
  await marked(world, ana, first.sessions[0]!.id, marks)
  const { programmeId } = await world.database.read(ana, (reading) => getCourse(reading, first.courseId))
  const [page, file] = [`/programmes/${programmeId}/figures`, `/programmes/${programmeId}/figures.csv`]
  const few = (await site.get(ana, page)).body
  expect([few.includes('1 group, 1 of 8 sessions held. 16 people began.'), few.includes('63%')]).toEqual([true, false])

  const second = await aRunningCourse(world, ana, names, { largest: 16 })
  await marked(world, ana, second.sessions[0]!.id, marks)

  const shown = (await site.get(ana, page)).body
  for (const text of [
    '2 groups, 2 of 16 sessions held. 32 people began.',
    '20 of 32',
    '63%',
    '45% to 77%',
    first.courseId,
  ])
    expect(shown).toContain(text)
  expect(shown).toContain('Too few to show') // who stayed: nobody left, and that would be told of each
  const csv = await site.get(ana, file)
  expect(csv.headers['content-disposition']).toBe('attachment; filename="lifechange-figures.csv"')
  expect(csv.body).toContain('Attendance of all who began,20,32,0.6250,0.4525,0.7707,')
  expect(csv.body).toContain('Stayed,Too few to show,,,,,')
  expect((await site.get(others, page)).body).toContain('No group has begun yet')
  expect((await site.get(others, file)).body).not.toContain('32')
})

test('what is held back is not left over when one figure is taken from another', () => {
  const nothing = { sessions: 0, held: 0, full: 0, marked: 0, came: 0, possible: 0, differing: 0, droppedOut: 0 }
  const shares = (began: number, over: number, completed: number) =>
    shownFigures({ ...nothing, began, over, completed, stayed: began - over + completed }).shares

  expect(shares(60, 60, 40)).toMatchObject({
    stayed: { part: 40, of: 60 },
    completed: { part: 40, of: 60 },
    attendance: 'NOTHING',
  })
  expect(shares(fewestPeople - 1, 29, 20)).toMatchObject({ stayed: 'FEW', completed: 'FEW' })
  expect(shares(60, 60, 57)).toMatchObject({ stayed: 'FEW', completed: 'FEW' }) // three left
  expect(shares(60, 57, 40)).toMatchObject({ stayed: { part: 43 }, completed: 'FEW' }) // three are still in it
  expect(shownFigures({ ...nothing, began: 4, over: 0, completed: 0, stayed: 4 }).began).toBeNull()
})

test('Wilson’s interval is the published one', () => {
  expect(wilson(0, 0)).toBeUndefined()
  const { from, to } = wilson(81, 263)! // Newcombe, Statistics in Medicine 17 (1998), table I: 0.2553 to 0.3662
  expect([from.toFixed(4), to.toFixed(4)]).toEqual(['0.2553', '0.3662'])
})
