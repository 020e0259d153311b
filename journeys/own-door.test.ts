import { expect, test } from 'vitest'
import { anAppointment } from '../src/appointments/builders.ts'
import { aCase } from '../src/cases/builders.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { openJourney } from './journey.ts'

const { world, address, pageOf } = await openJourney()

test('Danny comes in on a phone with the code of his key worker, asks for help, reads the answer, and stops', async () => {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const danny = await aCase(world, amira, { givenName: 'Danny', familyName: 'Okafor', number: 'A1234BC' })
  await anAppointment(world, amira, danny.id, { title: 'Housing talk' })
  const worker = await pageOf(amira)
  const person = await pageOf(undefined, { viewport: { width: 390, height: 800 } })
  const violations: string[] = []

  await worker.goto(`${address}/cases/${danny.id}/passport`)
  await worker.getByRole('link', { name: 'Let Danny read it at their own door' }).click()
  violations.push(...(await violationsOn(worker)))
  await worker.getByRole('button', { name: 'Make a code' }).click()
  await worker.getByRole('heading', { level: 1, name: 'A code to come in' }).waitFor()
  violations.push(...(await violationsOn(worker)))
  const code = /\d{4} \d{4}/.exec((await worker.locator('main').textContent()) ?? '')![0]

  await person.goto(`${address}/me`)
  violations.push(...(await violationsOn(person)))
  await person.getByLabel('Your prison number').fill('a1234bc')
  await person.getByLabel('Your code').fill(code)
  await person.getByRole('button', { name: 'Go in' }).click()
  await person.getByRole('heading', { level: 1, name: 'Hello Danny' }).waitFor()
  const record = await person.locator('main').textContent()
  const isOnTheFirstScreen = await person
    .getByRole('listitem')
    .filter({ hasText: 'Housing talk' })
    .boundingBox()
    .then((box) => box!.y + box!.height < 800)
  violations.push(...(await violationsOn(person)))

  await person.getByRole('link', { name: 'Say something or ask for help' }).first().click()
  violations.push(...(await violationsOn(person)))
  await person.getByLabel('I need help').check()
  await person.getByLabel('Write it here').fill('I have nowhere to sleep.')
  await person.getByRole('button', { name: 'Send it' }).click()
  await person.getByText('We got what you said').waitFor()

  await worker.goto(`${address}/alerts`)
  await worker.getByRole('link', { name: /said something at their own door/ }).click()
  await worker.getByLabel('Your answer').fill('I will ring the hostel today.')
  violations.push(...(await violationsOn(worker)))
  await worker.getByRole('button', { name: 'Send the answer' }).click()
  await worker.getByText('Your answer is kept').waitFor()

  await person.getByRole('link', { name: 'My plan and my people' }).first().click()
  await person.getByText('I will ring the hostel today.').waitFor()
  await person.getByRole('link', { name: 'Who looked at my record' }).click()
  const looks = await person.locator('main').textContent()
  violations.push(...(await violationsOn(person)))
  await person.getByRole('button', { name: 'Stop and clear' }).click()
  await person.getByRole('heading', { level: 1, name: 'You have stopped' }).waitFor()
  await person.goto(`${address}/me`)

  expect(isOnTheFirstScreen).toBe(true)
  expect(record).toMatch(
    /My next appointment.*Housing talk.*People who help me.*Amira Khan.*My plan.*Who looked at my record/,
  )
  expect(looks).toContain('HMP Fernhall')
  expect(await person.locator('main').textContent()).not.toContain('Danny')
  expect(violations).toEqual([])
})
