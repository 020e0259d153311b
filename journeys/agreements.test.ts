import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aCase } from '../src/cases/builders.ts'
import { letIn } from '../src/cases/index.ts'
import { rulesOfLayout, violationsOn } from '../src/platform/testing/accessibility.ts'
import { openJourney } from './journey.ts'

const { world, address, pageOf } = await openJourney()
const marian = await world.aWorkerAt('Wexley Council', { kind: 'council', roles: ['COORDINATOR'], name: 'Marian Hale' })
const helen = await world.aWorkerAt('HMP Fernhall', { roles: ['WORKER', 'MANAGER'], name: 'Helen Shaw' })
const joe = await world.aWorkerAt('Riverside Mentors', {
  kind: 'charity',
  roles: ['WORKER', 'MANAGER'],
  name: 'Joe Bell',
})
await world.inspect('delete from agreement_party where agency_id = $1', [joe.agencyId])

/** A mentor of a charity that is in no agreement is named on a case of Danny's: so far they see nothing. */
async function aCaseWithMentor(): Promise<string> {
  const { id: caseId } = await aCase(world, helen, { givenName: 'Danny', familyName: 'Okafor' })
  await world.database.change(helen, async (change) => {
    const mentor = { agencyId: joe.agencyId, accountId: joe.userId, relationship: 'ALLOCATED' as const }
    await letIn(change, { caseId, ...mentor, role: 'MENTOR' })
    change.record({ name: 'case.worker-named', subjectId: caseId, caseId, fieldGroup: 'identity' })
  })
  return caseId
}

async function draft(page: Page, law: string): Promise<void> {
  await page.goto(`${address}/settings`)
  await page.getByRole('link', { name: 'Agreements' }).first().click()
  await page.getByRole('button', { name: 'Make an agreement' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('Mentoring together')
  await page.getByLabel('Resettlement').check()
  await page.getByLabel(law).check()
  await page.getByLabel('HMP Fernhall, Prison').check()
  await page.getByLabel('Riverside Mentors, Charity').check()
  for (const part of ['Name and numbers', 'Notes']) {
    await page.getByRole('checkbox', { name: `May see ${part}, Named worker` }).check()
  }
  await page.getByRole('button', { name: 'Keep the draft' }).click()
  await page.getByRole('alert').getByText('The draft is kept').waitFor()
}

async function sign(page: Page): Promise<void> {
  await page.goto(`${address}/agreements`)
  await page.getByRole('link', { name: 'Read and sign “Mentoring together”' }).first().click()
  await page.getByLabel('What you are there').fill('Director')
  await page.getByLabel(/^I may sign for/).check()
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await page.getByRole('alert').waitFor()
}

const notesOf = async (page: Page, caseId: string) => (await page.goto(`${address}/cases/${caseId}/notes`))?.status()

test('a coordinator makes an agreement, both sign, the charity sees; the agreement ends and its next request is refused', async () => {
  const caseId = await aCaseWithMentor()
  const [coordinator, manager, mentor] = [await pageOf(marian), await pageOf(helen), await pageOf(joe)]
  const faults: string[] = []
  const check = async (page: Page) => faults.push(...(await violationsOn(page)))
  const before = await notesOf(mentor, caseId)

  await draft(coordinator, 'Crime and Disorder Act 1998, section 115')
  await check(coordinator)
  await coordinator.getByRole('button', { name: 'See what would change, then offer it' }).click()
  await coordinator.getByRole('row', { name: 'Riverside Mentors Notes 1 0' }).waitFor()
  await check(coordinator)
  await coordinator.getByRole('button', { name: 'Offer it for signing' }).click()
  await sign(manager)
  await sign(mentor)
  const during = await notesOf(mentor, caseId)
  await manager.goto(`${address}/cases/${caseId}/sight`)
  await manager.getByText('under “Mentoring together”').first().waitFor()
  await check(manager)

  await world.inspect(`update agreement set ends_on = current_date - 1 where title = 'Mentoring together'`) // its last day passes
  const after = await mentor.reload()

  expect([before, during, after?.status()]).toEqual([404, 200, 404])
  expect(faults).toEqual([])
})

test('on a phone without JavaScript: an agreement by consent, a yes, and a no that ends it', async () => {
  const caseId = await aCaseWithMentor()
  await world.inspect(`update agreement set ended_at = now() where title = 'Mentoring together'`)
  const plain = { javaScriptEnabled: false, viewport: { width: 375, height: 800 } }
  const [coordinator, manager, mentor] = [
    await pageOf(marian, plain),
    await pageOf(helen, plain),
    await pageOf(joe, plain),
  ]

  const say = async (answer: 'Yes' | 'No') => {
    await manager.goto(`${address}/cases/${caseId}/consent`)
    await manager.getByRole('button', { name: 'Write down an answer about sharing' }).click()
    await manager.getByLabel('Agency').selectOption('Riverside Mentors')
    await manager.getByLabel(answer, { exact: true }).check()
    await manager.getByLabel('Spoken', { exact: true }).check()
    await manager.getByLabel('English').check()
    await manager.getByRole('button', { name: 'Keep the answer' }).click()
    await manager.getByText('It is kept, and counts from now on').waitFor()
  }
  await draft(coordinator, 'Consent: UK GDPR')
  await coordinator.getByRole('button', { name: 'See what would change, then offer it' }).click()
  await coordinator.getByRole('button', { name: 'Offer it for signing' }).click()
  await sign(manager)
  await sign(mentor)
  const signed = await notesOf(mentor, caseId)
  await say('Yes')
  const given = await notesOf(mentor, caseId)
  await say('No')
  const withdrawn = await notesOf(mentor, caseId)

  expect([signed, given, withdrawn]).toEqual([404, 200, 404])
  await manager.goto(`${address}/cases/${caseId}/consent`)
  const isTooWide = 'document.documentElement.scrollWidth > document.documentElement.clientWidth'
  expect(await manager.evaluate(isTooWide)).toBe(false)
})

test('every page of it can be used by everybody on a phone', async () => {
  const caseId = await aCaseWithMentor()
  const phone = { viewport: { width: 375, height: 800 } }
  const [coordinator, manager] = [await pageOf(marian, phone), await pageOf(helen, phone)]
  const faults: string[] = []
  const isTooWide = 'document.documentElement.scrollWidth > document.documentElement.clientWidth'

  for (const [page, paths] of [
    [coordinator, ['/agreements', '/agreements/new', '/consent-texts']],
    [manager, ['/agreements', `/cases/${caseId}/sight`, `/cases/${caseId}/consent`, `/cases/${caseId}/consent/new`]],
  ] as const) {
    for (const path of paths) {
      await page.goto(address + path)
      faults.push(...(await violationsOn(page)).map((fault) => `${path}: ${fault}`))
      faults.push(...(await violationsOn(page, rulesOfLayout)).map((fault) => `${path}: ${fault}`))
      if (await page.evaluate(isTooWide)) faults.push(`${path}: scrolls sideways`)
    }
  }

  expect(faults).toEqual([])
})
