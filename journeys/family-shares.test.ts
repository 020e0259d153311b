import { expect, test } from 'vitest'
import { aCase } from '../src/cases/builders.ts'
import { aFamilyMember } from '../src/families/builders.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { openJourney, phone, plainPhone } from './journey.ts'

const { world, site, address, pageOf } = await openJourney()

test('Danny changes at the kiosk what his mother sees, says yes to a family day and brings her; his worker reads both', async () => {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const danny = await aCase(world, amira, { givenName: 'Danny', familyName: 'Okafor', number: 'A1234BC' })
  const rosa = await aFamilyMember(world, amira, danny, { name: 'Rosa Okafor', shares: [] })
  const started = await site.post(amira, `/cases/${danny.id}/own-door`, {})
  const day = { 'on-day': '6', 'on-month': '3', 'on-year': '2026', time: '13:30', length: '120', places: '3', howToCome: 'Visitors’ entrance.', whoComes: 'The housing team' } // biome-ignore format: one line
  await site.post(amira, '/families/days', day)
  const [worker, kiosk, mother] = [await pageOf(amira), await pageOf(undefined, phone), await pageOf(undefined, plainPhone)] // biome-ignore format: one line
  await mother.context().addCookies([{ name: 'family', value: rosa.cookie.split('=')[1]!, url: address }])

  // The worker asks him at his own door.
  await worker.goto(`${address}/cases/${danny.id}/family`)
  await worker.getByLabel('To which day').selectOption({ index: 1 })
  await worker.getByLabel('Ask them at their own door').check()
  expect(await violationsOn(worker)).toEqual([])
  await worker.getByRole('button', { name: 'Invite' }).click()

  await kiosk.goto(`${address}/me`)
  await kiosk.getByLabel('Your prison number').fill('A1234BC')
  await kiosk.getByLabel('Your code').fill(/\d{4} \d{4}/.exec(started.body)![0])
  await kiosk.getByRole('button', { name: 'Go in' }).click()
  await kiosk.getByRole('link', { name: 'My family and friends' }).click()
  await kiosk.getByText('Change what they may see').click()
  const shares = kiosk.getByRole('group', { name: 'What may Rosa Okafor see?' })
  await shares.getByLabel('Who helps, by name and job').check()
  expect(await violationsOn(kiosk)).toEqual([])
  await kiosk.getByRole('button', { name: 'Yes, this is what they may see' }).click()
  await kiosk.getByText('Kept. It counts from now.').waitFor()
  await kiosk.getByRole('checkbox', { name: 'Rosa Okafor' }).check()
  await kiosk.getByRole('button', { name: /^Yes, I want to come/ }).click()
  await kiosk.getByText('You said yes.').waitFor()
  expect(await violationsOn(kiosk)).toEqual([])

  await mother.goto(`${address}/family`)
  const seen = await mother.locator('main').textContent()
  for (const part of ['Amira Khan', 'Danny invites you']) expect(seen).toContain(part)
  await worker.reload()
  await worker.getByText('How this changed').click()
  const page = await worker.locator('main').textContent()
  expect(page).toMatch(/Danny, at their own door:\s*Added: Who helps, by name and job\./)
  expect(page).toMatch(/Danny:\s*Says yes/)
  expect(await violationsOn(worker)).toEqual([])
})
