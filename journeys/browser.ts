import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Browser, type Locator, chromium as playwright } from 'playwright-core'

const folder = resolve('node_modules/.cache/chromium')

// Not the package's own arguments: they are made for Lambda, where Chromium runs in one process and dies when a context
// is closed; one start in sixty of the rest crashed here.
const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none']

/**
 * The browser that npm carries, with its libraries and fonts, or the one that CHROMIUM_PATH names. Unpacked into the
 * project: /tmp is everybody's.
 */
export async function openBrowser(): Promise<Browser> {
  const browser = await launch()
  await waitForWholePages(browser)
  return browser
}

async function launch(): Promise<Browser> {
  const own = process.env['CHROMIUM_PATH']
  if (own) return playwright.launch({ executablePath: own, args })
  if (!existsSync(folder)) await unpack()
  return playwright.launch({
    executablePath: join(folder, 'chromium'),
    args,
    env: { ...process.env, FONTCONFIG_PATH: join(folder, 'fonts'), LD_LIBRARY_PATH: join(folder, 'al2023/lib') },
  })
}

let waiting = false

/**
 * A click or a key waits here until the page that it leads to is whole. Playwright waits until that page begins, and
 * what is counted or read at once (`count`, `allTextContents`) was then now and then of half a page.
 */
async function waitForWholePages(browser: Browser): Promise<void> {
  if (waiting) return
  waiting = true
  const page = await browser.newPage()
  const locators: Pick<Locator, 'click' | 'press'> = Object.getPrototypeOf(page.locator('html'))
  const { click, press } = locators
  const whole = async (locator: Locator) => {
    if (!locator.page().isClosed()) await locator.page().waitForLoadState('domcontentloaded')
  }
  locators.click = async function (this: Locator, ...given) {
    await click.apply(this, given)
    await whole(this)
  }
  locators.press = async function (this: Locator, ...given) {
    await press.apply(this, given)
    await whole(this)
  }
  await page.close()
}

/** Beside it, then renamed, so that a half-unpacked browser is never taken for a whole one. */
async function unpack(): Promise<void> {
  mkdirSync(resolve(folder, '..'), { recursive: true })
  const half = mkdtempSync(`${folder}.half-`)
  const { TMPDIR } = process.env
  Object.assign(process.env, { TMPDIR: half, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }) // else without the libraries
  await chromium.executablePath()
  Object.assign(process.env, { TMPDIR: TMPDIR ?? '/tmp' })
  delete process.env['AWS_EXECUTION_ENV']
  const fonts = join(half, 'fonts/fonts.conf')
  writeFileSync(fonts, readFileSync(fonts, 'utf8').replaceAll('/tmp/', `${folder}/`))
  try {
    renameSync(half, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    rmSync(half, { recursive: true }) // another test file was first
  }
}
