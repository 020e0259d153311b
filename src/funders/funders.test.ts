import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCharity, aRunningCourse, places } from '../courses/builders.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aYearOfWork } from './builders.ts'
import { listDelivered, listTargets } from './queries.ts'

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

const year = {
  'from-day': '1',
  'from-month': '1',
  'from-year': '2026',
  'until-day': '31',
  'until-month': '12',
  'until-year': '2026',
}
const promised = { PROGRAMMES: 25, PEOPLE_MENTORED: 263, MENTORING_SESSIONS: 7000, TRAINING_HOURS: 180 }

test('17 of 25 programmes, 135 of 263 people and so 128 remaining, 5,059 of 7,000 sessions, 90 of 180 hours, from the rows of one charity alone', async () => {
  const manager = await world.aWorkerAt('Second Step', { kind: 'charity', roles: ['MANAGER'] })
  const treasurer = await world.aColleagueOf(manager, { roles: ['TREASURER'] })
  const other = await world.aWorkerAt('Walk On', { kind: 'charity', roles: ['MANAGER'] })
  await aYearOfWork(world, manager, { groups: 17, people: 135, sessions: 5059, hours: 90 })
  await aYearOfWork(world, other, { groups: 3, people: 7, sessions: 40, hours: 5 })
  for (const [measure, target] of Object.entries(promised)) {
    const form = { formId: newId(), funder: 'European Commission', measure, target: String(target), ...year }
    expect((await site.post(manager, '/delivery', form)).statusCode).toBe(303)
  }

  const targets = await world.database.read(manager, listTargets)
  expect(targets.map(({ measure, delivered: done, target }) => [measure, done, target - done])).toEqual([
    ['PROGRAMMES', 17, 8],
    ['PEOPLE_MENTORED', 135, 128],
    ['MENTORING_SESSIONS', 5059, 1941],
    ['TRAINING_HOURS', 90, 90],
  ])
  for (const of of targets) {
    const rows = await world.database.read(treasurer, (reading) => listDelivered(reading, of))
    const sum = rows.reduce((total, { amount }) => total + amount, 0)
    expect(of.measure === 'TRAINING_HOURS' ? sum / 60 : rows.length).toBe(of.delivered) // each number opens its rows
    expect((await site.get(treasurer, `/delivery/${of.id}`)).body).not.toContain('Canary')
  }
  const page = (await site.get(treasurer, '/delivery')).body
  for (const text of ['5,059', '7,000', '1,941', '128']) expect(page).toContain(text)
  const file = (await site.get(manager, '/delivery.csv')).body
  expect(file).toContain('People mentored,2026-01-01,2026-12-31,263,135,128')
  expect(file).toContain('Those where nobody came do not count.')
  expect(await world.database.read(other, listTargets)).toEqual([])
})

test('who is neither manager nor treasurer counts nothing', async () => {
  const worker = await world.aWorkerAt('Second Step', { kind: 'charity' })
  const mentor = await world.aColleagueOf(worker, { roles: ['MENTOR'] })

  for (const reader of [worker, mentor]) expect((await site.get(reader, '/delivery')).statusCode).toBe(403)
  const rows = world.database.read(worker, (reading) => listDelivered(reading, { funder: '', measure: 'MENTORING_SESSIONS', target: 1, fromOn: '2026-01-01', untilOn: '2026-12-31' })) // biome-ignore format: one line
  await expect(rows).rejects.toThrow('not for this account')
})

test('individual programmes of twelve months are counted from what was written with each person, once, and name nobody', async () => {
  const manager = await aCharity(world, 'Turning Points')
  const { courseId } = await aRunningCourse(world, manager, ['Danny', 'Kim', 'Robin', 'Sam'])
  const group = await places(world, manager, courseId)
  const write = (name: string, what: string, words = 'Works three days; sees his son on Sundays.') =>
    site.post(manager, `/course-places/${group.find((place) => place.name.startsWith(name))!.id}/entries`, {
      ...{ formId: newId(), what, words, 'happened-day': '1', 'happened-month': '3', 'happened-year': '2026' },
    })
  expect((await write('Kim', 'OWN_PROGRAMME', '')).statusCode).toBe(422) // nothing is written
  for (const name of ['Danny', 'Danny', 'Kim']) expect((await write(name, 'OWN_PROGRAMME')).statusCode).toBe(303)
  await write('Robin', 'NOTE')
  await site.post(manager, '/delivery', { ...year, formId: newId(), funder: 'EC', measure: 'OWN_PROGRAMMES', target: '250' }) // biome-ignore format: one line

  const [target] = await world.database.read(manager, listTargets)
  const place = (await site.get(manager, `/course-places/${group.find(({ name }) => name.startsWith('Danny'))!.id}`))
    .body
  const rows = (await site.get(manager, `/delivery/${target!.id}`)).body

  expect([target!.delivered, target!.target - target!.delivered]).toEqual([2, 248])
  expect(place).toContain('Goes on until Mon 1 Mar 2027.')
  expect(rows).not.toMatch(/Danny|Kim|Sundays/)
})
