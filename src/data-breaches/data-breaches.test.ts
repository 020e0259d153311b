import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { systemFor } from '../platform/jobs.ts'
import { log } from '../platform/log.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { breachJobs } from './watch-breaches.ts'

let world: World
let site: Site
let [manager, coordinator]: Actor[] = []
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
beforeEach(async () => {
  await world.inspect('delete from data_breach')
  world.time.now = new Date('2026-03-02T09:30:00Z')
  manager = await world.aWorkerAt('HMP Fernhall', { roles: ['MANAGER'] })
  coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const moment = (name: string, day: number, time: string) => ({
  ...{ [`${name}-day`]: String(day), [`${name}-month`]: '3', [`${name}-year`]: '2026', [`${name}Time`]: time },
})
const entry = (fields: Record<string, string | string[]> = {}) => ({
  ...{ formId: newId(), whatHappened: 'A list went to the wrong address.', kinds: 'CONFIDENTIALITY' },
  ...{
    whose: 'People on the release list',
    peopleCount: '42',
    risk: 'RISK',
    ...moment('found', 2, '09:00'),
    ...fields,
  },
})
const recorded = async (fields: Record<string, string> = {}) =>
  String((await site.post(manager, '/data-breaches', entry(fields))).headers.location).split('?')[0]!
const later = (hours: number) => {
  world.time.now = new Date(world.time.now.getTime() + hours * 3_600_000)
}
const watch = () =>
  breachJobs['watch-breaches']!(
    { database: world.database, actor: systemFor('00000000-0000-0000-0000-000000000000'), actingFor: systemFor, log },
    {},
  )
const mailsTo = async ({ userId }: Actor) =>
  (await world.inspect<{ subject: string }>('select subject from mail where to_account_id = $1 order by made_at, id', [userId])).map(({ subject }) => subject) // biome-ignore format: one line

test('from when a breach was found the clock shows the hours that are left, on the register and on the manager’s day', async () => {
  const url = await recorded()

  expect((await site.get(manager, url)).body).toContain('71 hours left')
  expect((await site.get(manager, '/')).body).toContain('71 hours left')
  expect((await site.get(coordinator, '/data-breaches')).body).toContain('A list went to the wrong address.')
  const stranger = await world.aWorkerAt('HMP Other', { roles: ['MANAGER'] })
  expect((await site.get(stranger, url)).statusCode).toBe(404)
  expect((await site.get(await world.aColleagueOf(manager!), '/data-breaches')).statusCode).toBe(403)
})

test('the leads get a mail when 24 and when 4 hours are left, once each, and none when the regulator was told', async () => {
  await recorded()
  await watch()
  expect(await mailsTo(manager!)).toEqual([])
  later(48)
  await watch()
  await watch()
  expect(await mailsTo(manager!)).toEqual(['24 hours left to tell the regulator'])
  later(20)
  await watch()
  await watch()

  expect(await mailsTo(manager!)).toHaveLength(2)
  expect(await mailsTo(coordinator!)).toHaveLength(2)
})

test('telling the regulator stops the clock, and what is told late stays late', async () => {
  const url = await recorded()
  const told = entry({ version: '1', ...moment('regulatorTold', 2, '09:20'), regulatorReference: 'IC-1' })
  await site.post(manager, url, told)
  expect((await site.get(manager, url)).body).toContain('Told in time')
  expect((await site.get(manager, '/')).body).not.toContain('left to tell')
  const conflict = await site.post(manager, url, { ...told, formId: newId(), lessons: 'Check twice' })
  expect(conflict.statusCode).toBe(409)
  expect(conflict.body).toContain('Check twice')

  const late = await recorded({ 'found-month': '2', ...moment('regulatorTold', 2, '09:00') })
  expect((await site.get(manager, late)).body).toContain('Told late')
})

test('only where a risk is unlikely may the reason stand for the telling, and a moment is never in the future', async () => {
  const refused = await site.post(manager, '/data-breaches', entry({ regulatorNotBecause: 'It was only a list.' }))
  const future = await site.post(manager, '/data-breaches', entry(moment('found', 9, '09:00')))
  const url = await recorded({ risk: 'UNLIKELY', regulatorNotBecause: 'The file was encrypted.' })

  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('the regulator must be told')
  expect(refused.body).toContain('It was only a list.')
  expect(future.statusCode).toBe(422)
  expect((await site.get(manager, url)).body).toContain('Need not be told')
})

test('the register is filtered and leaves as a file in which no cell is a formula', async () => {
  await recorded({ whatHappened: '=1+1 went wrong', kinds: 'AVAILABILITY' })
  const filtered = await site.get(manager, '/data-breaches?kind=INTEGRITY')
  const file = await site.get(manager, '/data-breaches.csv?kind=AVAILABILITY&open=yes')

  expect(filtered.body).toContain('No entry fits')
  expect(file.headers['content-type']).toContain('text/csv')
  expect(file.body).toContain("'=1+1 went wrong")
})
