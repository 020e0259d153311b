import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aService, aServiceWithoutAccount } from './builders.ts'
import { listRevisions } from './queries/keep.ts'
import { getService, listServices } from './queries/services.ts'

let world: World, site: Site
let manager: Actor
let rival: Actor
let coordinator: Actor
let worker: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  manager = await world.aWorkerAt('Second Step', { kind: 'charity', roles: ['MANAGER'], name: 'Mo Gale' })
  rival = await world.aWorkerAt('Northgate Homes', { kind: 'charity', roles: ['MANAGER'] })
  coordinator = await world.aWorkerAt('Partnership', { kind: 'council', roles: ['COORDINATOR'], name: 'Kit Hale' })
  worker = await world.aWorkerAt('HMP Fernhall')
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const entry = {
  name: 'Bridge House', providerName: 'Second Step', type: 'ACCOMMODATION', pathways: ['ACCOMMODATION', 'HEALTH'], isInPrison: 'no',
  offers: 'Support worker on site\nSix months', capacity: '8', placesFree: '0', waitInDays: '9', sexes: 'MALE', minAge: '18', unit: 'ROOMS',
} // biome-ignore format: a form
const at = (id: string) => world.database.read(worker, (reading) => getService(reading, id))
const idOf = (location: unknown) => /services\/([0-9a-f-]{36})/.exec(String(location))![1]!
const form = (more: Record<string, string | string[]> = {}) => ({ formId: newId(), ...entry, ...more })

test('a provider’s manager adds an entry, and everybody sees it at once, checked today', async () => {
  const answer = await site.post(manager, '/services', form())

  const service = await at(idOf(answer.headers.location))
  expect(answer.statusCode).toBe(303)
  expect(service).toMatchObject({
    agencyId: manager.agencyId, name: 'Bridge House', pathways: ['ACCOMMODATION', 'HEALTH'], capacity: 8, waitInDays: 9,
    offers: ['Support worker on site', 'Six months'], verifiedOn: '2026-03-02', version: 1,
    eligibility: { sexes: ['MALE'], minAge: 18, maxAge: null, onLicence: null, languages: [], accessNeeds: [] },
  }) // biome-ignore format: an entry
  expect((await site.get(worker, `/services/${service.id}`)).body).toContain('Bridge House')
})

test.each([
  ['no name', { name: '' }, 'Enter the name of the service'],
  [
    '31 February',
    { 'closedUntilOn-day': '31', 'closedUntilOn-month': '2', 'closedUntilOn-year': '2027' },
    'Enter a day that exists',
  ],
  ['more free than there are', { placesFree: '9' }, 'More are free than there are'],
  ['ages upside down', { minAge: '40', maxAge: '18' }, 'The upper age is below'],
  ['half a place', { capacity: '1.5' }, 'Enter a whole number'],
  ['no address', { providerEmail: 'nowhere' }, 'Enter an e-mail address'],
])('%s is told beside the field, and what was typed is kept', async (_, wrong, words) => {
  const answer = await site.post(manager, '/services', form({ plainWords: 'kept-as-typed', ...wrong }))

  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain(words)
  expect(answer.body).toContain('kept-as-typed')
})

test('the same form sent twice adds one entry and ends at the same place', async () => {
  const once = form({ name: 'Sent twice' })

  const [first, second] = [await site.post(manager, '/services', once), await site.post(manager, '/services', once)]

  expect(second.headers.location).toBe(first.headers.location)
  const found = await world.database.read(worker, (reading) =>
    listServices(reading, { words: 'Sent twice' }, { limit: 9 }),
  )
  expect(found).toHaveLength(1)
})

test('two keepers change one entry: the second sees both versions, loses nothing, and may keep theirs', async () => {
  const id = await aService(world, manager, { name: 'Contested' })
  const mine = form({ version: '1', name: 'Contested', placesFree: '2', contact: 'Ask for Jo' })
  await site.post(coordinator, `/services/${id}/edit`, form({ version: '1', name: 'Contested', placesFree: '5' }))

  const late = await site.post(manager, `/services/${id}/edit`, mine)
  const again = await site.post(manager, `/services/${id}/edit`, { ...mine, formId: newId(), version: '2' })
  const own = await site.post(manager, `/services/${id}/edit`, { ...mine, formId: newId(), contact: 'Ask for Al' })

  for (const shown of ['Kit Hale changed this', '>5<', '>2<', 'Ask for Jo']) expect(late.body).toContain(shown)
  expect([again.statusCode, own.body.includes('You changed this service in another window')]).toEqual([303, true])
  expect(await at(id)).toMatchObject({ placesFree: 2, contact: 'Ask for Jo', version: 3 })
})

test('every version is kept, with who made it', async () => {
  const id = await aService(world, manager, { name: 'Kept', contact: 'The old one' })

  await site.post(manager, `/services/${id}/edit`, form({ version: '1', name: 'Kept', contact: 'The new one' }))
  await site.post(coordinator, `/services/${id}/verify`, { formId: newId(), version: '2' })

  const revisions = await world.database.read(worker, (reading) => listRevisions(reading, id))
  expect(revisions.map(({ kind, madeByName }) => [kind, madeByName])).toEqual([
    ['VERIFIED', 'Kit Hale'],
    ['CHANGED', 'Mo Gale'],
    ['ADDED', 'Mo Gale'],
  ])
  const page = await site.get(worker, `/services/${id}/history`)
  expect(page.body).toContain('The old one')
})

test('another provider’s manager and a worker change nothing, not even past the pages', async () => {
  const id = await aService(world, manager)

  const answers = [
    await site.post(rival, `/services/${id}/edit`, form({ version: '1' })),
    await site.post(rival, `/services/${id}/withdraw`, { version: '1' }),
    await site.post(worker, `/services/${id}/edit`, form({ version: '1' })),
  ]
  const smuggled = world.database.change(rival, async (change) => {
    change.record({ name: 'test', subjectId: id, fieldGroup: 'administration' })
    return change.db.updateTable('service').set({ name: 'Mine now' }).where('id', '=', id).executeTakeFirst()
  })

  expect((await smuggled).numUpdatedRows).toBe(0n)
  expect(answers.every(({ statusCode }) => statusCode === 403)).toBe(true)
  expect(await at(id)).toMatchObject({ version: 1 })
})

test('a withdrawn service is out of the lists until it is put back', async () => {
  const id = await aService(world, manager, { name: 'Comes and goes' })
  const names = () =>
    world.database.read(worker, async (reading) => {
      const found = await listServices(reading, { words: 'Comes and goes' }, { limit: 9 })
      return found.length
    })

  await site.post(manager, `/services/${id}/withdraw`, { formId: newId(), version: '1' })
  const withdrawn = await names()
  await site.post(manager, `/services/${id}/restore`, { formId: newId(), version: '2' })

  expect([withdrawn, await names()]).toEqual([0, 1])
})

test('an entry that nobody checked for 90 days is marked, until somebody says that it is still right', async () => {
  const id = await aService(world, manager, { name: 'Old news' })
  await world.inspect(`update service set verified_on = '2025-12-01' where id = $1`, [id])

  const stale = await site.get(worker, `/services?words=Old+news`)
  await site.post(manager, `/services/${id}/verify`, { formId: newId(), version: '1' })
  const fresh = await site.get(worker, `/services?words=Old+news`)

  expect(stale.body).toContain('Over 90 days ago')
  expect(fresh.body).not.toContain('Over 90 days ago')
})

test('a coordinator adds a provider without an account, and must say where its links go', async () => {
  const small = (providerEmail: string) => site.post(coordinator, '/services', form({ owner: 'small', providerEmail }))
  const [without, given] = [await small(''), await small('jo@example.org')]

  const kept = await at(idOf(given.headers.location))
  expect([without.statusCode, kept.agencyId, kept.providerEmail]).toEqual([422, null, 'jo@example.org'])
})

test('a long list is paged by name, every entry once', async () => {
  for (let number = 0; number < 55; number++) {
    await aServiceWithoutAccount(world, coordinator, { name: `Paged ${String(number % 11).padStart(2, '0')}` })
  }
  const seen: string[] = []
  let href: string | undefined = '/services?words=Paged'

  while (href) {
    const { body }: { body: string } = await site.get(worker, href)
    seen.push(...[...body.matchAll(/href="\/services\/([0-9a-f-]{36})"/g)].map(([, id]) => id!))
    href = /href="([^"]+)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
  }

  expect([seen.length, new Set(seen).size]).toEqual([55, 55])
})

test('filters narrow the list: pathway, area, where, room', async () => {
  await aService(world, rival, { name: 'Filter A', pathways: ['HEALTH'], areas: ['Wexley'], placesFree: 0 })
  await aService(world, rival, { name: 'Filter B', pathways: ['HEALTH'], areas: ['Northgate'], isInPrison: true })
  const names = async (query: string) => {
    const { body } = await site.get(worker, `/services?words=Filter&${query}`)
    return body.match(/Filter [AB](?=<)/g) ?? []
  }

  expect(await names('pathway=HEALTH')).toEqual(['Filter A', 'Filter B'])
  expect(await names('area=Wexley')).toEqual(['Filter A'])
  expect(await names('where=prison')).toEqual(['Filter B'])
  expect(await names('show=free')).toEqual(['Filter B'])
  expect(await names('pathway=DRUGS_AND_ALCOHOL')).toEqual([])
})

test('in a spreadsheet nothing that was typed becomes a formula', async () => {
  await aService(world, rival, { name: '=HYPERLINK("x")' })

  const { body } = await site.get(worker, '/services.csv?words=HYPERLINK')

  expect(body).toContain(`"'=HYPERLINK(""x"")"`)
})
