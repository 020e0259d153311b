import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demonstrationPassword, demonstrationSignIns } from '../demo/sign-ins.ts'
import { carryAxe, rulesOfLayout, violationsOn } from '../src/platform/testing/accessibility.ts'
import { openBrowser } from './browser.ts'
import { crawl, type PageKind, signIn } from './crawl.ts'
import { freePort, type RunningSite, startSite } from './running-site.ts'

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

const seen = new Set<PageKind>() // a kind of page is tried once, as the first who meets it

test.each(['nobody', ...demonstrationSignIns.map(({ email }) => email)])(
  '%s: every page that links lead to can be used by everybody, and fits a phone',
  async (email) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    await carryAxe(context)
    if (email !== 'nobody') await signIn(context, site.address, email, demonstrationPassword)
    const faults: string[] = []

    const visits = await crawl(context, site.address, {
      seen,
      start: [email === 'nobody' ? '/sign-in' : '/'],
      visit: async (page, { kind }) => {
        faults.push(...(await violationsOn(page)).map((violation) => `${kind}: ${violation}`))
        await page.setViewportSize({ width: 375, height: 900 })
        faults.push(...(await violationsOn(page, rulesOfLayout)).map((violation) => `${kind} on a phone: ${violation}`))
        if (await isTooWide(page)) faults.push(`${kind}: scrolls sideways on a phone`)
        await page.setViewportSize({ width: 1280, height: 900 })
      },
    })
    await context.close()

    expect(visits.filter(({ status }) => status !== 200)).toEqual([])
    expect(faults).toEqual([])
    expect(visits.length).toBeGreaterThan(1)
  },
  240_000,
)

const isTooWide = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
