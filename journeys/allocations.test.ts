import { expect, test } from 'vitest'
import { anUnallocatedCase } from '../src/allocations/builders.ts'
import { aCase } from '../src/cases/builders.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { openJourney, phone, plainPhone } from './journey.ts'

const { world, address, pageOf } = await openJourney()

test('Mel names whom the list suggests, Amira is away and Tom sees her people, and her whole caseload moves and comes back', async () => {
  const mel = await world.aWorkerAt('HMP Fernhall', { name: 'Mel Ward', roles: ['MANAGER'] })
  const amira = await world.aColleagueOf(mel, { name: 'Amira Khan' })
  const tom = await world.aColleagueOf(mel, { name: 'Tom Reed' })
  await aCase(world, amira, { givenName: 'Danny', familyName: 'Okafor' })
  await anUnallocatedCase(world, mel, { givenName: 'Piotr', familyName: 'Nowak', language: 'pl' })
  const [manager, worker] = [await pageOf(mel, phone), await pageOf(tom, plainPhone)]
  const violations: string[] = []

  await manager.goto(`${address}/caseload`)
  await manager.getByRole('link', { name: 'Workloads of the agency' }).click()
  await manager.getByRole('link', { name: 'Amira Khan' }).click()
  await manager.getByLabel('Hours a week in the contract').fill('37')
  await manager.getByLabel('Monday').check()
  await manager.getByLabel('Points at most').fill('20')
  await manager.getByLabel('Languages, apart from the usual one').fill('Polish')
  violations.push(...(await violationsOn(manager)))
  await manager.getByRole('button', { name: 'Keep', exact: true }).click()
  await manager.getByText('2 of 20').waitFor()
  violations.push(...(await violationsOn(manager)))
  await manager.getByRole('button', { name: 'People with nobody named' }).click()
  await manager.getByLabel('Choose Piotr Nowak').check()
  violations.push(...(await violationsOn(manager)))
  await manager.getByRole('button', { name: 'Check before it is done' }).click()
  const check = await manager.locator('main').textContent()
  violations.push(...(await violationsOn(manager)))
  await manager.getByRole('button', { name: 'Do it' }).click()
  await manager.getByText('1 person has a worker now.').waitFor()

  await manager.getByRole('link', { name: 'Amira Khan' }).click()
  for (const [field, day] of [
    ['from', '2'],
    ['until', '6'],
  ]) {
    await manager.locator(`[name="${field}-day"]`).fill(day!)
    await manager.locator(`[name="${field}-month"]`).fill('3')
    await manager.locator(`[name="${field}-year"]`).fill('2026')
  }
  await manager.getByLabel('Who stands in?').selectOption('Tom Reed')
  await manager.getByRole('button', { name: 'Keep the absence' }).click()
  await manager.getByText('Tom Reed stands in').waitFor()
  await worker.goto(address)
  const day = await worker.locator('main').textContent()
  await worker.goto(`${address}/caseload`)
  const people = await worker.locator('main').textContent()

  await manager.getByRole('button', { name: 'Move the caseload' }).click()
  await manager.getByLabel('To whom?').selectOption('Tom Reed')
  violations.push(...(await violationsOn(manager)))
  await manager.getByRole('button', { name: 'Check before it is done' }).click()
  await manager.getByRole('button', { name: 'Do it' }).click()
  await manager.getByText('2 places have moved.').waitFor()
  await manager.getByRole('button', { name: 'Undo this move' }).click()
  await manager.getByText('2 places are back where they were.').waitFor()

  expect(check).toContain('speaks the language')
  expect(day).toContain('You stand in for Amira Khan until')
  for (const name of ['Danny Okafor', 'Piotr Nowak']) expect(people).toContain(name)
  expect(await world.inspect(`select count(*)::int from case_party where account_id = $1 and until_on is null`, [amira.userId])).toEqual([{ count: 2 }]) // biome-ignore format: one line
  expect(violations).toEqual([])
})
