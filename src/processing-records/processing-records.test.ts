import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgreement, anOffer, grantsOf } from '../agreements/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

let world: World
let site: Site
let [prison, charity]: Actor[] = []
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  await world.inspect('update agreement set ended_at = now()') // the founding one is not in this story
  prison = await world.aWorkerAt('HMP Fernhall', { roles: ['MANAGER'] })
  charity = await world.aWorkerAt('Open Door', { kind: 'charity', roles: ['MANAGER'] })
})
afterAll(async () => {
  await site.close()
  await world.close()
})
const urlOf = (agency: Actor) => `/processing-records/${agency.agencyId}`

test('the record says what the agreements in force say, and follows them: nothing before the signatures, nothing after the end', async () => {
  const grants = grantsOf({ ALLOCATED: ['identity', 'family', 'mentoring'] }, true)
  const parties = [prison!, charity!]
  await anOffer(world, parties, { title: 'Not signed yet', grants })
  const before = await site.get(prison, urlOf(prison!))
  const id = await anAgreement(world, parties, { title: 'Through the gate', grants })
  const ofPrison = await site.get(prison, urlOf(prison!))
  const ofCharity = await site.get(prison, urlOf(charity!))
  await world.inspect('update agreement set ended_at = now() where id = $1', [id])
  const after = await site.get(prison, urlOf(prison!))

  expect(before.body).toContain('No agreement is in force')
  for (const shown of ['Through the gate', 'Crime and Disorder Act 1998, section 115', 'Data Protection Act 2018 s.61', 'Open Door', 'family members', '72 months']) expect(ofPrison.body).toContain(shown) // biome-ignore format: a list
  expect(ofPrison.body.toLowerCase()).not.toContain('mentoring') // the wall stands, whatever is signed
  expect(ofCharity.body.toLowerCase()).toContain('mentoring')
  expect(ofCharity.body).toContain('UK GDPR art. 30')
  expect(after.body).toContain('No agreement is in force')
})

test('it leaves as a file in which no cell is a formula', async () => {
  await anAgreement(world, [prison!, charity!], { title: '=Formula' })

  const file = await site.get(prison, `${urlOf(prison!)}/file.csv`)

  expect(file.headers['content-type']).toContain('text/csv')
  expect(file.body).toContain("'=Formula")
  expect(file.body).toContain('HMP Fernhall')
})

test('a coordinator reads every agency’s, a worker none', async () => {
  const coordinator = await world.aWorkerAt('Hub', { roles: ['COORDINATOR'] })

  expect((await site.get(coordinator, '/processing-records')).body).toContain('Open Door')
  expect((await site.get(await world.aColleagueOf(prison!), '/processing-records')).statusCode).toBe(403)
})
