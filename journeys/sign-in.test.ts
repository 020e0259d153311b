import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '../src/platform/database.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { aPasswordOf, goodPassword } from '../src/sign-in/builders.ts'
import { capability } from '../src/sign-in/index.ts'
import { openJourney } from './journey.ts'

const journey = await openJourney()
const { world, browser, address } = journey
const monday = new Date('2026-03-02T09:30:00Z')
beforeEach(() => {
  world.time.now = monday
})

const later = (minutes: number) => {
  world.time.now = new Date(world.time.now.getTime() + minutes * 60_000)
}
const aPage = async (options = {}) => (await browser.newContext({ locale: 'en-GB', ...options })).newPage()
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent()

async function signIn(page: Page, email: string, password = goodPassword): Promise<void> {
  await page.getByLabel('Work email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('without JavaScript: a wrong password, the right one, back to the page that was asked for, and out', async () => {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const email = await aPasswordOf(world, amira)
  const page = await aPage({ javaScriptEnabled: false })

  await page.goto(`${address}/account/sessions`)
  await signIn(page, email, 'not the password')
  const wrong = await page.getByRole('alert').textContent()
  const kept = await page.getByLabel('Work email address').inputValue()
  await signIn(page, email)
  const arrived = [await heading(page), await page.title()]
  await page.getByRole('button', { name: 'Sign out' }).click()
  const out = await page.getByRole('alert').textContent()
  await page.goto(`${address}/account/sessions`)

  expect(wrong).toContain('The email address or the password is not right')
  expect(kept).toBe(email)
  expect(arrived).toEqual(['Where you are signed in', 'Where you are signed in – Throughline'])
  expect(out).toContain('You are signed out')
  expect(await heading(page)).toBe('Sign in')
})

test('without JavaScript: a forgotten password is renewed by the link in the mail', async () => {
  const amira = await world.aWorkerAt('HMP Fernhall')
  const email = await aPasswordOf(world, amira)
  const administrator = await world.aColleagueOf(amira, { roles: ['ADMINISTRATOR'] })
  const page = await aPage({ javaScriptEnabled: false })

  await page.goto(`${address}/sign-in`)
  await page.getByRole('link', { name: 'I cannot sign in' }).click()
  await page.getByLabel('Work email address').fill(email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  const sent = await heading(page)
  await page.goto(address + (await linkInMail(administrator)))
  await page.getByLabel('New password').fill('short')
  await page.getByRole('button', { name: 'Set password' }).click()
  const tooShort = await page.getByRole('alert').textContent()
  await page.getByLabel('New password').fill('seven lanterns on quiet water')
  await page.getByRole('button', { name: 'Set password' }).click()
  const done = await page.getByRole('alert').textContent()
  await signIn(page, email, 'seven lanterns on quiet water')

  expect(sent).toBe('Look in your mail')
  expect(tooShort).toContain('Use at least 12 characters')
  expect(done).toContain('Your password is set')
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
})

/** Runs the worker until the mail is there, and reads it on the page that shows it where no mail server is set. */
async function linkInMail(reader: Actor): Promise<string> {
  const worker = await world.startWorker(capability.jobs!)
  const page = await aPage()
  await journey.signIn(page, reader)
  await expect.poll(() => textOf(page, '/mail'), { timeout: 10_000 }).toContain('/mail/')
  await worker.stop()
  await page.getByRole('link', { name: 'A new password for Throughline' }).first().click()
  const href = await page.getByRole('link', { name: /new-password/ }).getAttribute('href')
  return new URL(href!).pathname
}

async function textOf(page: Page, path: string): Promise<string> {
  await page.goto(address + path)
  return page.content()
}

test('a form that is sent after the session ended loses nothing: what was typed is shown, and sent again', async () => {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const email = await aPasswordOf(world, amira)
  const page = await aPage()

  await page.goto(`${address}/account`)
  await signIn(page, email)
  await page.getByLabel('Job title').fill('Key worker on B wing')
  later(16)
  await page.getByRole('button', { name: 'Save' }).click()
  const shown = await page.getByRole('main').textContent()
  const again = await page.context().newPage()
  await again.goto(`${address}/sign-in`)
  await signIn(again, email)
  await again.getByRole('button', { name: 'Sign out' }).waitFor()
  await page.getByRole('main').getByRole('button').click()
  await page.getByRole('alert').getByText('Saved').waitFor()

  expect(shown).toContain('Key worker on B wing')
  expect(await page.getByLabel('Job title').inputValue()).toBe('Key worker on B wing')
})

test('the pages before and around sign-in have no barrier, at a desk and on a phone', async () => {
  const amira = await world.aWorkerAt('HMP Fernhall', { roles: ['WORKER', 'ADMINISTRATOR', 'COORDINATOR'] })
  const places = [
    '/sign-in',
    '/sign-in/forgotten',
    '/sign-in/new-password/none',
    '/help',
    '/who-can-see-what',
    '/privacy',
  ]
  const own = ['/account', '/account/password', '/account/sessions', '/mail', '/settings', '/settings/users']
  const kept = [
    '/settings/users/new',
    '/settings/teams',
    '/settings/agencies',
    '/settings/partnership',
    '/settings/pathways',
  ]

  const barriers = []
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 320, height: 640 },
  ]) {
    const page = await aPage({ viewport })
    for (const path of [...places, ...own, ...kept]) {
      if (path === '/account') await journey.signIn(page, amira)
      await page.goto(address + path)
      const violations = await violationsOn(page)
      const wide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
      if (violations.length > 0 || wide) barriers.push({ path, wide, violations })
    }
  }

  expect(barriers).toEqual([])
})
