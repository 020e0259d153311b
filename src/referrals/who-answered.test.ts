import { afterAll, beforeAll, expect, test } from 'vitest'
import { listAlerts } from '../alerts/index.ts'
import { aCase } from '../cases/builders.ts'
import { aServiceWithoutAccount } from '../directory/builders.ts'
import { aNeed } from '../needs/builders.ts'
import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import { log } from '../platform/log.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aReferral, sent } from './builders.ts'
import { referralJobs } from './jobs.ts'

let world: World
let site: Site
let coordinator: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  coordinator = await world.aWorkerAt('Partnership', { kind: 'council', roles: ['COORDINATOR'] })
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const nobody = '00000000-0000-0000-0000-000000000000'
const no = { answer: 'no', reason: 'NO_ROOM' }

async function asked(prison: Actor) {
  const { id: caseId } = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  const { id: needId } = await aNeed(world, prison, caseId)
  await world.inspect('delete from mail')
  const { id } = await sent(world, prison, { needId, serviceId: await aServiceWithoutAccount(world, coordinator) })
  const [mail] = await world.inspect<{ body: string }>(`select body from mail where to_address = 'small@example.org'`)
  return { id, path: /\/answer\/[\w-]+/.exec(mail!.body)![0] }
}

async function toldTo(actor: Actor) {
  const alerts = await world.database.read(actor, (reading) => listAlerts(reading, { limit: 5 }))
  return alerts.map(({ name, agencyName, agencyKind }) => [name, agencyName, agencyKind])
}

test('a provider that answers by its link is named as who said no, not the agency that asked', async () => {
  const prison = await world.aWorkerAt('HMP Fernhall')
  const { path } = await asked(prison)

  await site.post(undefined, path, { ...no, name: 'Jo' })

  expect(await toldTo(prison)).toEqual([['referral.declined', 'Small Provider', '']])
  expect((await site.get(prison, '/alerts')).body).toContain('Small Provider, ')
})

test('so it is when a colleague of the sender writes down what it said', async () => {
  const prison = await world.aWorkerAt('HMP Fernhall')
  const { id } = await asked(prison)

  await site.post(await world.aColleagueOf(prison), `/referrals/${id}/answer`, { ...no, version: '1' })

  expect(await toldTo(prison)).toEqual([['referral.declined', 'Small Provider', '']])
})

test('who has not answered is the agency that was asked, though the clock of the sender says so', async () => {
  const prison = await world.aWorkerAt('HMP Fernhall')
  const charity = await world.aWorkerAt('Second Step', { kind: 'charity' })
  await aReferral(world, { from: prison, to: charity })
  const begun = world.time.now
  world.time.now = new Date(begun.getTime() + 3 * 86_400_000)

  await referralJobs['chase-referrals']!(
    { database: world.database, actor: systemFor(nobody), actingFor: systemFor, log },
    {},
  )
  world.time.now = begun

  expect(await toldTo(prison)).toEqual([['referral.chased', 'Second Step', 'charity']])
})
