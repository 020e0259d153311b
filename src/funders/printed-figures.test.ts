import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCharity, aRunningCourse, marked, places } from '../courses/builders.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aYearOfWork } from './builders.ts'

// One charity as it was reported on in print: its whole year in one record, and every printed figure counted from it.

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

const promised = { PROGRAMMES: 25, PEOPLE_MENTORED: 263, MENTORING_SESSIONS: 7000, TRAINING_HOURS: 180 }
const year = { 'from-day': '1', 'from-month': '1', 'from-year': '2026', 'until-day': '31', 'until-month': '12', 'until-year': '2026' } // biome-ignore format: one line

test('17 of 25 programmes, 135 of 263 people (128 remaining, not 129), 5,059 of 7,000 sessions, 90 of 180 hours; 7 began and 6 left, and 8 sessions at full attendance', async () => {
  const ana = await aCharity(world)
  await aYearOfWork(world, ana, { groups: 16, people: 135, sessions: 5059, hours: 90 })
  const names = ['Ali', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus']
  const { courseId, sessions } = await aRunningCourse(world, ana, names)
  const leaves = async (name: string, how: string) => {
    const { id, version } = (await places(world, ana, courseId)).find((place) => place.name.startsWith(name))!
    const form = { formId: newId(), how, code: 'NOT_FOR_THEM', words: '', version: String(version) }
    expect((await site.post(ana, `/course-places/${id}/leaving`, form)).statusCode).toBe(303)
  }
  for (const name of names.slice(1)) await leaves(name, 'DROPPED_OUT')
  for (const { id } of sessions) await marked(world, ana, id, { Ali: 'ATTENDED' })
  await leaves('Ali', 'COMPLETED')
  const group = (await site.get(ana, `/courses/${courseId}`)).body
  await site.post(ana, `/courses/${courseId}/end`, { formId: newId(), how: 'HELD' })
  for (const [measure, target] of Object.entries(promised))
    await site.post(ana, '/delivery', { formId: newId(), funder: 'European Commission', measure, target: String(target), ...year }) // biome-ignore format: one line

  const file = (await site.get(ana, '/delivery.csv')).body

  const printed = file.split('\n').slice(1, 5).map((line) => line.split(',').slice(1)) // biome-ignore format: one line
  console.log(printed.map(([what, , , target, delivered, remaining]) => `${what}: ${delivered} of ${target}, ${remaining} remaining`).join('\n')) // biome-ignore format: one line
  expect(printed.map(([what, , , ...numbers]) => [what, ...numbers.map(Number)])).toEqual([
    ['Programmes delivered', 25, 17, 8],
    ['People mentored', 263, 135, 128],
    ['Mentoring sessions', 7000, 5059, 1941],
    ['Hours of training for mentors', 180, 90, 90],
  ])
  expect(group).toContain('8 of 8 sessions held; everybody marked was there at 8.')
  expect(group).toContain('1 of 7: 14%. By chance alone it could be 3% to 51%.') // six of seven left
  expect(group).toContain('8 of 8: 100%. By chance alone it could be 68% to 100%.') // never the bare 100%
})
