import { expect, test } from 'vitest'
import { aCase } from '../src/cases/builders.ts'
import { findLinks } from '../src/links/index.ts'
import { systemFor } from '../src/platform/jobs.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { openJourney, phone, plainPhone } from './journey.ts'

const { world, address, pageOf } = await openJourney()

test('a coordinator decides of a pair by its weights, and turns it round a day later, without JavaScript too', async () => {
  const prison = await world.aWorkerAt('HMP Fernhall', { kind: 'prison' })
  const police = await world.aWorkerAt('Police', { kind: 'police' })
  const cora = await world.aWorkerAt('Council', { roles: ['COORDINATOR'], name: 'Cora Bell' })
  await aCase(world, prison, { givenName: 'Kwame', familyName: 'Boateng', bornOn: '1979-03-11' })
  await aCase(world, police, { givenName: 'Boateng', familyName: 'Kwame', bornOn: '1979-11-03' })
  for (const n of Array.from({ length: 30 }, (_, n) => n))
    await world.insert(
      'insert into person (given_name, family_name, born_on, owner_agency_id) values ($1, $2, $3, $4)',
      [`Given${n * 7}`, `Family${n * 11}`, `19${60 + n}-05-17`, prison.agencyId],
    )
  await findLinks(world.database, systemFor(prison.agencyId))
  const [page, plain] = [await pageOf(cora, phone), await pageOf(cora, plainPhone)]

  await page.goto(`${address}/settings`)
  await page.getByRole('link', { name: 'One person, two records' }).first().click()
  const faults = await violationsOn(page)
  await page.getByRole('link', { name: /likely$/ }).click()
  await page.getByText('Given and family name the other way round').waitFor()
  faults.push(...(await violationsOn(page)))
  const content = await page.getByText(/Boateng|Kwame|1979/).count()
  await page.getByLabel('Yes, one person').check()
  await page.getByRole('button', { name: 'Keep the decision' }).click()
  await page.getByText('Write why you think so').first().waitFor()
  const isKept = await page.getByLabel('Yes, one person').isChecked()
  await page.getByLabel('Why do you think so?').fill('The police know him by his day name.')
  await page.getByRole('button', { name: 'Keep the decision' }).click()
  await page.getByText('Kept: they are one person.').waitFor()

  await plain.goto(`${address}/links?state=JOINED`)
  await plain.getByRole('link', { name: /likely$/ }).click()
  await plain.getByLabel('No, two people').check()
  await plain.getByLabel('Why do you think so?').fill('His brother came in today.')
  await plain.getByRole('button', { name: 'Keep the decision' }).click()
  await plain.getByText('Kept: they are two people.').waitFor()
  const history = await plain.getByText('The police know him by his day name.').count()
  await page.goto(`${address}/links/rates`)
  faults.push(...(await violationsOn(page)))

  expect(faults).toEqual([])
  expect([content, isKept, history]).toEqual([0, true, 1])
})
