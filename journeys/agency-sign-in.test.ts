import { expect, test } from 'vitest'
import { providersOn } from '../src/sign-in/provider/builders.ts'
import { openJourney } from './journey.ts'

const journey = await openJourney()
const { world, browser, site } = journey
const address = journey.address.replace('127.0.0.1', 'localhost') // the provider's cookies stay with the provider
site.app.site.publicUrl = address
const through = providersOn(world, site)

test.each([true, false])(
  'a worker comes in through their agency’s own provider, and whoever left it does not (JavaScript: %s)',
  async (javaScriptEnabled) => {
    const agency = await through.anAgencyWithProvider()
    const { person } = await through.aWorkerOf(agency)
    const page = await (await browser.newContext({ locale: 'en-GB', javaScriptEnabled })).newPage()
    const atDesk = async (who: typeof person) => {
      agency.desk.person = who
      await page.goto(`${address}/account/sessions`) // which asks who they are, and leads back here
      await page.getByRole('link', { name: 'Sign in through your agency' }).click()
      await page.locator(`a[href^="/sign-in/agency/${agency.id}"]`).click()
    }

    await atDesk(person)
    await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor()
    const arrived = page.url()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.context().clearCookies({ domain: '127.0.0.1' }) // signed out there too
    await atDesk({ sub: 'a stranger', email: 'stranger@agency.example' })
    const refused = await page.textContent('main')

    expect(arrived).toBe(`${address}/account/sessions`)
    expect(refused).toContain('you have no account here')
    await agency.close()
  },
)
