import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { anOffer, grantsOf } from './builders.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
}, 60_000)
afterAll(async () => {
  await site?.close()
  await world?.close()
})

const day = (field: string, [year, month, date]: [string, string, string]) => ({
  [`${field}-day`]: date,
  [`${field}-month`]: month,
  [`${field}-year`]: year,
})

async function aPartnership() {
  const coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
  const prison = await world.aWorkerAt('Prison', { roles: ['WORKER', 'MANAGER'] })
  const charity = await world.aWorkerAt('Charity', { kind: 'charity', roles: ['MANAGER'] })
  const typed = {
    ...{ version: '0', title: 'Mentoring together', purpose: 'RESETTLEMENT', gateway: 'CDA-1998-115' },
    ...{ documentReference: 'ISA/2026/7', parties: [prison.agencyId, charity.agencyId] },
    ...day('starts', ['2026', '3', '2']),
    ...day('review', ['2027', '3', '2']),
    line: ['TEAM:any', 'ALLOCATED:any'],
    'see:ALLOCATED:any': ['identity', 'contact'],
    'write:ALLOCATED:any': ['contact', 'mentoring'],
  }
  return { coordinator, prison, charity, typed }
}

test('a coordinator drafts and offers an agreement, managers sign, and the page says at each step how it stands', async () => {
  const { coordinator, prison, charity, typed } = await aPartnership()

  const kept = await site.post(coordinator, '/agreements', typed)
  const address = String(kept.headers.location).split('?')[0]!
  const draft = await site.get(coordinator, address)
  const offered = await site.post(coordinator, `${address}/offer`, { version: '1' })
  const toSign = await site.get(charity, '/agreements')
  const signature = { name: 'Dee Parry', title: 'Director', agrees: 'yes' }
  const first = await site.post(charity, `${address}/signature`, signature)
  const second = await site.post(prison, `${address}/signature`, { ...signature, name: 'Pat Low' })
  const after = await site.get(coordinator, address)

  expect([kept.statusCode, offered.statusCode]).toEqual([303, 303])
  expect(draft.body).toContain('Draft')
  expect(toSign.body).toContain('Read and sign “Mentoring together”')
  expect([first.headers.location, second.headers.location]).toEqual([
    `${address}?done=signed`,
    `${address}?done=in-force`,
  ])
  for (const part of ['In force', 'Dee Parry, Director', 'Pat Low, Director', 'ISA/2026/7', 'Mentoring']) {
    expect(after.body).toContain(part)
  }
})

test('what is missing is told beside the field, and everything typed and ticked stays', async () => {
  const { coordinator, typed } = await aPartnership()
  const wrong = { ...typed, title: '', parties: [typed.parties[0]!], ...day('review', ['2025', '1', '1']) }

  const answer = await site.post(coordinator, '/agreements', wrong)

  expect(answer.statusCode).toBe(422)
  for (const told of ['Type a title', 'Choose at least two agencies', 'The review has to come after the first day']) {
    expect(answer.body).toContain(told)
  }
  expect(answer.body).toContain('ISA/2026/7')
  expect(answer.body).toMatch(/name="write:ALLOCATED:any"[^>]*value="mentoring"[^>]*checked/)
})

test('another relationship is added without JavaScript and without losing what was ticked', async () => {
  const { coordinator, typed } = await aPartnership()

  const form = { ...typed, add: 'line', addRelationship: 'TEAM', addKind: 'health' }
  const answer = await site.post(coordinator, '/agreements', form)

  expect(answer.statusCode).toBe(200)
  expect(answer.body).toContain('value="TEAM:health"')
  expect(answer.body).toMatch(/name="write:ALLOCATED:any"[^>]*value="mentoring"[^>]*checked/)
})

test('two who change one draft: the second is told, and keeps what they typed', async () => {
  const { coordinator, typed } = await aPartnership()
  const kept = await site.post(coordinator, '/agreements', typed)
  const address = String(kept.headers.location).split('?')[0]!
  await site.post(coordinator, address, { ...typed, version: '1', title: 'First' })

  const late = await site.post(coordinator, address, { ...typed, version: '1', title: 'Second' })

  expect(late.statusCode).toBe(409)
  expect(late.body).toContain('Somebody else changed this draft meanwhile')
  expect(late.body).toContain('value="Second"')
})

test('whoever signs reads what would change first; without the box ticked nothing is signed', async () => {
  const { prison, charity } = await aPartnership()
  await aCase(world, prison)
  const id = await anOffer(world, [prison, charity], { grants: grantsOf({ ALLOCATED: ['research'] }) })

  const effect = await site.get(prison, `/agreements/${id}/effect`)
  const unticked = await site.post(prison, `/agreements/${id}/signature`, { name: 'Pat Low', title: 'Head' })

  expect(effect.body).toContain('Research')
  expect(effect.body).toContain('Cases more')
  expect(unticked.statusCode).toBe(422)
  expect(unticked.body).toContain('Tick the box if you may sign and agree')
  expect(unticked.body).toContain('value="Pat Low"')
})

test('workers reach no agreement’s page; managers draft and end nothing', async () => {
  const { prison, charity, typed } = await aPartnership()
  const worker = await world.aColleagueOf(prison)
  const id = await anOffer(world, [prison, charity])

  const answers = [
    await site.get(worker, '/agreements'),
    await site.get(charity, '/agreements/new'),
    await site.post(charity, '/agreements', typed),
    await site.post(charity, `/agreements/${id}/end`, {}),
  ]

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403])
})

test('ending asks first and says what goes; a draft is put aside', async () => {
  const { coordinator, typed } = await aPartnership()
  const kept = await site.post(coordinator, '/agreements', typed)
  const address = String(kept.headers.location).split('?')[0]!

  const asked = await site.get(coordinator, `${address}/end`)
  await site.post(coordinator, `${address}/end`, {})
  const after = await site.get(coordinator, address)
  const again = await site.post(coordinator, `${address}/end`, {})

  expect(asked.body).toContain('It is not in force, so nobody’s sight changes')
  expect(after.body).toContain('Put aside')
  expect(again.statusCode).toBe(409)
})
