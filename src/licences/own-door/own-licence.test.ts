import { afterAll, beforeAll, expect, test } from 'vitest'
import { listAlerts } from '../../alerts/index.ts'
import { aCase } from '../../cases/builders.ts'
import { openSite, type Site } from '../../platform/testing/site.ts'
import { openWorld, type World } from '../../platform/testing/world.ts'
import { addConditions } from '../keep-licence.ts'

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

test('the person reads their licence in plain words, asks for it to be explained, then says that they understand; the worker is told each time', async () => {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const danny = await aCase(world, amira, { givenName: 'Danny', number: 'A1234BC' })
  const curfew = { words: '', fromOn: '2026-03-02', untilOn: null, curfewFrom: 19 * 60, curfewUntil: 7 * 60 }
  const zone = { ...curfew, words: 'The streets round the market', curfewFrom: null, curfewUntil: null }
  await world.database.change(amira, (change) =>
    addConditions(change, danny.id, [
      { code: 'CURFEW', ...curfew },
      { code: 'EXCLUSION_ZONE', ...zone },
    ]),
  )
  await world.inspect(`update licence_condition set subject_category = 'VICTIM' where code = 'EXCLUSION_ZONE'`)
  const started = await site.post(amira, `/cases/${danny.id}/own-door`, {})
  const code = /\d{4} \d{4}/.exec(started.body)![0]
  const { headers } = await site.post(undefined, '/me', { number: 'A1234BC', code })
  const session = { headers: { cookie: String(headers['set-cookie']).split(';')[0]! } }
  const answer = (understood?: string) => site.post(undefined, '/me/licence', understood ? { understood } : {}, session)
  const worker = async () => (await site.get(amira, `/cases/${danny.id}/licence`)).body

  const read = (await site.get(undefined, '/me/licence', session)).body
  const standard = { ...curfew, curfewFrom: null, curfewUntil: null }
  await world.database.change(amira, (change) => addConditions(change, danny.id, [{ code: 'DRUG_TEST', ...standard }]))
  const both = (await site.get(undefined, '/me/licence', session)).body
  const nothing = await answer()
  const kept = await answer('no')
  const unsure = await worker()
  world.time.now = new Date(world.time.now.getTime() + 60_000)
  await answer('yes')
  const sure = await worker()

  expect(read).toContain('Be at home from 19:00 until 07:00.')
  expect(read).toContain('From 2 March 2026')
  expect(read).not.toContain('market')
  expect(both.match(/from 2 March 2026/gi)).toHaveLength(1) // days that all have are said once
  expect([nothing.statusCode, kept.headers.location]).toEqual([422, '/me/licence?done=said'])
  expect(unsure).toContain('Danny read them at their own door')
  expect(unsure).toContain('Not understood yet: explain them again.')
  expect(sure).toContain('They say that they understand them.')
  const alerts = await world.database.read(amira, (reading) => listAlerts(reading, { limit: 9 }))
  expect(alerts.map(({ name }) => name).sort()).toEqual(['licence.not-understood', 'licence.understood'])
  expect((await site.get(undefined, '/me/licence')).headers.location).toBe('/me')
})
