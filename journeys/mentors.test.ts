import { expect, test } from 'vitest'
import { aMatch, aMentee, aMentor } from '../src/mentors/builders.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { openJourney, phone } from './journey.ts'

const { world, address, pageOf } = await openJourney()

test('a mentor logs a meeting in three touches on a phone, claims the journey, and the supervisor and the treasurer do the rest', async () => {
  const dee = await world.aWorkerAt('Second Step', { kind: 'charity', roles: ['MANAGER'], name: 'Dee Parry' })
  const treasurer = await world.aColleagueOf(dee, { roles: ['TREASURER'], name: 'Ian Webb' })
  const rosa = await aMentor(world, dee)
  const danny = await aMentee(world, dee)
  await aMentee(world, dee, { givenName: 'Kim', familyName: 'Lowe' })
  await aMatch(world, dee, rosa, danny.wishId)

  const money = await pageOf(treasurer, phone)
  await money.goto(`${address}/expenses/funds`)
  expect(await violationsOn(money)).toEqual([])
  await money.getByLabel('Name of the fund').fill('Lottery')
  await money.getByLabel('How much there is').fill('1000')
  const from = money.getByRole('group', { name: 'From', exact: true }).first()
  for (const [part, typed] of [['Day', '1'], ['Month', '1'], ['Year', '2026']] as const) await from.getByLabel(part).fill(typed) // biome-ignore format: one line
  await money.getByLabel('Account that it is paid from: name').fill('Second Step')
  await money.getByLabel('Account that it is paid from: IBAN').fill('GB29NWBK60161331926819')
  await money.getByRole('button', { name: 'Add a fund' }).click()

  const page = await pageOf(rosa.actor, phone)
  await page.goto(`${address}/`)
  expect(await violationsOn(page)).toEqual([])
  const touches = [
    () => page.getByRole('button', { name: 'Log with Danny' }).click(),
    () => page.getByLabel('30 min').check(),
    () => page.getByRole('button', { name: 'Save' }).click(),
  ]
  for (const touch of touches) await touch()
  expect(await page.getByText('We met, Danny').count()).toBe(1)
  await page.getByRole('link', { name: 'Claim expenses' }).click()
  await page.getByRole('link', { name: 'Say to which account' }).click()
  await page.getByLabel('IBAN').fill('NL91 ABNA 0417 1643 01')
  await page.getByRole('button', { name: 'Save' }).click()
  expect(await page.getByLabel('IBAN').inputValue()).toBe('NL91 ABNA 0417 1643 01') // wrong, and kept to be mended
  await page.getByLabel('IBAN').fill('NL91 ABNA 0417 1643 00')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Claim a journey' }).click()
  expect(await violationsOn(page)).toEqual([])
  await page.getByLabel('From', { exact: true }).fill('Wexley')
  await page.getByLabel('To', { exact: true }).fill('The library')
  await page.getByLabel('How far one way').fill('10')
  await page.getByRole('button', { name: 'Claim' }).click()
  expect(await page.getByText('£4.50').count()).toBe(1)

  const desk = await pageOf(dee, phone)
  for (const place of [
    '/mentors',
    '/mentees',
    `/mentors/${rosa.mentorId}`,
    '/mentors/evidence',
    '/mentors/new',
    `/cases/${danny.id}/mentor`,
    '/delivery',
  ]) {
    await desk.goto(`${address}${place}`)
    expect([place, await violationsOn(desk), await desk.evaluate('document.documentElement.scrollWidth')]).toEqual([place, [], 375]) // biome-ignore format: one line
  }
  await desk.goto(`${address}/expenses/claims`)
  expect(await violationsOn(desk)).toEqual([])
  await desk.getByRole('button', { name: 'Approve' }).click()

  await money.goto(`${address}/expenses/funds`)
  await money.getByRole('button', { name: 'Make a batch of £4.50' }).click()
  expect(await violationsOn(money)).toEqual([])
  await money.getByRole('button', { name: 'The bank has paid it' }).click()
  await page.goto(`${address}/expenses`)
  expect(await page.getByText('Paid', { exact: true }).count()).toBe(1)
})
