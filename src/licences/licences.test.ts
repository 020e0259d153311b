import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { findCurfew } from './index.ts'

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

async function aPersonOnLicence() {
  const prison = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const { id: caseId } = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  return { prison, caseId, address: `/cases/${caseId}/licence` }
}
const from = { 'from-day': '8', 'from-month': '4', 'from-year': '2026' }
const curfew = { code: 'CURFEW', ...from, curfewFrom: '19:00', curfewUntil: '7:00' }

test('the standard conditions come all at once, each in plain words, and are not explained yet', async () => {
  const { prison, address } = await aPersonOnLicence()

  const sent = await site.post(prison, address, { code: 'ALL_STANDARD', ...from })
  const page = await site.get(prison, address)

  expect(sent.statusCode).toBe(303)
  for (const part of ['Behave well', 'Commit no crime', 'Do not leave the country', 'Nobody has explained these'])
    expect(page.body).toContain(part)
})

test('a curfew has its hours and counts on its days alone', async () => {
  const { prison, caseId, address } = await aPersonOnLicence()
  await site.post(prison, address, { ...curfew, 'until-day': '9', 'until-month': '4', 'until-year': '2026' })

  const days = ['2026-04-07', '2026-04-08', '2026-04-09', '2026-04-10']
  const found = await world.database.read(prison, async (reading) => {
    const begins = []
    for (const day of days) begins.push(await findCurfew(reading, caseId, day))
    return begins
  })

  expect(found).toEqual([null, 1_140, 1_140, null])
})

test('a curfew without hours and a supervision without an end are told so', async () => {
  const { prison, address } = await aPersonOnLicence()

  const noHours = await site.post(prison, address, { code: 'CURFEW', ...from })
  const noEnd = await site.post(prison, address, { code: 'SUPERVISION', ...from })

  expect([noHours.statusCode, noEnd.statusCode]).toEqual([422, 422])
  expect(noHours.body).toContain('Write when the curfew begins and ends')
  expect(noEnd.body).toContain('Write the day on which supervision ends')
})

test('once explained it is said how; a condition that is added since has to be explained again', async () => {
  const { prison, address } = await aPersonOnLicence()
  await site.post(prison, address, { code: 'ALL_STANDARD', ...from })
  await site.post(prison, `${address}/explained`, { how: 'INTERPRETER', isUnderstood: 'yes' })
  const before = await site.get(prison, address)
  world.time.now = new Date(world.time.now.getTime() + 60_000)

  await site.post(prison, address, curfew)
  const after = await site.get(prison, address)

  expect(before.body).toContain('with an interpreter')
  expect(before.body).not.toContain('A condition was added since')
  expect(after.body).toContain('A condition was added since')
})

test('a worry has somebody who answers it by a day, once', async () => {
  const { prison, address } = await aPersonOnLicence()
  const due = { 'due-day': '1', 'due-month': '5', 'due-year': '2026' }
  const worry = {
    about: 'RECALL',
    worry: 'I will be late and they send me back.',
    responsibleId: prison.userId,
    ...due,
  }
  const raised = await site.post(prison, `${address}/worries`, worry)
  const waiting = await site.get(prison, address)
  const [, id] = /licence-worries\/([0-9a-f-]{36})/.exec(waiting.body)!

  const answered = await site.post(prison, `/licence-worries/${id}/answer`, {
    answer: 'Ring first: late is not recall.',
  })
  const again = await site.post(prison, `/licence-worries/${id}/answer`, { answer: 'Another.' })

  expect([raised.statusCode, answered.statusCode, again.statusCode]).toEqual([303, 303, 404])
  expect(waiting.body).toContain('Amira Khan answers by')
  expect((await site.get(prison, address)).body).toContain('Ring first: late is not recall.')
})

test('the passport says when to be at home, and no other condition', async () => {
  const { prison, caseId, address } = await aPersonOnLicence()
  await site.post(prison, address, curfew)
  await site.post(prison, address, { code: 'DRUG_TEST', ...from })

  const passport = await site.get(prison, `/cases/${caseId}/passport`)

  expect(passport.body).toContain('Be at home from 19:00 until 07:00.')
  expect(passport.body).not.toContain('drug test')
})
