import { expect, test } from 'vitest'
import { aCase } from '../src/cases/builders.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { openJourney, phone, plainPhone } from './journey.ts'

const { world, address, pageOf } = await openJourney()

test('the police open a theme, probation links a case on a phone and takes an action on, minutes are settled, and the police see no name', async () => {
  const nadia = await world.aWorkerAt('Wexley Police', { kind: 'police', name: 'Nadia Shah' })
  const sarah = await world.aWorkerAt('Wexley Probation', { kind: 'probation', name: 'Sarah Bell' })
  await aCase(world, sarah, { givenName: 'Danny', familyName: 'Okafor', number: 'A1234BC' })
  const [police, probation] = [await pageOf(nadia, plainPhone), await pageOf(sarah, phone)]
  const violations: string[] = []

  // A theme, without JavaScript.
  await police.goto(`${address}/themes`)
  await police.getByText('No theme is open').waitFor()
  await police.getByRole('button', { name: 'Open a theme' }).click()
  await police.getByRole('button', { name: 'Open the theme' }).click()
  await police.getByText('Write what the theme is called').first().waitFor()
  await police.getByLabel('What is it called?').fill('Burglaries around Mill Street')
  await police.getByLabel('Where is it?').fill('Wexley, north')
  await police.getByRole('button', { name: 'Open the theme' }).click()
  await police.getByText('Ask another agency in', { exact: true }).click()
  await police.getByLabel('Which agency?').selectOption({ label: 'Wexley Probation' })
  await police.getByRole('button', { name: 'Ask them in' }).click()
  await police.getByText('The agency takes part.').waitFor()
  const theme = police.url().split('?')[0]!

  // Probation finds the theme among its people, and links a case of its own.
  await probation.goto(`${address}/caseload`)
  await probation.getByRole('link', { name: /^Themes/ }).click()
  await probation.getByRole('link', { name: 'Burglaries around Mill Street' }).click()
  violations.push(...(await violationsOn(probation)))
  await probation.getByRole('link', { name: 'Link a case' }).click()
  await probation.getByLabel('Name, number or date of birth').fill('A1234BC')
  await probation.getByRole('button', { name: 'Find' }).click()
  await probation.getByLabel('Danny Okafor').check()
  await probation.getByLabel('Why does it belong to the theme?').fill('Seen there twice')
  violations.push(...(await violationsOn(probation)))
  await probation.getByRole('button', { name: 'Link the case' }).click()
  await probation.getByText('The case is linked.').waitFor()
  await police.goto(theme)
  expect(await police.getByText('Okafor').count()).toBe(0)

  // A meeting, an action of probation's, minutes that stand.
  await police.getByRole('link', { name: 'Add a meeting' }).click()
  for (const [box, value] of Object.entries({ Day: '24', Month: '2', Year: '2026' }))
    await police.getByLabel(box, { exact: true }).fill(value)
  await police.getByLabel('Agenda').fill('Patrols')
  await police.getByLabel('Who came').fill('Nadia Shah, police')
  await police.getByLabel('Minutes').fill('Twelve sheds since January.')
  await police.getByRole('button', { name: 'Keep' }).click()
  await police.getByRole('link', { name: 'Add an action' }).click()
  await police.getByLabel('What is to be done?').fill('Find an evening group')
  await police.getByLabel('Who takes it on?').selectOption({ label: 'Wexley Probation: Sarah Bell' })
  for (const [box, value] of Object.entries({ Day: '1', Month: '3', Year: '2026' }))
    await police.getByLabel(box, { exact: true }).fill(value)
  await police.getByRole('button', { name: 'Add the action' }).click()
  await police.getByRole('button', { name: 'Settle the minutes' }).click()
  await police.getByText('Settled by Nadia Shah').waitFor()
  expect(await police.getByRole('link', { name: 'Write the minutes' }).count()).toBe(0)
  const meeting = police.url().split('?')[0]!

  // It is late, and probation says that it is done.
  await probation.goto(`${address}/themes`)
  await probation.getByRole('heading', { name: 'What you took on' }).waitFor()
  violations.push(...(await violationsOn(probation)))
  await probation.goto(theme)
  await probation.getByText('It is done', { exact: true }).click()
  await probation.getByLabel('What was done').fill('Thursdays at the hub')
  await probation.getByRole('button', { name: /Keep that it is done/ }).click()
  await probation.getByText('Thursdays at the hub').waitFor()
  for (const url of [meeting, `${theme}/meetings/new`, `${theme}/actions/new`, `${theme}/reports/new`]) {
    await probation.goto(url)
    violations.push(...(await violationsOn(probation)))
    expect(await probation.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  }

  expect(violations).toEqual([])
})
