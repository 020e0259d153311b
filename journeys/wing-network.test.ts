import type { IncomingMessage, Server } from 'node:http'
import { expect, test } from 'vitest'
import { openJourney, phone } from './journey.ts'

const { world, site, address, contextOf } = await openJourney()

/** Requests for the note's page are hung up on, as a wire does that fails, until the site is asked whether it is there. */
function hangUp() {
  let isWhole = false
  const hear = (request: IncomingMessage) => {
    if (request.url === '/health/live') isWhole = true
    if (request.url === '/key-work/note' && !isWhole) request.socket.destroy()
  }
  ;(site.app.server as Server).prependListener('request', hear)
}

test('with a network that comes back while the kept page opens the page itself is shown, once, and not what was kept', async () => {
  const context = await contextOf(await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' }), phone)
  const page = await context.newPage()
  await page.goto(`${address}/key-work/note`)
  await page.locator('form[data-shell-kept]').waitFor()
  hangUp()

  await page.goto(`${address}/key-work/note`)
  await page.getByText('This device is ready for the wing').waitFor()

  expect(page.url()).toBe(`${address}/key-work/note?again`)
  expect(await page.getByText('There is no network here').count()).toBe(0)
})
