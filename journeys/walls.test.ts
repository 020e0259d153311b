import { expect, test } from 'vitest'
import { anIntegrationOf, aTeamOn } from '../src/api/builders.ts'
import { aCase } from '../src/cases/builders.ts'
import type { Actor } from '../src/platform/database.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { crawl } from './crawl.ts'
import { openJourney, plainPhone } from './journey.ts'

const { world, site, address, contextOf, pageOf } = await openJourney()

let serial = 1000
async function dannysRecord() {
  const number = `B${serial++}QZ`
  const ines = await world.aWorkerAt(`HMP Fernhall ${serial}`, { roles: ['MANAGER'], name: 'Ines Marsh' })
  const amira = await world.aColleagueOf(ines, { name: 'Amira Khan' })
  const { id: caseId } = await aCase(world, amira, { givenName: 'Danny', familyName: 'Okafor', number })
  const jo = await world.aWorkerAt('Wexley Police', { kind: 'police', name: 'Jo Birch' })
  return { ines, amira, jo, caseId, number }
}

test('the police break the glass for an hour, give it back, and the prison reviews it', async () => {
  const { ines, jo, caseId, number } = await dannysRecord()
  const [police, prison] = [await pageOf(jo, plainPhone), await pageOf(ines)]

  expect((await police.goto(`${address}/cases/${caseId}`))?.status()).toBe(404)
  await police.goto(`${address}/people`)
  await police.getByRole('link', { name: 'Emergency access' }).click()
  await police.getByLabel('The person’s number').fill(number.toLowerCase())
  await police.getByLabel('Why must you see it now?').fill('Too short')
  await police.getByRole('button', { name: 'Open for one hour' }).click()
  const kept = await police.getByLabel('The person’s number').inputValue()
  await police.getByLabel('Why must you see it now?').fill('His sister says that he means to die tonight.')
  await police.getByRole('button', { name: 'Open for one hour' }).click()
  await police.getByRole('button', { name: 'Open the record of Danny Okafor' }).click()
  await police.getByRole('link', { name: 'Notes', exact: true }).click()
  const clock = await police.getByRole('timer').textContent()
  await police.getByRole('button', { name: 'Close it now' }).click()
  const closed = (await police.goto(`${address}/cases/${caseId}`))?.status()

  await prison.goto(`${address}/alerts`)
  await prison.getByText('The record of Danny Okafor was opened in an emergency').waitFor()
  await prison.goto(`${address}/break-glass/reviews`)
  const queue = await violationsOn(prison)
  await prison.getByRole('link', { name: 'Danny Okafor' }).click()
  await prison.getByLabel('It was right', { exact: true }).check()
  await prison.getByLabel('What did you find?').fill('I spoke to Jo Birch. He is on the healthcare wing.')
  const review = await violationsOn(prison)
  await prison.getByRole('button', { name: 'Keep the review' }).click()
  await prison.getByText('Reviewed by Ines Marsh: it was right.').waitFor()

  expect(kept).toBe(number.toLowerCase())
  expect(clock).toBe('60 minutes left')
  expect(closed).toBe(404)
  expect([...queue, ...review]).toEqual([])
})

test('what a mentor wrote is found by the police on no page, search, list, export or API', async () => {
  const { jo, caseId } = await dannysRecord()
  const rosa = await world.aWorkerAt('Open Door', { kind: 'charity', name: 'Rosa Lind' })
  await named(rosa, caseId, 'MENTOR')
  await named(jo, caseId, 'SUPPORT')
  const canary = 'the blue boat'
  const charity = await pageOf(rosa)
  await charity.goto(`${address}/cases/${caseId}/notes/new`)
  await charity.getByLabel('What happened').fill(`He told me about ${canary}`)
  await charity.getByLabel('Mentoring: closed to prison, probation and police').check()
  await charity.getByRole('button', { name: 'Save the note' }).click()
  await charity.getByText(canary).waitFor()
  await aTeamOn(world, jo, caseId)
  const api = await anIntegrationOf(world, site, jo)

  const found: string[] = []
  const visits = await crawl(await contextOf(jo), address, {
    start: ['/', `/cases/${caseId}`, `/people?q=${encodeURIComponent('blue boat')}`],
    visit: async (page, { url }) => {
      if ((await page.content()).includes(canary)) found.push(url)
    },
  })
  const answers = await Promise.all(
    [`/cases/${caseId}`, '/caseload', '/people?q=blue%20boat'].map((path) => api.get(path)),
  )

  const file = await site.get(jo, '/releases.csv')

  expect(found).toEqual([])
  expect(file.statusCode).toBe(200)
  expect(visits.length).toBeGreaterThan(15)
  expect(answers[0]!.statusCode).toBe(200)
  expect([file, ...answers].map(({ body }) => body).join()).not.toContain(canary)
})

test('a manager restricts a record; it is gone for a colleague whose page was open', async () => {
  const { ines, amira, caseId } = await dannysRecord()
  const ben = await world.aColleagueOf(ines, { name: 'Ben Ode' })
  const [manager, colleague, named] = [await pageOf(ines), await pageOf(ben), await pageOf(amira)]
  await colleague.goto(`${address}/cases/${caseId}`)

  await manager.goto(`${address}/cases/${caseId}/team`)
  await manager.getByRole('link', { name: 'Who may see this record' }).click()
  await manager.getByLabel('Why must others not know of it?').fill('Threats on the wing: nobody may learn where he is.')
  await manager.getByLabel(`Amira Khan, ${amira.agencyName}`).check()
  await manager.getByRole('button', { name: 'Restrict the record' }).click()
  await manager.getByText('The record is restricted').waitFor()
  const violations = await violationsOn(manager)

  expect((await colleague.reload())?.status()).toBe(404)
  expect((await named.goto(`${address}/cases/${caseId}`))?.status()).toBe(200)
  expect(violations).toEqual([])
})

test('known here? answers yes and whom to call; the worker of the person reads who asked', async () => {
  const { amira, jo, caseId, number } = await dannysRecord()
  const [police, prison] = [await pageOf(jo, plainPhone), await pageOf(amira)]

  await police.goto(`${address}/known-here`)
  await police.getByLabel('Which agency?').selectOption({ label: amira.agencyName })
  await police.getByLabel('The person’s number').fill(number)
  await police.getByLabel('To keep somebody safe').check()
  await police.getByRole('button', { name: 'Ask' }).click()
  const answer = await police.getByRole('definition').allTextContents()
  await prison.goto(`${address}/cases/${caseId}/team`)
  await prison.getByRole('link', { name: 'Who asked whether Danny is known' }).click()
  const violations = await violationsOn(prison)

  expect(answer[0]!.trim()).toBe('Yes')
  expect(await prison.getByRole('rowheader').allTextContents()).toEqual(['Wexley Police'])
  expect(violations).toEqual([])
})

const named = (worker: Actor, caseId: string, role: string) =>
  world.inspect(
    `insert into case_party (case_id, agency_id, account_id, relationship, role, since_on, owner_agency_id)
     values ($1, $2, $3, 'ALLOCATED', $4, current_date, $2)`,
    [caseId, worker.agencyId, worker.userId, role],
  )
