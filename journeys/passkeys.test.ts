import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { aPasswordOf, goodPassword } from '../src/sign-in/builders.ts'
import { openJourney } from './journey.ts'

const journey = await openJourney()
const { world, browser } = journey
const address = journey.address.replace('127.0.0.1', 'localhost') // passkeys belong to a name
journey.site.app.site.publicUrl = address

/** A page in a browser whose device keeps passkeys, and asks for a finger. */
async function aPageWithDevice(): Promise<{ page: Page; willRefuse(refuses: boolean): Promise<unknown> }> {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const willRefuse = (refuses: boolean) =>
    session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: !refuses })
  return { page, willRefuse }
}

async function signInByPassword(page: Page, email: string): Promise<void> {
  await page.getByLabel('Work email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(goodPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

test('somebody adds a passkey, signs in with it, proves with it who they are, and takes it away', async () => {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const email = await aPasswordOf(world, amira)
  const { page, willRefuse } = await aPageWithDevice()

  await page.goto(`${address}/account`)
  await signInByPassword(page, email)
  await page.getByRole('link', { name: 'Passkeys' }).click()
  const empty = await violationsOn(page)
  await page.getByLabel('Name').fill('Phone of the wing')
  await page.getByRole('button', { name: 'Make the passkey' }).click()
  await page.getByText('Your passkey is added').waitFor()
  const full = await violationsOn(page)
  await page.getByRole('button', { name: 'Sign out' }).click()

  const door = await violationsOn(page)
  const isTroubled = await page.getByText('You could not be signed in with a passkey').isVisible()
  await willRefuse(true)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByText('You could not be signed in with a passkey').waitFor()
  await willRefuse(false)
  await page.goto(`${address}/account/passkeys`)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByRole('rowheader', { name: 'Phone of the wing' }).waitFor()

  world.time.now = new Date(world.time.now.getTime() + 11 * 60_000)
  await page.getByRole('button', { name: 'Remove Phone of the wing' }).click()
  const again = await violationsOn(page)
  await page.getByRole('button', { name: 'Use your passkey' }).click()
  await page.getByText('The passkey is removed').waitFor()

  expect(isTroubled).toBe(false)
  expect([...empty, ...full, ...door, ...again]).toEqual([])
})

test('without JavaScript no button for passkeys is shown, and the password is there', async () => {
  const page = await (await browser.newContext({ locale: 'en-GB', javaScriptEnabled: false })).newPage()

  await page.goto(`${address}/sign-in`)

  expect(await page.getByRole('button').allTextContents()).toEqual(['Sign in', 'This computer is shared'])
  expect(await page.getByLabel('Password', { exact: true }).isVisible()).toBe(true)
})
