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
  /^\/(sign-out|language\/|assets\/|health\/|api\/v1\/)|\.(csv|pdf|json|xml)$|\/live$|\/(pdf|csv|export|letter|file)$|\/claims\/[^/]+\/receipt$/

export const kindOf = (path: string): PageKind => path.split(/[?#]/)[0]!.replace(id, 'id')

interface Round {
  start?: string[]
  /** Called with the page open; left out, pages are only read. */
  visit?: (page: Page, visit: Visit) => Promise<void>
  /** Kinds that need no second look; kinds that were met are added. */
  seen?: Set<PageKind>
}

/** Goes to every kind of page that somebody who signed in can reach by links, each once. */
export async function crawl(
  context: BrowserContext,
  address: string,
  { start = ['/'], visit, seen = new Set<PageKind>() }: Round = {},
): Promise<Visit[]> {
  const page = await context.newPage()
  const waiting = [...start]
  const met = new Set<PageKind>(start.map(kindOf))
  const visits: Visit[] = []

  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const isOnlyRead = !visit || seen.has(kindOf(path))
    let opened = isOnlyRead ? await read(page, address + path) : await open(page, address + path)
    if (visit && !seen.has(kindOf(opened.path))) {
      if (opened.isOnlyRead) opened = await open(page, address + path)
      seen.add(kindOf(opened.path))
      await visit(page, { kind: kindOf(opened.path), url: opened.path, status: opened.status })
    }
    visits.push({ kind: kindOf(opened.path), url: opened.path, status: opened.status })
    for (const next of opened.hrefs.filter((href) => href.startsWith(`${address}/`)).map(pathOf)) {
      if (met.has(kindOf(next)) || notPages.test(next.split('?')[0]!)) continue
      met.add(kindOf(next))
      waiting.push(next)
    }
  }
  await page.close()
  return visits
}

interface Opened {
  /** Where it led, redirects followed. */
  path: string
  status: number
  hrefs: string[]
  isOnlyRead: boolean
}

const pathOf = (href: string) => new URL(href).pathname + new URL(href).search

const links = 'a[href]:not([download]):not([target=_blank])'

async function open(page: Page, url: string): Promise<Opened> {
  const answer = await page.goto(url, { waitUntil: 'load' })
  const hrefs = await page.$$eval(links, (found) => found.map((link) => (link as unknown as { href: string }).href))
  return { path: pathOf(page.url()), status: answer?.status() ?? 0, hrefs, isOnlyRead: false }
}

/** The page's status and links without drawing it, from the page that is open: a third of the time. */
async function read(page: Page, url: string): Promise<Opened> {
  if (!page.url().startsWith('http')) return open(page, url)
  const answer = await page.evaluate<{ url: string; status: number; hrefs: string[] }>(`(async () => {
    const answer = await fetch(${JSON.stringify(url)})
    const read = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const hrefs = [...read.querySelectorAll(${JSON.stringify(links)})].map((link) => link.getAttribute('href'))
    return { url: answer.url, status: answer.status, hrefs: hrefs.map((href) => new URL(href, answer.url).href) }
  })()`)
  return { path: pathOf(answer.url), status: answer.status, hrefs: answer.hrefs, isOnlyRead: true }
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
