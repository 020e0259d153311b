import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agencyTexts, workerTexts } from '../demo/content.ts'
import { demonstrationPassword, demonstrationSignIns } from '../demo/sign-ins.ts'
import { openBrowser } from './browser.ts'
import { crawl, signIn } from './crawl.ts'
import { freePort, type RunningSite, startSite } from './running-site.ts'

// Pages are read here and not drawn: every-page.accessibility.ts draws each kind, on a desktop and on a phone.

const folder = mkdtempSync(join(tmpdir(), 'every-page-'))
let site: RunningSite
let browser: Browser

beforeAll(async () => {
  site = startSite(await freePort(), { DATA_DIR: folder })
  ;[browser] = await Promise.all([openBrowser(), site.ready()])
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('a first start says where the site is and how to sign in to the demonstration', () => {
  expect(site.printed()).toContain(`Throughline is at ${site.address}`)
  for (const { email } of demonstrationSignIns) expect(site.printed()).toContain(email)
})

test.each(['nobody', ...demonstrationSignIns.map(({ email }) => email)])(
  '%s: every page that links lead to opens',
  async (email) => {
    const context = await browser.newContext()
    if (email !== 'nobody') await signIn(context, site.address, email, demonstrationPassword)

    const visits = await crawl(context, site.address, { start: [email === 'nobody' ? '/sign-in' : '/'] })
    await context.close()

    expect(visits.filter(({ status }) => status !== 200)).toEqual([])
    expect(visits.length).toBeGreaterThan(1)
  },
  120_000,
)

test('what one manager of the demonstration claimed is approved by a second, whose agency holds the contract', async () => {
  const context = await browser.newContext()
  await signIn(context, site.address, 'simon@wexley-probation.example', demonstrationPassword)
  const page = await context.newPage()

  await page.goto(`${site.address}/contracts`)
  await page.getByRole('link', { name: 'Twelve weeks outside' }).click()
  await page.getByRole('link', { name: /^Not back in prison, / }).click()
  await page.getByLabel('Yes, approve it').check()
  await page.getByRole('button', { name: 'Keep the decision' }).click()

  await page.getByText('The decision is kept.').waitFor()
  await context.close()
})

test('no probation service, council or charity of the demonstration has one manager alone: what one asks for, another decides', () => {
  const agencies = agencyTexts.filter(({ kind }) => ['probation', 'council', 'charity'].includes(kind))

  const alone = agencies.filter(({ code }) => {
    return workerTexts.filter(({ agency, roles }) => agency === code && roles.includes('MANAGER')).length === 1
  })

  expect(alone).toEqual([])
})
