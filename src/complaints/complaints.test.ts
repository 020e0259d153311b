import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCase, type BuiltCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { systemFor } from '../platform/jobs.ts'
import { log } from '../platform/log.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { complaintJobs } from './tell-handlers.ts'

let world: World
let site: Site
let [worker, manager, council, councilWorker]: Actor[] = []
let danny: BuiltCase
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
beforeEach(async () => {
  await world.inspect('delete from complaint')
  await world.inspect('delete from person_identifier')
  manager = await world.aWorkerAt('HMP Fernhall', { roles: ['MANAGER'], name: 'Ines Marsh' })
  worker = await world.aColleagueOf(manager, { name: 'Amira Khan' })
  council = await world.aWorkerAt('Wexley Council', { kind: 'council', roles: ['MANAGER'], name: 'Bo Finch' })
  councilWorker = await world.aColleagueOf(council)
  danny = await aCase(world, worker, { givenName: 'Danny', familyName: 'Okafor', number: 'A1234BC' })
})
afterAll(async () => {
  await site.close()
  await world.close()
})

async function inside(): Promise<{ headers: { cookie: string } }> {
  const started = await site.post(worker, `/cases/${danny.id}/own-door`, {})
  const code = /\d{4} \d{4}/.exec(started.body)![0]
  const { headers } = await site.post(undefined, '/me', { number: 'A1234BC', code })
  return { headers: { cookie: String(headers['set-cookie']).split(';')[0]! } }
}
const words = 'The council told my landlord where I had been.'
const idOfOnly = async () => (await world.inspect<{ id: string }>('select id from complaint'))[0]!.id

test('a person complains at their own door, the agency acknowledges and answers, and the person reads it there', async () => {
  const me = await inside()
  await site.post(undefined, '/me/complaint', { agencyId: council!.agencyId, words }, me)
  const waiting = await site.get(undefined, '/me/complaint', me)
  const url = `/complaints/${await idOfOnly()}`
  const list = await site.get(council, '/complaints')
  await site.post(council, `${url}/acknowledgement`, { formId: newId() })
  const read = await site.get(undefined, '/me/complaint', me)
  const blank = await site.post(council, `${url}/answer`, { formId: newId(), answer: ' ' })
  const answered = await site.post(council, `${url}/answer`, { formId: newId(), answer: 'It was wrong. We are sorry.' })
  const again = await site.post(council, `${url}/answer`, { formId: newId(), answer: 'Another' })
  const end = await site.get(undefined, '/me/complaint', me)

  expect(waiting.body).toContain('It waits to be read')
  expect(waiting.body).toContain('Information Commissioner’s Office')
  expect(list.body).toContain('Danny Okafor')
  expect(list.body).toContain('Say by 1 April 2026')
  expect(read.body).toContain('An answer follows')
  expect(blank.statusCode).toBe(422)
  expect(answered.statusCode).toBe(303)
  expect(again.statusCode).toBe(409)
  expect(end.body).toContain('It was wrong. We are sorry.')
})

const chase = async () => {
  const actor = systemFor('00000000-0000-0000-0000-000000000000')
  await complaintJobs['chase-complaints']!({ database: world.database, actor, actingFor: systemFor, log }, {})
  return (await world.inspect('select from mail where to_account_id = $1', [council!.userId])).length
}

test('who handles it is told once when it came through the own door, and once when five days are left to acknowledge', async () => {
  const me = await inside()
  await site.post(undefined, '/me/complaint', { agencyId: council!.agencyId, words }, me)
  const first = [await chase(), await chase()]
  await world.inspect('update complaint set acknowledge_by_on = acknowledge_by_on - 26')

  expect([...first, await chase(), await chase()]).toEqual([1, 1, 2, 2])
})

test('what is not acknowledged in 30 days is late', async () => {
  const me = await inside()
  await site.post(undefined, '/me/complaint', { agencyId: council!.agencyId, words }, me)
  await world.inspect(
    `update complaint set made_at = made_at - interval '40 days', acknowledge_by_on = acknowledge_by_on - 40`,
  )

  expect((await site.get(council, '/complaints')).body).toContain('Late: should have been acknowledged')
})

test('a worker writes it down for the person, and nobody complained about reads or handles it', async () => {
  const typed = { formId: newId(), aboutAgencyId: worker!.agencyId, aboutAccountId: worker!.userId, words }
  const other = await site.post(worker, `/cases/${danny.id}/complaint`, { ...typed, aboutAgencyId: council!.agencyId })
  const boss = await world.aColleagueOf(manager!, { roles: ['MANAGER', 'WORKER'] })
  const written = await site.post(worker, `/cases/${danny.id}/complaint`, {
    ...typed,
    formId: newId(),
    aboutAccountId: '',
  })
  await world.inspect('update complaint set about_account_id = $1', [manager!.userId])
  const url = `/complaints/${await idOfOnly()}`
  const coordinator = await world.aWorkerAt('Hub', { roles: ['COORDINATOR'] })

  expect(other.statusCode).toBe(422)
  expect(other.body).toContain('This worker is not of that agency')
  expect(written.headers.location).toContain('done=written')
  expect((await site.get(manager, url)).statusCode).toBe(404)
  expect((await site.post(manager, `${url}/answer`, { formId: newId(), answer: 'I did nothing.' })).statusCode).toBe(
    404,
  )
  expect((await site.get(manager, '/complaints')).body).not.toContain('Danny Okafor')
  expect((await site.get(boss, url)).body).toContain(words)
  expect((await site.get(coordinator, url)).body).toContain('Send the answer')
  expect((await site.get(council, url)).statusCode).toBe(404)
  expect((await site.get(councilWorker, '/complaints')).statusCode).toBe(403)
})

test('who handles it is told by mail, without a name of the person, and that it went to the regulator is written down', async () => {
  const typed = { formId: newId(), aboutAgencyId: council!.agencyId, words }
  await site.post(worker, `/cases/${danny.id}/complaint`, typed)
  const mails = await world.inspect<{ body: string }>('select body from mail where to_account_id = $1', [
    council!.userId,
  ])
  const url = `/complaints/${await idOfOnly()}`
  const escalated = await site.post(council, `${url}/escalation`, { formId: newId() })

  expect(mails).toHaveLength(1)
  expect(mails[0]!.body).not.toContain('Okafor')
  expect((await site.get(council, String(escalated.headers.location))).body).toContain('Taken to the regulator')
})
