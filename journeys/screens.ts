// A picture of every page as each role, on a desk and on a phone, into var/screens. On a demonstration of its own.
//   npm run screens -- [--locale it] [--role amira]
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { demonstrationPassword, demonstrationSignIns } from '../demo/sign-ins.ts'
import { openBrowser } from './browser.ts'
import { crawl, signIn } from './crawl.ts'
import { freePort, startSite } from './running-site.ts'

const { values } = parseArgs({
  options: { locale: { type: 'string', default: '' }, role: { type: 'string', default: '' } },
})
const folder = 'var/screens'
const desk = { width: 1280, height: 900 }
const phone = { width: 375, height: 812 }

const data = mkdtempSync(join(tmpdir(), 'screens-'))
const site = startSite(await freePort(), { DATA_DIR: data })
const browser = await openBrowser()
try {
  await site.ready()
  await picturesOf('nobody', undefined)
  for (const { email } of demonstrationSignIns) {
    const role = email.split('@')[0]!
    if (!values.role || values.role === role) await picturesOf(role, email)
  }
} finally {
  await browser.close()
  await site.stop()
  rmSync(data, { recursive: true, force: true })
}

async function picturesOf(role: string, email: string | undefined): Promise<void> {
  const context = await browser.newContext({ viewport: desk })
  if (email) await signIn(context, site.address, email, demonstrationPassword)
  if (values.locale) await context.request.get(`${site.address}/language/${values.locale}`)
  const into = join(folder, values.locale || 'en', role)
  mkdirSync(into, { recursive: true })

  const visits = await crawl(context, site.address, {
    start: [email ? '/' : '/sign-in'],
    visit: async (page, { kind }) => {
      const name = kind.replaceAll('/', '_').replace(/^_$/, '_first')
      for (const [size, viewport] of Object.entries({ desk, phone })) {
        await page.setViewportSize(viewport)
        await page.screenshot({ path: join(into, `${name}-${size}.png`), fullPage: true })
      }
      await page.setViewportSize(desk)
    },
  })
  await context.close()
  const broken = visits.filter(({ status }) => status >= 400)
  console.log(`${role}: ${visits.length} pages${broken.map(({ url, status }) => `\n  ${status} ${url}`).join('')}`)
}
