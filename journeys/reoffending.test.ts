import { expect, test } from 'vitest'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { countAll, releasedPeople, researchAgreement, theft } from '../src/reoffending/builders.ts'
import { openJourney, phone, plainPhone } from './journey.ts'

const { world, address, pageOf } = await openJourney()

test('police bring offences in on a phone without JavaScript; an analyst makes a cohort, sets a baseline and compares areas', async () => {
  const analyst = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const officer = await world.aWorkerAt('Wexley Police', { kind: 'police', name: 'Dee Park' })
  const areas = ['North', 'South', 'Harbour', 'Moor']
  for (const [nth, name] of areas.entries()) {
    const supervisor = await world.aWorkerAt(name, { kind: 'probation' })
    const [from, to] = [nth * 100 + 1, nth * 100 + 32 + nth * 12]
    await releasedPeople(world, analyst, { from, to, on: '2024-02-01', supervisor })
  }
  await researchAgreement(world, [analyst, officer])
  const people = [1, 101, 201, 301].flatMap((first, nth) => Array.from({ length: 9 + nth * 8 }, (_, at) => first + at))
  const rows = people.map((nth) => theft(nth, '2024-06-01', '2024-09-02'))

  // The officer: a pasted extract with one row that is wrong.
  const desk = await pageOf(officer, plainPhone)
  await desk.goto(`${address}/reoffending/extracts`)
  const header = 'PNC ID,Offence date,Outcome,Outcome date,Offence,Category'
  await desk.getByLabel('Or paste the rows').fill([header, ...rows, theft(400, '2024-06-01', '2024-05-02')].join('\n'))
  await desk.getByRole('button', { name: 'Read the file' }).click()
  expect(await desk.getByLabel('PNC ID').inputValue()).toBe('PNC')
  await desk.getByRole('button', { name: 'See what it would do' }).click()
  await desk.getByText('The outcome comes before the offence').waitFor()
  await desk.getByRole('button', { name: 'Keep these offences' }).click()
  await desk.getByText(`${rows.length} offences are kept`).waitFor()

  // The analyst: a cohort, which waits until the worker has counted it.
  const page = await pageOf(analyst)
  await page.goto(`${address}/reoffending`)
  await page.getByLabel('Name').fill('Fernhall, winter 2024')
  await page.getByLabel('First quarter').selectOption('2024-Q1')
  await page.getByLabel('Last quarter').selectOption('2024-Q1')
  await page.getByLabel('Offences from').selectOption('Wexley Police')
  expect(await violationsOn(page)).toEqual([])
  await page.getByRole('button', { name: 'Make the cohort' }).click()
  await page.getByText('The figures are being counted in the background').waitFor()
  await countAll(world)
  await page.reload()

  await page.getByText(`Of 200 people, ${people.length} committed a proven reoffence within a year: 42.0%`).waitFor()
  expect(await page.getByRole('img', { name: 'Funnel of areas' }).isVisible()).toBe(true)
  expect(await page.getByRole('row', { name: /^Moor/ }).textContent()).toContain('Inside the limits')

  await page.getByText('Set a baseline').click()
  await page.getByLabel('Rate', { exact: true }).fill('35.2')
  await page.getByLabel('People that it rests on').fill('9000')
  await page.getByLabel('First day').fill('2023-04-01')
  await page.getByLabel('Last day').fill('2023-06-30')
  await page.getByLabel('Method and source').fill('Ministry of Justice bulletin, April 2025: custody and court orders')
  await page.getByRole('button', { name: 'Save the baseline' }).click()
  await page.getByText('+6.8 percentage points against 35.2%').waitFor()

  expect(await violationsOn(page)).toEqual([])
  await page.setViewportSize(phone.viewport)
  expect(await violationsOn(page)).toEqual([])
  const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
  expect(overflow).toBeLessThanOrEqual(0)
})
