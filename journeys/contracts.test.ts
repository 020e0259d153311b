import { expect, test } from 'vitest'
import { aClaim, aContract, aReleasedPerson } from '../src/contracts/builders.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { openJourney, phone, plainPhone } from './journey.ts'

const { world, address, pageOf } = await openJourney()

test('a manager keeps a contract and claims what is met, another looks at the rows and approves; a coordinator sees who hardly uses it', async () => {
  const pauline = await world.aWorkerAt('Riverside', { kind: 'probation', roles: ['WORKER', 'MANAGER'], name: 'Pauline Reed' }) // biome-ignore format: one line
  const omar = await world.aColleagueOf(pauline, { roles: ['WORKER', 'MANAGER'], name: 'Omar Said' })
  const marian = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
  await aReleasedPerson(world, pauline, '2025-09-01', 'Okafor')
  await aReleasedPerson(world, pauline, '2026-02-01', 'Young')
  const [first, second, coordinator] = [await pageOf(pauline, plainPhone), await pageOf(omar), await pageOf(marian, phone)] // biome-ignore format: one line
  const violations: string[] = []

  // A contract, from the page of expected results.
  await first.goto(`${address}/targets`)
  await first.getByRole('link', { name: 'Payment by results' }).click()
  await first.getByRole('button', { name: 'Add a contract' }).click()
  await first.getByLabel('What is the contract called?').fill('Twelve weeks outside')
  await first.getByLabel('Who pays?').fill('The Harbour Trust')
  const days = { 'First day': ['1', '7', '2025'], 'Last day': ['30', '6', '2026'] }
  for (const [legend, [day, month, year]] of Object.entries(days)) {
    const group = first.getByRole('group', { name: legend })
    await group.getByLabel('Day').fill(day!)
    await group.getByLabel('Month').fill(month!)
    await group.getByLabel('Year').fill(year!)
  }
  await first.getByLabel('Pounds').check()
  await first.getByLabel('Not back in prison: price for each person').fill('250')
  await first.getByRole('button', { name: 'Add the contract' }).click()
  await first.getByText('Write a number of days from 7 to 730').first().waitFor()
  expect(await first.getByLabel('Who pays?').inputValue()).toBe('The Harbour Trust')
  await first.getByLabel('For how many days').fill('84')
  await first.getByRole('button', { name: 'Add the contract' }).click()

  // One is met, one is not mature: told, and not counted.
  await first.getByText('The contract is kept.').waitFor()
  await first.getByText('The next one is known on').waitFor()
  await first.getByRole('button', { name: 'Claim 1 person, £250.00' }).click()
  await first.getByText('Another manager decides.', { exact: false }).first().waitFor()
  expect(await first.getByRole('button', { name: 'Keep the decision' }).count()).toBe(0)
  const claim = first.url().split('?')[0]!

  // Another manager opens the rows and approves.
  await second.goto(claim)
  await second.getByRole('link', { name: /Okafor/ }).waitFor()
  violations.push(...(await violationsOn(second)))
  await second.getByLabel('Yes, approve it').check()
  await second.getByRole('button', { name: 'Keep the decision' }).click()
  await second.getByText('The decision is kept.').waitFor()
  await second.getByRole('link', { name: 'Twelve weeks outside' }).click()
  violations.push(...(await violationsOn(second)))
  expect(await second.getByRole('button', { name: /^Claim/ }).count()).toBe(0)
  await second.getByRole('link', { name: 'Not back in prison', exact: true }).click()
  violations.push(...(await violationsOn(second)))

  // Nobody of these agencies ever signed in by their own hand: the coordinator sees it, on a phone.
  await coordinator.goto(`${address}/settings/usage`)
  violations.push(...(await violationsOn(coordinator)))
  await coordinator.getByRole('link', { name: 'Riverside' }).click()
  await coordinator.getByRole('heading', { name: 'Use by Riverside' }).waitFor()
  violations.push(...(await violationsOn(coordinator)))

  expect(violations).toEqual([])
})

test('a contract with a claim that waits is counted again on the narrowest phone, in each language', async () => {
  const ines = await world.aWorkerAt('Riverside', {
    kind: 'probation',
    roles: ['WORKER', 'MANAGER'],
    name: 'Ines Marsh',
  })
  await aReleasedPerson(world, ines, '2025-09-01', 'Hale')
  const contract = await aContract(world, ines)
  await aClaim(world, ines, contract)
  const page = await pageOf(ines, { viewport: { width: 320, height: 800 } })

  for (const [locale, again] of Object.entries({ en: 'Count again', it: 'Conta di nuovo', nl: 'Opnieuw tellen' })) {
    await page.context().request.get(`${address}/language/${locale}`)
    await page.goto(`${address}/contracts/${contract}`)
    await page.getByRole('button', { name: again }).click()
    await page.waitForURL(/done=counted/)
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), locale).toBeLessThanOrEqual(0)
  }
})
