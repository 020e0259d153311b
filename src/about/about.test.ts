import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const titles = {
  '/help': { en: 'Help', it: 'Aiuto', nl: 'Hulp' },
  '/who-can-see-what': { en: 'Who can see what', it: 'Chi può vedere che cosa', nl: 'Wie kan wat zien' },
  '/accessibility': { en: 'Accessibility', it: 'Accessibilità', nl: 'Toegankelijkheid' },
  '/privacy': { en: 'Privacy', it: 'Privacy', nl: 'Privacy' },
}

test('every link of the footer leads somewhere, for everybody, in three languages', async () => {
  const { body: home } = await site.get(undefined, '/sign-in')

  for (const [url, said] of Object.entries(titles)) {
    expect(home).toContain(`href="${url}"`)
    for (const [locale, title] of Object.entries(said)) {
      const page = await site.get(undefined, url, { headers: { 'accept-language': locale } })
      expect(page.statusCode).toBe(200)
      expect(page.body).toContain(`<h1 class="govuk-heading-l">${title}</h1>`)
    }
  }
})

test('help shows what fits the account', async () => {
  const worker = await world.aWorkerAt('Prison')
  const administrator = await world.aColleagueOf(worker, { roles: ['ADMINISTRATOR'] })

  const [nobody, ofWorker, ofAdministrator] = [
    await site.get(undefined, '/help'),
    await site.get(worker, '/help'),
    await site.get(administrator, '/help'),
  ].map(({ body }) => body)

  expect(nobody).not.toContain('Asking a service for help')
  expect(ofWorker).toContain('Asking a service for help')
  expect(ofWorker).not.toContain('Users and teams')
  expect(ofAdministrator).toContain('Users and teams')
  expect(ofAdministrator).not.toContain('Asking a service for help')
})

test('who can see what is read from the agreement, so it changes when the agreement does', async () => {
  const before = await site.get(undefined, '/who-can-see-what')
  await world.inspect(`insert into agreement_grant (agreement_id, agency_kind, relationship, field_group)
    select id, 'police', 'REFERRED', 'risk' from agreement`)

  const after = await site.get(undefined, '/who-can-see-what')

  expect(before.body).toContain('Prison also: risk')
  expect(before.body).not.toContain('Police also: risk')
  expect(after.body).toContain('Police also: risk')
})

test('privacy names who watches over the law of this partnership', async () => {
  const english = await site.get(undefined, '/privacy')
  await world.inspect(`update partnership set jurisdiction = 'NL'`)
  const dutch = await site.get(undefined, '/privacy')

  expect(english.body).toContain('ico.org.uk')
  expect(english.body).not.toContain('at the foot of this page')
  expect(english.body.split('<footer')[0]).toContain('href="/who-can-see-what"')
  expect(dutch.body).toContain('autoriteitpersoonsgegevens.nl')
  expect(dutch.body).not.toContain('ico.org.uk')
})
