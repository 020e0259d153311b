import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openBrowser } from '../../../journeys/browser.ts'
import { openScriptWorld } from './components/testing/script-world.ts'

let world: Awaited<ReturnType<typeof openScriptWorld>>
let browser: Browser
let page: Page

beforeAll(async () => {
  world = await openScriptWorld()
  browser = await openBrowser()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  world?.close()
})

beforeEach(async () => {
  Object.assign(world, {
    drafts: [],
    status: 200,
    titles: ['First entry'],
    news: '',
    sessionInSeconds: 900,
    timesProlonged: 0,
    isShared: false,
  })
  page = await (await browser.newContext({ viewport: { width: 1000, height: 600 } })).newPage()
  await page.goto(world.url)
})

afterEach(async () => {
  await page.context().close()
})

test('what is typed is saved as a draft, and the page says when', async () => {
  await page.getByLabel('Note').fill('He wants to write to his son.')
  await page.getByLabel('Password', { exact: true }).fill('secret')

  await page.getByText('Draft saved at 10:38').waitFor()

  const draft = world.drafts.at(-1)!
  expect(draft.get('note')).toBe('He wants to write to his son.')
  expect([...draft.keys()]).not.toContain('password')
  expect([...draft.keys()]).not.toContain('formId')
})

test('a draft that cannot be saved is tried again until it is', async () => {
  world.status = 503
  await page.getByLabel('Note').fill('Kept while the network is away')
  await page.getByText('No connection.').waitFor()

  world.status = 200
  await page.getByText('Draft saved at 10:38').waitFor({ timeout: 10_000 })

  expect(world.drafts.at(-1)!.get('note')).toBe('Kept while the network is away')
}, 20_000)

test('who was signed out is told that the text is still on the page', async () => {
  world.status = 401
  await page.getByLabel('Note').fill('Not lost')

  await page.getByText('You are signed out. What you typed since the last save is still on this page').waitFor()

  expect(await page.getByLabel('Note').inputValue()).toBe('Not lost')
})

test('a new entry appears without a reload, is announced, and does not move what is being read', async () => {
  await page.evaluate('document.getElementById("line-30").scrollIntoView({ block: "start" })')
  const before = await page.evaluate('document.getElementById("line-31").getBoundingClientRect().top')
  Object.assign(world, { titles: ['New entry', 'First entry'], news: '1 new entry from Wexley Council, 10:42' })

  world.push()
  await page.getByRole('status').getByText('1 new entry from Wexley Council, 10:42').waitFor()

  expect(await page.locator('#entry-New-entry').textContent()).toContain('Dee Parry, Wexley Council, 10:42')
  expect(await page.evaluate('document.getElementById("line-31").getBoundingClientRect().top')).toBeCloseTo(
    before as number,
    0,
  )
  await page.getByRole('link', { name: 'Show it' }).click()
  expect(await page.evaluate('document.getElementById("entry-New-entry").getBoundingClientRect().top')).toBeLessThan(
    600,
  )
})

test('somebody at work inside the part is not disturbed: the new entry waits until they ask', async () => {
  await page.getByRole('link', { name: 'Correct First entry' }).focus()
  Object.assign(world, { titles: ['New entry', 'First entry'], news: '1 new entry' })

  world.push()
  await page.getByText('1 new entry').waitFor()

  expect(await page.locator('#entry-New-entry').count()).toBe(0)
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Correct First entry')
  await page.getByRole('link', { name: 'Show it' }).click()
  expect(await page.locator('#entry-New-entry').count()).toBe(1)
})

test('the warning comes before the session ends, and it can be prolonged', async () => {
  world.sessionInSeconds = 4
  await page.reload()
  await page.getByRole('dialog').getByText('You will be signed out soon').waitFor({ timeout: 4000 })

  await page.getByRole('button', { name: 'Stay signed in' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })

  expect(world.timesProlonged).toBe(1)
})

test('when the session has ended the page is covered, and says that drafts are kept', async () => {
  world.sessionInSeconds = 2
  await page.reload()
  await page.getByText('You are signed out. Your drafts are kept.').waitFor({ timeout: 5000 })

  expect(await page.getByRole('link', { name: 'Sign in again' }).getAttribute('href')).toBe(
    '/sign-in?back=%2Fgallery%3Fa%3D1',
  )
  await page.keyboard.press('Escape')
  expect(await page.getByRole('dialog').isVisible()).toBe(true)
})

test('on a shared computer the page is left when the session ends, and the address tells nothing of it', async () => {
  Object.assign(world, { sessionInSeconds: 2, isShared: true })
  await page.reload()

  await page.waitForURL(/\/sign-in\/over$/, { timeout: 6000 })
})

test('a choice reveals what belongs to it, and “nothing” clears the rest', async () => {
  await page.getByLabel('Family').check()
  expect(await page.getByLabel('Address').isVisible()).toBe(true)
  await page.getByLabel('Own place').check()
  expect(await page.getByLabel('Address').isVisible()).toBe(false)

  await page.getByLabel('A bed').check()
  await page.getByLabel('Nothing').check()
  expect(await page.getByLabel('A bed').isChecked()).toBe(false)
  await page.getByLabel('A bed').check()
  expect(await page.getByLabel('Nothing').isChecked()).toBe(false)
})

test('the summary of problems takes the focus, and its link leads to the first box of a date', async () => {
  expect(await page.evaluate('document.activeElement.className')).toContain('govuk-error-summary')

  await page.getByRole('link', { name: 'Enter a day' }).click()

  expect(await page.evaluate('document.activeElement.name')).toBe('bornOn-day')
})

test('without JavaScript the page shows everything, and offers no button that cannot work', async () => {
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await plain.goto(world.url)

  expect(await plain.getByLabel('Address').isVisible()).toBe(true)
  expect(await plain.getByRole('button').allTextContents()).toEqual(['Sign out', 'Send'])
  expect(await plain.getByRole('link', { name: 'Release list' }).isVisible()).toBe(true)
  expect(await plain.getByRole('dialog').isVisible()).toBe(false)
  await plain.context().close()
})

test('without JavaScript a phone’s menu stays folded before the page until its link is followed', async () => {
  const phone = { viewport: { width: 375, height: 700 }, javaScriptEnabled: false }
  const plain = await (await browser.newContext(phone)).newPage()
  await plain.goto(world.url)
  const place = plain.getByRole('link', { name: 'Release list' })
  const isFolded = !(await place.isVisible())

  await plain.getByRole('link', { name: 'Menu' }).click()
  const isOpen = await place.isVisible()
  await plain.keyboard.press('Tab')

  expect([isFolded, isOpen]).toEqual([true, true])
  expect(await plain.locator(':focus').textContent()).toBe('My day')
  await plain.context().close()
})
