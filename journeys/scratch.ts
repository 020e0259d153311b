import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demonstrationPassword } from '../demo/sign-ins.ts'
import { openBrowser } from './browser.ts'
import { signIn } from './crawl.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { freePort, startSite } from './running-site.ts'
const into = '/tmp/relay-shots'
mkdirSync(into, { recursive: true })
const data = mkdtempSync(join(tmpdir(), 'scratch-'))
const site = startSite(await freePort(), { DATA_DIR: data })
const browser = await openBrowser()
try {
  await site.ready()
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  await signIn(context, site.address, 'amira@fernhall.example', demonstrationPassword)
  const page = await context.newPage()
  const shoot = async (url: string, name: string, locales = ['en']) => {
    for (const locale of locales) {
      await context.request.get(`${site.address}/language/${locale}`)
      await page.setViewportSize({ width: 1280, height: 900 })
      const r = await page.goto(site.address + url)
      console.log(name, locale, r?.status(), page.url())
      await page.screenshot({ path: `${into}/${name}-${locale}.png`, fullPage: true })
      if (locale === 'en') {
        console.log((await violationsOn(page)).join('\n'))
        await page.setViewportSize({ width: 390, height: 844 })
        await page.screenshot({ path: `${into}/${name}-phone.png`, fullPage: true })
        console.log((await violationsOn(page)).join('\n'), await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth'))
      }
    }
    await context.request.get(`${site.address}/language/en`)
  }
  await shoot('/handovers', 'list', ['en', 'it', 'nl'])
  const links = await page.locator('main tbody a.tl-link').evaluateAll((all: any) => all.map((a: any) => [a.getAttribute('href'), a.closest('tr').textContent]))
  console.log(links)
  const of = (word: string) => (links.find(([, text]: any) => text.includes(word)) as any)?.[0]
  await shoot('/', 'myday')
  const ids: Record<string, string> = {}
  await page.goto(site.address + '/handovers')
  const rows = await page.locator('main tbody tr').evaluateAll((all: any) => all.map((tr: any) => [tr.querySelector('a').getAttribute('href'), tr.textContent]))
  console.log(rows)
  for (const [href, text] of rows as any) {
    if (text.includes('Meeting to come')) ids.proposed = href
    if (text.includes('has not answered')) ids.held = href
    if (text.includes('The person said no')) ids.disagreed = href
    if (text.includes('Handed over')) ids.accepted = href
  }
  console.log(ids)
  await shoot(ids.proposed!, 'proposed', ['en', 'nl'])
  await shoot(`${ids.proposed}/meeting`, 'meeting', ['en', 'it'])
  await shoot(`${ids.proposed}/agenda`, 'agenda-live')
  await shoot(ids.held!, 'held', ['en', 'it'])
  await shoot(`${ids.held}/agenda`, 'agenda', ['en', 'nl'])
  await shoot(ids.disagreed!, 'disagreed')
  if (ids.accepted) await shoot(ids.accepted, 'accepted')
  await page.goto(site.address + '/handovers')
  const propose = await page.locator('a[href$="/handover"]').first().getAttribute('href')
  if (propose) await shoot(propose, 'propose', ['en', 'it', 'nl'])
  await page.goto(site.address + ids.held + '/agenda')
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 794, height: 1123 })
  await page.screenshot({ path: `${into}/agenda-print.png`, fullPage: true })
  await page.emulateMedia({ media: 'screen' })
} finally {
  await browser.close()
  await site.stop()
  rmSync(data, { recursive: true, force: true })
}
