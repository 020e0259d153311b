import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aCall, aLine, aSupportedPerson, aSwitchboard } from '../src/helpline/builders.ts'
import { makeSwitchKey } from '../src/helpline/keep-line.ts'
import { planShifts } from '../src/helpline/keep-rota.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { openJourney, phone, plainPhone } from './journey.ts'

const { world, site, address, pageOf } = await openJourney()

test('a call rings, the operator takes it on a phone and writes it up, and the key worker reads of it in the morning', async () => {
  const night = await aLine(world)
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const danny = await aSupportedPerson(world, amira, night.manager, { givenName: 'Danny', familyName: 'Okafor' })
  await world.database.change(night.manager, (change) => planShifts(change, night.lineId, { accountId: night.operator.userId, day: '2026-03-02', from: '09:00', until: '17:00', weeks: 1 })) // biome-ignore format: one line
  const secret = await world.database.change(night.manager, (change) => makeSwitchKey(change, night.lineId))
  const rings = aSwitchboard(night.lineId, secret)
  const operator = await pageOf(night.operator, phone)
  await operator.goto(`${address}/helpline`)
  await operator.getByRole('button', { name: 'I am on' }).click()
  await operator.getByText('Nobody is waiting').waitFor()

  await site.app.inject(rings('ringing', 'call-1', world.time.now, { from: '07700 900001' }))
  await operator.getByRole('button', { name: /^Take ?:/ }).click()
  await operator.getByLabel('Find them in the record').fill('Okafor')
  await operator.getByRole('button', { name: 'Search' }).click()
  await operator.getByLabel('Danny Okafor').check()
  await operator.getByRole('button', { name: 'Show what helps' }).click()
  await operator.getByRole('link', { name: 'Write a crisis plan together' }).click()
  await operator.getByLabel('How I notice that it gets bad').fill('I stop answering')
  await operator.getByLabel('Yes, together').check()
  expect(await violationsOn(operator)).toEqual([])
  await operator.getByRole('button', { name: 'Keep this version' }).click()

  await operator.getByText('I stop answering').waitFor()
  await operator.getByLabel('Low', { exact: true }).check()
  await operator.getByRole('group', { name: 'Are they in danger?' }).getByLabel('No', { exact: true }).check()
  await operator.getByLabel('15 minutes').check()
  await operator.getByLabel('Who to tell').selectOption({ label: 'Amira Khan, key worker, HMP Fernhall' })
  await operator.getByLabel('What they want the worker to know').fill('Wants to see you before Friday.')
  await operator.getByRole('button', { name: 'Write up and close' }).click()
  await operator.getByRole('link', { name: /Ask whether these words may go/ }).waitFor()
  expect(await violationsOn(operator)).toEqual([])
  await operator.getByLabel(/Danny said yes/).check()
  await operator.getByRole('button', { name: 'Write up and close' }).click()
  await operator.getByText('The call is written up.').waitFor()
  await operator.getByText(/in 1[45] minutes/).waitFor()
  expect(await violationsOn(operator)).toEqual([])

  const worker = await pageOf(amira, phone)
  await worker.goto(address)
  await worker
    .getByRole('link', { name: /called a line and wants you to know/ })
    .first()
    .click()
  await worker.getByText('Wants to see you before Friday.').waitFor()
  expect(await violationsOn(worker)).toEqual([])
  await worker.goto(`${address}/cases/${danny.id}`)
  expect(await worker.locator('main').textContent()).not.toMatch(/stop answering|Call to the line/)
})

test('without JavaScript a call keeps what was typed, and both pages of a call come within a second over a slow line', async () => {
  const night = await aLine(world)
  await aCall(world, night, { when: '15', phone: '07700 900002' })
  const operator = await pageOf(night.operator, plainPhone)
  await operator.goto(`${address}/helpline`)
  const bytes = [await weightOf(operator)]
  await operator.getByRole('button', { name: 'Take a call now' }).click()
  await operator.getByLabel('What they say').fill('Kept without a script')
  await operator.getByLabel('Find them in the record').fill('Nobody')
  await operator.getByRole('button', { name: 'Search' }).click()
  bytes.push(await weightOf(operator))

  expect(await operator.getByLabel('What they say').inputValue()).toBe('Kept without a script')
  // Slow 3G as browsers throttle it: 400 kbit/s and 400 ms to and fro; styles, scripts and fonts are kept from the first visit.
  for (const weight of bytes) expect(0.4 + (weight * 8) / 400_000).toBeLessThan(1)
})

test('a supervisor opens a line, plans a week, sees its gaps, and opens the rows behind a number', async () => {
  const { lineId, manager, operator } = await aLine(world)
  const page = await pageOf(manager, { viewport: { width: 1280, height: 900 } })
  await page.goto(`${address}/helpline/${lineId}/rota`)
  await page.getByText('Plan somebody').click()
  await page.getByLabel('Who', { exact: true }).selectOption({ label: operator.name })
  await page.getByRole('button', { name: 'Add' }).click()
  await page.getByText('Olu Adeyemi').first().waitFor()
  expect(await page.getByText('Nobody').count()).toBeGreaterThan(6)
  expect(await violationsOn(page)).toEqual([])

  await aCall(world, { lineId, operator })
  await page.goto(`${address}/helpline/${lineId}/reports`)
  expect(await violationsOn(page)).toEqual([])
  await page.getByRole('link', { name: /^1 ?: Calls$/ }).click()
  expect(await page.getByRole('row').count()).toBe(2)
  for (const place of ['/helpline-numbers', `/helpline/${lineId}/set-up`]) {
    await page.goto(`${address}${place}`)
    expect(await violationsOn(page)).toEqual([])
  }
})

/** What the page weighs on the wire. */
const weightOf = async (page: Page) => gzipSync(await page.content()).length

test('a board that is watched warns five minutes before it closes, and one key keeps it open', async () => {
  const night = await aLine(world)
  const page = await pageOf(night.operator, phone)
  await page.clock.install()
  await page.goto(`${address}/helpline/${night.lineId}`)
  const warning = page.getByRole('dialog')
  const kept: string[] = []
  page.on('request', (request) => kept.push(`${request.method()} ${new URL(request.url()).pathname}`))

  await page.clock.fastForward('09:50')
  expect(await warning.isVisible()).toBe(false)
  await page.clock.fastForward('00:15')
  await warning.getByText('You will be signed out soon').waitFor()
  expect(await violationsOn(page)).toEqual([])
  await page.keyboard.press('Enter')
  await warning.waitFor({ state: 'hidden' })

  expect(kept).toContain('POST /session/keep-alive')
  await page.clock.fastForward('09:00')
  expect(await warning.isVisible()).toBe(false)
})
