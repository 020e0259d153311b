import type { IncomingMessage, Server } from 'node:http'
import { expect, test } from 'vitest'
import { openJourney, phone } from './journey.ts'

const { world, site, address, contextOf } = await openJourney()

/** The next requests for the note's page are hung up on, as a wire does that fails for a moment. */
function hangUp(times: number) {
  let left = times
  const server = site.app.server as Server
  const hear = (request: IncomingMessage) => {
    if (request.url !== '/key-work/note' || left === 0) return
    left -= 1
    request.socket.destroy()
  }
  server.prependListener('request', hear)
  return { left: () => left, end: () => server.off('request', hear) }
}

async function aReadyPhone() {
  const context = await contextOf(await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' }), phone)
  const page = await context.newPage()
  await page.goto(`${address}/key-work/note`)
  await page.locator('form[data-shell-kept]').waitFor()
  return page
}

test.each([
  { lost: 2, is: 'once and again', comesFrom: '/key-work/note' },
  { lost: 4, is: 'for longer than two tries', comesFrom: '/key-work/note?again' },
])(
  'with a network that fails $is the page itself comes, and not what was kept',
  async ({ lost, comesFrom }) => {
    const page = await aReadyPhone()
    const wire = hangUp(lost)

    await page.goto(`${address}/key-work/note`)
    await page.getByText('This device is ready for the wing').waitFor()
    wire.end()

    expect(wire.left()).toBe(0)
    expect(page.url()).toBe(`${address}${comesFrom}`)
    expect(await page.getByText('There is no network here').count()).toBe(0)
  },
  60_000,
)
