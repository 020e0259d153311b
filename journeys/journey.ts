import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, vi } from 'vitest'
import type { Actor } from '../src/platform/database.ts'
import { openSite, type Site } from '../src/platform/testing/site.ts'
import { openWorld, type World } from '../src/platform/testing/world.ts'
import { openBrowser } from './browser.ts'

/** A world of a test file's own, the site over it, and a browser before it. */
export interface Journey {
  world: World
  site: Site
  browser: Browser
  /** Where the site listens, such as http://127.0.0.1:40123 */
  address: string
  /** Whoever sat at this page leaves, and the actor has signed in. */
  signIn(page: Page, actor: Actor): Promise<void>
  /** A browser of somebody's own, signed in; nobody's where no actor is given. */
  contextOf(actor: Actor | undefined, options?: BrowserContextOptions): Promise<BrowserContext>
  /** A page in such a browser. */
  pageOf(actor: Actor | undefined, options?: BrowserContextOptions): Promise<Page>
}

/** A phone's width. */
export const phone = { viewport: { width: 375, height: 800 } }

/** On a phone without JavaScript: a page that works there works anywhere. */
export const plainPhone = { ...phone, javaScriptEnabled: false }

/**
 * Opens a journey, closed after the tests of the file that opens it.
 *
 * @param prepare - what the world holds before the site starts.
 */
export async function openJourney(prepare?: (world: World) => Promise<unknown>): Promise<Journey> {
  vi.setConfig({ testTimeout: 240_000 }) // only ends what hangs: how fast a page is, the bench says
  const world = await openWorld()
  await prepare?.(world)
  const site = await openSite(world)
  const address = await site.listen()
  const browser = await openBrowser()
  afterAll(async () => {
    await browser.close()
    await site.close()
    await world.close()
  })

  const enter = async (context: BrowserContext, actor: Actor) => {
    const [name, value] = (await site.cookieFor(actor)).split('=')
    await context.clearCookies()
    await context.addCookies([{ name: name!, value: value!, url: address }])
  }
  const contextOf: Journey['contextOf'] = async (actor, options = {}) => {
    const context = await browser.newContext({ locale: 'en-GB', ...options })
    context.setDefaultTimeout(30_000)
    if (actor) await enter(context, actor)
    return context
  }
  const pageOf: Journey['pageOf'] = async (actor, options) => (await contextOf(actor, options)).newPage()
  const signIn: Journey['signIn'] = (page, actor) => enter(page.context(), actor)
  return { world, site, browser, address, signIn, contextOf, pageOf }
}
