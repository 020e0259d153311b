import { expect, test } from 'vitest'
import { anAnalysis, watchedPeople } from '../src/evidence/builders.ts'
import { capability as evidence } from '../src/evidence/index.ts'
import { findLinks } from '../src/links/index.ts'
import { systemFor } from '../src/platform/jobs.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { readPdf } from '../src/platform/testing/read-pdf.ts'
import { anExtract, countAll, releasedPeople, researchAgreement, theft } from '../src/reoffending/builders.ts'
import { openJourney, plainPhone } from './journey.ts'

const { world, address, pageOf } = await openJourney()

test('an analyst links an extract, reviews the middle, sets a baseline, compares, weighs how grave it was, and prints the pack', async () => {
  const prison = await world.aWorkerAt('HMP Fernhall')
  const analyst = await world.aWorkerAt('Council', { kind: 'council', name: 'Cora Bell', roles: ['COORDINATOR'] })
  const officer = await world.aWorkerAt('Wexley Police', { kind: 'police' })
  await releasedPeople(world, prison, { from: 1, to: 60, on: '2023-02-01' })
  await releasedPeople(world, prison, { from: 61, to: 120, on: '2024-02-01' })
  await researchAgreement(world, [prison, analyst, officer])
  const before = Array.from({ length: 30 }, (_, nth) => theft(nth + 1, '2023-06-01', '2023-08-01'))
  const after = Array.from({ length: 15 }, (_, nth) => theft(nth + 61, '2024-06-01', '2024-08-01'))
  await anExtract(world, officer, [...before, ...after]) // brought in as the police do: see reoffending.test.ts
  for (const [given, family, born] of [['Kwame', 'Boateng', '1979-03-11'], ['Boateng', 'Kwame', '1979-11-03']]) // biome-ignore format: a list
    await world.insert('insert into person (given_name, family_name, born_on, owner_agency_id) values ($1, $2, $3, $4)', [given, family, born, prison.agencyId]) // biome-ignore format: one line
  await findLinks(world.database, systemFor(prison.agencyId))
  const page = await pageOf(analyst)
  const faults: string[] = []

  // The middle: pairs that the weights leave open, of whose records the analyst sees nothing.
  await page.goto(`${address}/settings`)
  await page.getByRole('link', { name: 'One person, two records' }).first().click()
  await page
    .getByRole('link', { name: /likely$/ })
    .first()
    .click()
  expect(await page.getByText(/Boateng|Kwame|1979/).count()).toBe(0)
  await page.getByLabel('Yes, one person').check()
  await page.getByLabel('Why do you think so?').fill('The two desks compared the dates by telephone.')
  await page.getByRole('button', { name: 'Keep the decision' }).click()
  await page.getByText('Kept: they are one person.').waitFor()

  // Two cohorts; the second is set beside the first.
  for (const [name, quarter] of [
    ['Before', '2023-Q1'],
    ['Project', '2024-Q1'],
  ] as const) {
    // biome-ignore format: a list
    await page.goto(`${address}/reoffending`)
    await page.getByLabel('Name').fill(name)
    await page.getByLabel('Released from').selectOption('HMP Fernhall')
    await page.getByLabel('First quarter').selectOption(quarter)
    await page.getByLabel('Last quarter').selectOption(quarter)
    await page.getByLabel('Offences from').selectOption('Wexley Police')
    await page.getByRole('button', { name: 'Make the cohort' }).click()
    await page.getByText('The figures are being counted in the background').waitFor()
  }
  await page.getByText('Set a baseline').click()
  await page.getByLabel('Compared with').selectOption('Before')
  await page.getByLabel('Method and source').fill('The same prison a year before, in the same extract')
  await page.getByRole('button', { name: 'Save the baseline' }).click()

  // How grave: a table with a wrong line is refused by its row, the mended one is loaded.
  await page.goto(`${address}/reoffending`)
  await page.getByRole('link', { name: 'How grave offences are' }).click()
  const weights = (lines: string) => ({ name: 'index.csv', mimeType: 'text/csv', buffer: Buffer.from(`offence_kind,weight,version\n${lines}`) }) // biome-ignore format: one line
  await page.getByLabel('File of weights').setInputFiles(weights('theft,much,Index 2026'))
  await page.getByRole('button', { name: 'Load it' }).click()
  await page.getByText('Row 2: the weight is no number from 0').first().waitFor()
  await page.getByLabel('File of weights').setInputFiles(weights('theft,2,Index 2026'))
  await page.getByRole('button', { name: 'Load it' }).click()
  await page.getByRole('heading', { name: 'In use: Index 2026' }).waitFor()
  faults.push(...(await violationsOn(page)))

  await countAll(world)
  await page.goto(`${address}/reoffending`)
  await page.getByRole('link', { name: 'Project' }).click()
  await page.getByText('−25.0 percentage points against 50.0%').waitFor()
  await page.getByText('more than chance').waitFor()
  await page.getByText('By Index 2026').waitFor()
  faults.push(...(await violationsOn(page)))

  await page.goto(`${address}/evidence/scores`)
  await page.getByText('A score is only an indicator').waitFor()
  faults.push(...(await violationsOn(page)))

  await page.goto(`${address}/evidence/pack`)
  await page.getByLabel('Project').check()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Make the pack' }).click()]) // biome-ignore format: one line
  const pieces: Buffer[] = []
  for await (const piece of await download.createReadStream()) pieces.push(piece as Buffer)
  const pack = JSON.stringify(readPdf(Buffer.concat(pieces)))

  expect(faults).toEqual([])
  expect(pack).toContain('Of 60 people, 15 committed a proven reoffence within a year')
  for (const said of ['25%', '50%', 'The same prison a year before', 'Index 2026']) expect(pack).toContain(said)
})

test('a page renews itself while its file is reckoned, and on a phone without JavaScript it can be stopped', async () => {
  const analyst = await world.aWorkerAt('Charity', { kind: 'charity' })
  const question = { time: 'days', event: 'event', group: 'programme' }
  const csv = watchedPeople()
  const ids = [await anAnalysis(world, analyst, { method: 'survival', title: 'Live', csv, question }), await anAnalysis(world, analyst, { method: 'survival', title: 'Stopped', csv, question })] // biome-ignore format: a list
  const [page, plain] = [await pageOf(analyst), await pageOf(analyst, plainPhone)]

  for (const [nth, sheet] of [page, plain].entries()) {
    await sheet.goto(`${address}/evidence/analyses/${ids[nth]}`)
    await sheet.getByText('Ask differently').click()
    await sheet.getByRole('button', { name: 'Work it out' }).click()
    await sheet.getByText('You can leave this page').waitFor()
  }
  await plain.getByRole('button', { name: 'Stop' }).click()
  await plain.getByRole('button', { name: 'Work it out' }).waitFor()
  const worker = await world.startWorker(evidence.jobs!)
  await page.getByText('The answer is there.').waitFor()
  await page.getByText('differ by more than chance explains').waitFor()
  await worker.stop()
  await plain.reload()

  expect(await plain.getByText('differ by more than chance explains').count()).toBe(0)
  expect(await plain.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
})
