import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../../../../journeys/browser.ts'
import { violationsOn } from '../../testing/accessibility.ts'
import { prepareAssets } from '../assets.ts'
import type { Assets } from '../page-context.ts'
import { Gallery } from './testing/gallery.tsx'
import { aPage, type Served, servePage } from './testing/serve-page.ts'

const widths = [320, 375, 768, 1280]
let assets: Assets
let served: Served
let browser: Browser

beforeAll(async () => {
  assets = await prepareAssets(mkdtempSync(join(tmpdir(), 'assets-')))
  served = await servePage(() => String(Gallery({ page: aPage(assets) })), assets)
  browser = await openBrowser()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  served?.server.close()
})

test.each(widths)(
  'every part can be used by everybody at %i px, and nothing runs off the side',
  async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 900 } })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(served.url)

    const violations = await violationsOn(page)
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

    expect(violations).toEqual([])
    expect(overflow).toBe(0)
    expect(complaints).toEqual([])
    await page.close()
  },
  60_000,
)

test('every drawing comes out of the sprite under the content security policy', async () => {
  const page = await browser.newPage()
  await page.goto(served.url)

  const empty = await page.$$eval('svg use', (drawings) =>
    drawings.filter((use) => use.checkVisibility() && !use.getBBox().width).map((use) => use.getAttribute('href')),
  )

  expect(empty).toEqual([])
  await page.close()
})
