import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aCase } from '../src/cases/builders.ts'
import { aService, aServiceWithoutAccount } from '../src/directory/builders.ts'
import { aNeed } from '../src/needs/builders.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { openJourney } from './journey.ts'

const { world, address, pageOf } = await openJourney()

async function dannyNeedsABed() {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const dee = await world.aWorkerAt('Second Step', { kind: 'charity', name: 'Dee Parry' })
  const { id: caseId } = await aCase(world, amira, { givenName: 'Danny', familyName: 'Okafor' })
  await aNeed(world, amira, caseId, { words: 'A bed on the first night', neededByOn: '2026-03-06' })
  return { amira, dee, caseId }
}

async function refer(page: Page, caseId: string, service: string): Promise<void> {
  await page.goto(`${address}/cases/${caseId}/referrals`)
  await page.getByRole('link', { name: /^Choose a service/ }).click()
  await page.getByLabel(service).first().check()
  await page.getByLabel('Why this service?').fill('You have a bed, and take people on licence.')
  await page.getByRole('button', { name: 'Check before sending' }).click()
  await page.getByRole('heading', { name: 'Check before you send' }).waitFor()
  await page.getByRole('button', { name: 'Send the referral' }).click()
  await page.getByText('You are told as soon as they answer').waitFor()
}

test('a key worker refers from a need; the charity says yes, starts, and says what came of it', async () => {
  const { amira, dee, caseId } = await dannyNeedsABed()
  await aService(world, dee, { name: 'Bridge House' })
  const [prison, charity] = [await pageOf(amira), await pageOf(dee)]

  await refer(prison, caseId, 'Bridge House')
  expect((await prison.goBack())?.status()).toBe(200) // and not "send the form again?"
  expect(await prison.getByRole('heading', { name: 'Choose a service' }).count()).toBe(1)
  await prison.goForward()
  await charity.goto(`${address}/referrals`)
  const inbox = await violationsOn(charity)
  await charity.getByRole('link', { name: 'Danny Okafor', exact: true }).click()
  const referral = await violationsOn(charity)
  await charity.getByLabel('Yes, we will take this person').check()
  await charity.getByLabel('Who will see to it').fill('Dee Parry')
  await charity.getByRole('textbox', { name: 'Day' }).fill('6')
  await charity.getByRole('textbox', { name: 'Month' }).fill('3')
  await charity.getByRole('textbox', { name: 'Year' }).fill('2026')
  await charity.getByRole('button', { name: 'Send answer' }).click()
  await charity.getByRole('button', { name: 'The service has begun' }).click()
  await charity.getByRole('button', { name: 'End the service' }).click()
  await charity.getByLabel('It was completed').check()
  await charity.getByRole('group', { name: 'A bed on the first night' }).getByLabel('Achieved', { exact: true }).check()
  await charity.getByLabel('How does the person see it?').fill('I slept well.')
  await charity.getByRole('button', { name: 'Save how it ended' }).click()
  await charity.getByText('Completed').first().waitFor()

  await prison.reload()
  await prison.getByText('I slept well.').waitFor()
  expect(await prison.getByText('Dee Parry will see to it.').count()).toBe(1)
  expect([...inbox, ...referral]).toEqual([])
})

test('without JavaScript a charity says no, and the sender reads why and chooses another place', async () => {
  const { amira, dee, caseId } = await dannyNeedsABed()
  await aService(world, dee, { name: 'Harbour House' })
  await aService(world, dee, { name: 'Mill Lane' })
  const plain = { javaScriptEnabled: false }
  const [prison, charity] = [await pageOf(amira, plain), await pageOf(dee, plain)]

  await refer(prison, caseId, 'Harbour House')
  await charity.goto(`${address}/referrals`)
  await charity.getByRole('link', { name: 'Danny Okafor', exact: true }).click()
  await charity.getByLabel('No', { exact: true }).check()
  await charity.getByLabel('Reason').selectOption('No room')
  await charity.getByLabel('In a few words').fill('Not before May')
  await charity.getByRole('button', { name: 'Send answer' }).click()
  await charity.getByText('Your share of this record has ended').waitFor()

  await prison.goto(`${address}/cases/${caseId}/referrals`)
  await prison.getByText('No room. Not before May').waitFor()
  await prison.getByRole('link', { name: /^Choose a service/ }).click()
  await prison.getByText('Said no').waitFor()
  expect(await prison.getByLabel('Mill Lane').count()).toBeGreaterThan(0)
  const alerts = await world.inspect('select name from alert where account_id = $1', [amira.userId])
  expect(alerts).toEqual([{ name: 'referral.declined' }])
})

test('a small provider without an account answers by the link in its mail, on a phone', async () => {
  const { amira, caseId } = await dannyNeedsABed()
  const coordinator = await world.aWorkerAt('Partnership', { kind: 'council', roles: ['COORDINATOR'] })
  await aServiceWithoutAccount(world, coordinator, { name: 'St Anne’s Lodge', providerEmail: 'anne@example.org' })
  const prison = await pageOf(amira)

  await refer(prison, caseId, 'St Anne’s Lodge')
  const [mail] = await world.inspect<{ body: string }>(`select body from mail where to_address = 'anne@example.org'`)
  const link = /\/answer\/[\w-]+/.exec(mail!.body)![0]
  const phone = await pageOf(undefined, { viewport: { width: 375, height: 700 } })
  await phone.goto(address + link)
  const shown = await phone.getByRole('main').textContent()
  const violations = await violationsOn(phone)
  await phone.getByLabel('Yes, we will take this person').check()
  await phone.getByLabel('Your name').fill('Anne of the Lodge')
  await phone.getByRole('button', { name: 'Send answer' }).click()
  await phone.getByRole('heading', { name: 'Thank you. Your answer was sent' }).waitFor()
  await phone.goto(address + link)
  await phone.getByRole('heading', { name: 'This link was used already' }).waitFor()

  await prison.reload()
  await prison.getByText('Anne of the Lodge will see to it.').waitFor()
  expect(shown).toContain('DO')
  expect(shown).not.toContain('Okafor')
  expect(violations).toEqual([])
})
