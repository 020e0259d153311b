import type { IncomingMessage, Server } from 'node:http'
import { expect, test } from 'vitest'
import { openJourney, phone } from './journey.ts'

const { world, site, address, contextOf } = await openJourney()

const mostLost = 4 // a browser tries twice by itself

/** Requests for the note's page are hung up on, as a wire does that fails: four times, or until the site is asked whether it is there. */
function hangUp(until: 'often' | 'asked') {
  let lost = 0
  let isWhole = false
  const server = site.app.server as Server
  const hear = (request: IncomingMessage) => {
    if (request.url === '/health/live') isWhole ||= until === 'asked'
    if (request.url !== '/key-work/note' || isWhole) return
    lost += 1
    isWhole = until === 'often' && lost === mostLost
    request.socket.destroy()
  }
  server.prependListener('request', hear)
  return { lost: () => lost, mend: () => server.off('request', hear) }
}

async function aReadyPhone() {
  const context = await contextOf(await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' }), phone)
  const page = await context.newPage()
  await page.goto(`${address}/key-work/note`)
  await page.locator('form[data-shell-kept]').waitFor()
  return page
}

test.each([
  { until: 'often', how: 'fails for a moment', comesFrom: '/key-work/note' },
  { until: 'asked', how: 'comes back while the kept page opens', comesFrom: '/key-work/note?again' },
] as const)(
  'with a network that $how the page itself is shown, and not what was kept',
  async ({ until, comesFrom }) => {
    const page = await aReadyPhone()
    const wire = hangUp(until)

    await page.goto(`${address}/key-work/note`)
    await page.getByText('This device is ready for the wing').waitFor()
    wire.mend()

    expect(wire.lost()).toBeGreaterThan(1)
    expect(page.url()).toBe(`${address}${comesFrom}`)
    expect(await page.getByText('There is no network here').count()).toBe(0)
  },
  60_000,
)
