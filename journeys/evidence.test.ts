import { expect, test } from 'vitest'
import { watchedPeople } from '../src/evidence/builders.ts'
import { capability } from '../src/evidence/index.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { readPdf } from '../src/platform/testing/read-pdf.ts'
import { openJourney, phone, plainPhone } from './journey.ts'

const { world, address, pageOf } = await openJourney()

test('an analyst asks a file, leaves, comes back and prints the pack; a member of the public sees only what is safe', async () => {
  const analyst = await world.aWorkerAt('Council', { kind: 'council', name: 'Helen Asante' })
  const cora = await world.aColleagueOf(analyst, { roles: ['COORDINATOR'], name: 'Cora Bell' })
  await world.insert(`insert into public_quarter (quarter_on, counted_at) values ('2025-10-01', $1)`, [world.time.now])
  await world.insert(
    `insert into public_result (quarter_on, measure, prison, people, counted, counted_at) values
      ('2025-10-01', 'MET_IN_FIRST_WEEK', '', 80, 55, $1), ('2025-10-01', 'MET_IN_FIRST_WEEK', 'HMP Small', null, null, $1)`,
    [world.time.now],
  )
  const [page, plain, everybody] = [
    await pageOf(analyst),
    await pageOf(analyst, plainPhone),
    await pageOf(undefined, phone),
  ]

  await plain.goto(`${address}/evidence`)
  await plain.getByRole('link', { name: 'Time until something happens' }).click()
  await plain.getByLabel('What is it called?').fill('Mentoring and new offences')
  await plain.getByRole('button', { name: 'Bring the file' }).click()
  await plain.getByText('Choose a file').first().waitFor()
  const isKept = await plain.getByLabel('What is it called?').inputValue()
  const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(watchedPeople()) }
  await plain.getByLabel('File').setInputFiles(file)
  await plain.getByRole('button', { name: 'Bring the file' }).click()
  await plain.getByLabel('How long each was watched').selectOption('days')
  await plain.getByLabel('Whether it happened').selectOption('event')
  await plain.getByLabel('Groups (optional)').selectOption('programme')
  await plain.getByLabel('age', { exact: true }).check()
  await plain.getByRole('button', { name: 'Work it out' }).click()
  await plain.getByText('You can leave this page').waitFor()
  const worker = await world.startWorker(capability.jobs!)
  await expect
    .poll(() => world.inspect(`select 1 from analysis where state = 'DONE'`), { timeout: 20_000 })
    .toHaveLength(1)
  await worker.stop()

  await page.goto(`${address}/evidence`)
  const faults = await violationsOn(page)
  await page.getByRole('link', { name: 'Mentoring and new offences' }).click()
  await page.getByText('differ by more than chance explains').waitFor()
  faults.push(...(await violationsOn(page)))
  await page.goto(`${address}/evidence/pack`)
  faults.push(...(await violationsOn(page)))
  await page.getByLabel('Mentoring and new offences').check()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Make the pack' }).click()]) // biome-ignore format: one line
  const pack = await readDownload(await download.createReadStream())

  await everybody.goto(`${address}/results`)
  await everybody.getByText('Nothing has been published yet').waitFor()
  const coordinator = await pageOf(cora)
  await coordinator.goto(`${address}/evidence`)
  faults.push(...(await violationsOn(coordinator)))
  await coordinator.getByRole('button', { name: 'Publish the quarter to 31 December 2025' }).click()
  const somebody = await pageOf(undefined, phone) // the page is kept for five minutes in the browser that read it
  await somebody.goto(`${address}/results`)
  await somebody.getByText('About 55 of 80 people were met').waitFor()
  const held = await somebody.getByText('too few to show').count()
  faults.push(...(await violationsOn(somebody)))

  expect(faults).toEqual([])
  expect(isKept).toBe('Mentoring and new offences')
  expect(JSON.stringify(readPdf(pack))).toContain('Kaplan and Meier 1958')
  expect(held).toBeGreaterThan(0)
})

async function readDownload(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece)
  return Buffer.concat(pieces)
}
