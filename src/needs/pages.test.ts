import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aNeed } from './builders.ts'
import { getNeed } from './index.ts'

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

async function aPrisonWithCase() {
  const prison = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const { id: caseId } = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  return { prison, caseId }
}

test('a need raised by hand stands on the list with its owner and day', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  const housing = await world.aWorkerAt('Northgate Homes', { kind: 'charity' })
  const day = { 'neededBy-day': '1', 'neededBy-month': '5', 'neededBy-year': '2026' }

  const form = { pathway: 'ACCOMMODATION', words: 'A room near work', owner: `agency:${housing.agencyId}`, ...day }
  const sent = await site.post(prison, `/cases/${caseId}/needs`, form)
  const list = await site.get(prison, `/cases/${caseId}/needs`)

  expect(sent.statusCode).toBe(303)
  for (const part of ['A room near work', 'Northgate Homes', 'Fri 1 May 2026', 'Not started'])
    expect(list.body).toContain(part)
})

test('a need without words, pathway or with 31 February is told so, and what was typed is kept', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  const day = { 'neededBy-day': '31', 'neededBy-month': '2', 'neededBy-year': '2026' }

  const sent = await site.post(prison, `/cases/${caseId}/needs`, { words: '', owner: 'nonsense', ...day })
  const onlyDay = await site.post(prison, `/cases/${caseId}/needs`, {
    words: 'A bed',
    pathway: 'HEALTH',
    owner: '',
    ...day,
  })

  expect(sent.statusCode).toBe(422)
  for (const part of ['Write what is needed', 'Choose a pathway', 'Choose who sees to it'])
    expect(sent.body).toContain(part)
  expect(onlyDay.body).toContain('Write a day that exists')
  expect(onlyDay.body).toContain('>A bed</textarea>')
  expect(onlyDay.body).toContain('value="31"')
})

test('the person can see to a need themselves', async () => {
  const { prison, caseId } = await aPrisonWithCase()

  await site.post(prison, `/cases/${caseId}/needs`, { pathway: 'HEALTH', words: 'Call the doctor', owner: 'person' })

  expect((await site.get(prison, `/cases/${caseId}/needs`)).body).toContain('Danny, personally')
})

test('a status changes with one form and is undone with one button', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  const need = await aNeed(world, prison, caseId)
  const form = { words: need.words, owner: '', statusReason: '' }

  const declined = await site.post(prison, `/needs/${need.id}`, { ...form, status: 'DECLINED', version: '1' })
  const met = await site.post(prison, `/needs/${need.id}`, { ...form, status: 'MET', version: '1' })
  const page = await site.get(prison, met.headers.location as string)
  const undone = await site.post(prison, `/needs/${need.id}/undo`, { version: '2' })

  expect(declined.statusCode).toBe(422)
  expect(declined.body).toContain('Say in one sentence why')
  expect(page.body).toContain('Undo the last change')
  expect(undone.statusCode).toBe(303)
  const now = await world.database.read(prison, (reading) => getNeed(reading, need.id))
  expect(now).toMatchObject({ status: 'NOT_STARTED', version: 3 })
})

test('two workers on one need: the later sees both versions, and can keep their own', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  const need = await aNeed(world, prison, caseId)
  const form = { owner: '', status: 'NOT_STARTED', statusReason: '' }
  await site.post(prison, `/needs/${need.id}`, { ...form, words: 'A room near work', version: '1' })

  const late = await site.post(prison, `/needs/${need.id}`, { ...form, words: 'A flat', version: '1' })
  const mine = { ...form, words: 'A flat', version: '2' }
  const edited = await site.post(prison, `/needs/${need.id}`, { ...mine, 'keep-editing': 'yes' })
  const kept = await site.post(prison, `/needs/${need.id}`, mine)

  expect(late.statusCode).toBe(409)
  for (const part of ['You changed this in another window', 'A room near work', 'A flat', 'Edit mine first'])
    expect(late.body).toContain(part)
  expect(edited.body).toContain('>A flat</textarea>')
  expect([edited.statusCode, kept.statusCode]).toEqual([422, 303])
})

test('a pathway is set by hand with a reason, and not over what another just set', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  const url = `/cases/${caseId}/pathways/finance-and-id`
  const form = { status: 'DONE', reason: 'Bank account opened', seen: 'NOT_STARTED' }

  const without = await site.post(prison, url, { ...form, reason: '' })
  const set = await site.post(prison, url, form)
  const late = await site.post(prison, url, form)
  const page = await site.get(prison, url)

  expect(without.statusCode).toBe(422)
  expect(set.statusCode).toBe(303)
  expect(late.statusCode).toBe(409)
  expect(page.body).toContain('Bank account opened')
  expect(page.body).toContain('Set by Amira Khan, HMP Fernhall, 2 March 2026')
})

test('nobody without a share finds a need, its case or its pathways', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  const need = await aNeed(world, prison, caseId)
  const police = await world.aWorkerAt('Police', { kind: 'police' })

  for (const url of [
    `/needs/${need.id}`,
    `/cases/${caseId}/needs`,
    `/cases/${caseId}/pathways/health`,
    '/needs/nonsense',
  ]) {
    expect((await site.get(police, url)).statusCode).toBe(404)
  }
})
