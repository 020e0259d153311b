import { expect, test } from 'vitest'
import { aCase } from '../src/cases/builders.ts'
import { addSupervision } from '../src/cases/index.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { openJourney, phone, plainPhone } from './journey.ts'

const { world, address, pageOf } = await openJourney()

test('Amira hands Danny over to Jo in a meeting of three: he says yes on a plain phone, she accepts, and only then is she responsible', async () => {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const jo = await world.aWorkerAt('Wexley Probation', { name: 'Jo Bell', kind: 'probation' })
  const danny = await aCase(world, amira, { givenName: 'Danny', familyName: 'Okafor', number: 'A1234BC' })
  await world.database.change(amira, (change) => addSupervision(change, danny.id, { agencyId: jo.agencyId }))
  const [prison, outside] = [await pageOf(amira), await pageOf(jo)]
  const person = await pageOf(undefined, plainPhone)
  const violations: string[] = []

  await prison.goto(`${address}/cases/${danny.id}/team`)
  await prison.getByRole('link', { name: 'Hand Danny over to another worker' }).click()
  await prison.getByLabel('To whom do you hand Danny over?').selectOption({ label: 'Jo Bell, Wexley Probation' })
  await fillDay(prison, '2', '3', '2026')
  await prison.getByLabel('At what time?').fill('9:00')
  await prison.getByLabel('By video').check()
  await prison.getByRole('button', { name: 'Propose the meeting' }).click()
  await prison.getByRole('link', { name: 'Write the meeting down' }).click()
  await fillDay(prison, '2', '3', '2026')
  await prison.getByLabel('At what time?').fill('9:00')
  await prison.getByLabel('By video').check()
  for (const name of ['Danny Okafor', 'Amira Khan', 'Jo Bell']) await prison.getByRole('checkbox', { name }).check()
  await prison.getByLabel('What did Danny say?').fill('I want one person to ring.')
  await prison.getByLabel('What is to be done?').first().fill('Ring on the first morning')
  await prison.getByLabel('Who does it?').first().selectOption('Jo Bell')
  violations.push(...(await violationsOn(prison)))
  await prison.getByRole('button', { name: 'Sign and keep' }).click()
  await prison.getByText('Amira Khan of HMP Fernhall is responsible until all three have signed').waitFor()

  await prison.goto(`${address}/cases/${danny.id}/own-door`)
  await prison.getByRole('button', { name: 'Make a code' }).click()
  await prison.getByRole('heading', { level: 1, name: 'A code to come in' }).waitFor()
  const code = /\d{4} \d{4}/.exec((await prison.locator('main').textContent()) ?? '')![0]
  await person.goto(`${address}/me`)
  await person.getByLabel('Your prison number').fill('A1234BC')
  await person.getByLabel('Your code').fill(code)
  await person.getByRole('button', { name: 'Go in' }).click()
  await person.getByRole('link', { name: 'Who will work with me' }).click()
  const read = await person.locator('main').textContent()
  const looked = await pageOf(undefined, phone) // where axe can run
  await looked.context().addCookies(await person.context().cookies())
  await looked.goto(person.url())
  violations.push(...(await violationsOn(looked)))
  await person.getByLabel('Yes, I agree').check()
  await person.getByRole('button', { name: 'Send my answer' }).click()
  await person.getByText('We got your answer').waitFor()

  await outside.goto(`${address}/alerts`)
  await outside.getByRole('link', { name: /Danny Okafor agrees to the handover/ }).click()
  const before = await outside.locator('main').textContent()
  await outside.getByRole('button', { name: 'Sign and take over' }).click()
  await outside.getByText('Jo Bell of Wexley Probation is responsible since').waitFor()
  violations.push(...(await violationsOn(outside)))
  await outside.goto(`${address}/cases/${danny.id}/team`)

  for (const said of ['Jo Bell', 'Ring on the first morning', 'I want one person to ring.'])
    expect(read).toContain(said)
  expect(before).toContain('Amira Khan of HMP Fernhall is responsible until all three have signed')
  expect(await outside.locator('main').textContent()).toContain('Wexley Probation is responsible for the case')
  expect(violations).toEqual([])
})

async function fillDay(page: Awaited<ReturnType<typeof pageOf>>, day: string, month: string, year: string) {
  await page.getByLabel('Day', { exact: true }).first().fill(day)
  await page.getByLabel('Month', { exact: true }).first().fill(month)
  await page.getByLabel('Year', { exact: true }).first().fill(year)
}
