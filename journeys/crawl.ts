import type { BrowserContext, Page } from 'playwright-core'

/** A kind of page: its address with every id written as `id`, without what follows the question mark. */
export type PageKind = string

export interface Visit {
  kind: PageKind
  url: string
  status: number
}

const id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const notPages =
  /^\/(sign-out|language\/|assets\/|health\/|api\/v1\/)|\.(csv|pdf|json)$|\/live$|\/(pdf|csv|export|letter|file)$/

export const kindOf = (path: string): PageKind => path.split(/[?#]/)[0]!.replace(id, 'id')

/**
 * Opens every kind of page that somebody who signed in can reach by links, each once.
 *
 * @param visit - called with the page open.
 * @param seen - kinds that need no second look; kinds that were met are added.
 */
export async function crawl(
  context: BrowserContext,
  address: string,
  visit: (page: Page, visit: Visit) => Promise<void>,
  { seen = new Set<PageKind>(), start = ['/'] }: { seen?: Set<PageKind>; start?: string[] } = {},
): Promise<Visit[]> {
  const page = await context.newPage()
  const waiting = [...start]
  const met = new Set<PageKind>(start.map(kindOf))
  const visits: Visit[] = []

  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const answer = await page.goto(address + path, { waitUntil: 'load' })
    const arrived = new URL(page.url())
    const kind = kindOf(arrived.pathname)
    const made = { kind, url: arrived.pathname + arrived.search, status: answer?.status() ?? 0 }
    visits.push(made)
    if (!seen.has(kind)) {
      seen.add(kind)
      await visit(page, made)
    }
    for (const next of await linksOf(page, address)) {
      if (met.has(kindOf(next)) || notPages.test(next.split(/[?#]/)[0]!)) continue
      met.add(kindOf(next))
      waiting.push(next)
    }
  }
  await page.close()
  return visits
}

async function linksOf(page: Page, address: string): Promise<string[]> {
  const hrefs = await page.$$eval('a[href]:not([download]):not([target=_blank])', (links) =>
    links.map((link) => (link as unknown as { href: string }).href),
  )
  return hrefs.filter((href) => href.startsWith(`${address}/`)).map((href) => href.slice(address.length).split('#')[0]!)
}

/** Signs in by the form, as anybody does. */
export async function signIn(context: BrowserContext, address: string, email: string, password: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(`${address}/sign-in`)
  await page.locator('input[type=email], input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await page.close()
}
