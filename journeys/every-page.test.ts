import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
