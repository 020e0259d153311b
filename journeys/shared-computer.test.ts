import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { aCase } from '../src/cases/builders.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { aPasswordOf, goodPassword } from '../src/sign-in/builders.ts'
import { openJourney, phone, plainPhone } from './journey.ts'

const journey = await openJourney()
const { world, browser, address } = journey
beforeEach(() => {
  world.time.now = new Date('2026-03-02T09:30:00Z')
})

const aPage = async (options = {}) => (await browser.newContext({ locale: 'en-GB', ...options })).newPage()
const isWide = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')

async function signInOnShared(page: Page, email: string): Promise<string> {
  await page.goto(`${address}/sign-in`)
  await page.getByRole('button', { name: 'This computer is shared' }).click()
  const said = await page.getByRole('alert').textContent()
  await page.getByLabel('Work email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(goodPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Stop and clear' }).waitFor()
  return said!
}

test('without JavaScript: a computer is said to be shared, the way to stop stays in view, and nothing of the last reader is left', async () => {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const page = await aPage(plainPhone)

  const said = await signInOnShared(page, await aPasswordOf(world, amira))
  await page.goto(`${address}/account/password`)
  await page.getByRole('contentinfo').scrollIntoViewIfNeeded()
  const place = await page.getByRole('button', { name: 'Stop and clear' }).boundingBox()
  world.time.now = new Date('2026-03-02T09:33:01Z')
  await page.goto(`${address}/sign-in/over`)
  const over = await page.textContent('body')
  await page.goBack()
  const back = await page.textContent('body')

  expect(said).toContain('signed out after 3 minutes')
  expect(place!.y).toBeGreaterThanOrEqual(0)
  expect(place!.y).toBeLessThan(phone.viewport.height)
  expect(over).toContain('nothing is left on this screen')
  expect([over, back].some((text) => text!.includes('Amira'))).toBe(false)
  expect(await page.getByRole('button', { name: 'This computer is no longer shared' }).count()).toBe(1)
})

test('on a phone and a screen, everything of it can be read and reached: the pages of a shared computer, and the reason for a case', async () => {
  await world.inspect(`update partnership set jurisdiction = 'NL'`)
  const amira = await world.aWorkerAt('PI Fernhall', { name: 'Amira Khan' })
  const email = await aPasswordOf(world, amira)
  const { id } = await aCase(world, amira, { givenName: 'Danny', familyName: 'Okafor' })
  const barriers: unknown[] = []

  for (const options of [phone, { viewport: { width: 1200, height: 800 } }]) {
    const page = await aPage(options)
    await signInOnShared(page, email)
    for (const path of ['/account/sessions', `/cases/${id}/needs`, '/sign-in', '/sign-in/over']) {
      await page.goto(address + path)
      barriers.push(...(await violationsOn(page)), ...((await isWide(page)) ? [`${path} is wide`] : []))
    }
  }

  expect(barriers).toEqual([])
})

test('a case in the Netherlands opens once the worker has said why, and leads to where they were going', async () => {
  await world.inspect(`update partnership set jurisdiction = 'NL'`)
  const amira = await world.aWorkerAt('PI Fernhall', { name: 'Amira Khan' })
  const { id } = await aCase(world, amira, { givenName: 'Danny', familyName: 'Okafor' })
  const page = await journey.pageOf(amira, plainPhone)

  await page.goto(`${address}/cases/${id}/needs`)
  await page.getByRole('button', { name: 'Open the case' }).click()
  const empty = await page.getByRole('alert').textContent()
  await page.getByLabel('Reason').fill('Meeting today at two')
  await page.getByRole('button', { name: 'Open the case' }).click()

  expect(empty).toContain('Say why, in 10 characters or more')
  expect(page.url()).toBe(`${address}/cases/${id}/needs`)
  expect(await page.textContent('body')).toContain('Okafor')
})
