import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

let world: World
let site: Site
let coordinator: Actor
let [from, to]: Actor[] = []
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
  from = await world.aWorkerAt('Company', { kind: 'probation', roles: ['ADMINISTRATOR'] })
  to = await world.aWorkerAt('Service', { kind: 'probation', roles: ['ADMINISTRATOR'] })
})
afterAll(async () => {
  await site.close()
  await world.close()
})

test('a coordinator plans, sees what would move, and an administrator of the agency approves', async () => {
  const empty = await site.get(coordinator, '/settings/reorganisations')
  const blank = await site.get(coordinator, `/settings/reorganisations/new?from=${from!.agencyId}`)
  const kept = await site.post(coordinator, '/settings/reorganisations', aPlan())
  const url = String(kept.headers.location).split('?')[0]!
  const own = await site.get(coordinator, url)
  const theirs = await site.get(from!, url)
  const approved = await site.post(from!, `${url}/approval`, { formId: newId() })
  const after = await site.get(coordinator, String(approved.headers.location))

  expect(empty.body).toContain('Nothing was moved yet')
  expect(blank.body).toContain('has no teams')
  expect(own.body).toContain('You planned this. Somebody else must approve it')
  expect(own.body).not.toContain('Approve and move now')
  expect(theirs.body).toContain('Approve and move now')
  expect(after.body).toContain('It is being moved')
})

test('what is missing is said beside its field, and what was typed stays', async () => {
  const answer = await site.post(coordinator, '/settings/reorganisations', {
    ...aPlan(),
    toAgencyId: '',
    extent: 'teams',
  })
  const same = await site.post(coordinator, '/settings/reorganisations', { ...aPlan(), toAgencyId: from!.agencyId })

  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('Choose where it goes')
  expect(answer.body).toContain('The order of that day.')
  expect(same.body).toContain('Choose another agency than the one that changes')
})

test('a worker and the administrator of another agency find nothing there', async () => {
  const stranger = await world.aWorkerAt('Stranger', { roles: ['ADMINISTRATOR'] })
  const id = (await world.inspect<{ id: string }>('select id from reorganisation limit 1'))[0]!.id

  expect((await site.get(stranger, `/settings/reorganisations/${id}`)).statusCode).toBe(404)
  expect((await site.post(stranger, '/settings/reorganisations', aPlan())).statusCode).toBe(403)
})

const aPlan = () => ({
  formId: newId(),
  fromAgencyId: from!.agencyId,
  toAgencyId: to!.agencyId,
  extent: 'all',
  reason: 'The order of that day.',
})
