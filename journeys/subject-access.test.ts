import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { readPdf } from '../src/platform/testing/read-pdf.ts'
import { aSharedRecord, secrets } from '../src/subject-access/builders.ts'
import { capability } from '../src/subject-access/index.ts'
import { openJourney, plainPhone } from './journey.ts'

const { world, address, pageOf } = await openJourney()

const violations: string[] = []
/** What looks for faults is itself a script: a page without scripts is not asked. */
async function look(page: Page): Promise<void> {
  if (page.viewportSize()?.width !== plainPhone.viewport.width) violations.push(...(await violationsOn(page)))
}

/** Releases what is plain together, then each item that is left; of a note, what the agency chose. */
async function decide(page: Page, onNote: (page: Page) => Promise<void>): Promise<void> {
  await page.goto(`${address}/subject-access`)
  await page.getByRole('link', { name: 'Danny Okafor' }).click()
  await page.getByRole('link', { name: 'Decide the items' }).click()
  await look(page)
  const plain = page.getByRole('link', { name: /plain item/ })
  if (await plain.isVisible()) {
    await plain.click()
    await look(page)
    await page.getByRole('button', { name: /Release \d+ item/ }).click()
  }
  await page.getByRole('main').getByRole('row').nth(1).getByRole('link').click()
  while ((await page.getByRole('button', { name: 'Keep the decision' }).count()) > 0) {
    const heading = await page.getByRole('heading', { level: 1 }).textContent()
    if (heading === 'Decide: Note') await onNote(page)
    else await page.getByLabel('It goes out', { exact: true }).check()
    await look(page)
    await page.getByRole('button', { name: 'Keep the decision' }).click()
  }
  await page.getByRole('button', { name: 'Send to the second check' }).click()
  await page.getByText('You decided some of it.').waitFor()
}

async function check(page: Page): Promise<void> {
  await page.goto(`${address}/subject-access`)
  await page.getByRole('link', { name: 'Danny Okafor' }).click()
  const links = page.getByRole('link', { name: /^Do the second check/ })
  while ((await links.count()) > 0) {
    await links.first().click()
    await look(page)
    await page.getByRole('button', { name: 'I agree: it may go out' }).click()
  }
}

test('a prison and a council answer Danny together; the intelligence of the police and his mentor’s note are not in it', async () => {
  const { prison, council, police, charity, record } = await aSharedRecord(world)
  const worker = await world.startWorker(capability.jobs!)
  const ada = await pageOf(prison.first)
  const release = (page: Page) => page.getByLabel('It goes out', { exact: true }).check()

  await ada.goto(`${address}/cases/${record.id}/team`)
  await ada.getByRole('link', { name: 'Somebody asked for a copy of the record' }).click()
  await look(ada)
  await ada.getByLabel('The person', { exact: true }).check()
  await ada.getByLabel('By letter').check()
  await ada.getByLabel('Staff know the person and spoke to them').check()
  await ada.getByRole('button', { name: 'Keep the request' }).click()
  await ada.getByText('The request is kept.').waitFor()
  await look(ada)
  await decide(ada, release)
  await check(await pageOf(prison.second))

  await decide(await pageOf(council.first, plainPhone), async (page) => {
    await page.getByLabel('It goes out in part').check()
    await page.getByLabel('It tells of somebody else, who did not agree').check()
    await page.getByLabel('Words to take out').fill('Rosalind Fairweather')
    await page.getByRole('button', { name: 'Show what would go out' }).click()
    expect(await page.locator('#h-preview').locator('..').locator('..').textContent()).not.toContain('Fairweather')
  })
  await check(await pageOf(council.second, plainPhone))
  await decide(await pageOf(police.first), async (page) => {
    await page.getByLabel('It stays', { exact: true }).check()
    await page.getByLabel('It would harm the prevention or detection of crime, or justice').check()
  })
  await check(await pageOf(police.second))
  await decide(await pageOf(charity.first), release)
  await check(await pageOf(charity.second))

  const path = new URL(ada.url()).pathname
  const take = ada.getByRole('button', { name: 'Take the PDF' })
  for (let tries = 0; tries < 100 && (await take.count()) === 0; tries += 1) {
    await ada.waitForTimeout(100)
    await ada.goto(`${address}${path}`)
  }
  await look(ada)
  const pages = (await ada.content()).replace(/<[^>]*>/g, ' ')
  const [paper, file] = [await taken(ada, 'Take the PDF'), await taken(ada, 'Take the file for machines (JSON)')]
  await ada.goto(`${address}${path}`)
  await ada.getByLabel('To whom was it given?').fill('Danny Okafor')
  await ada.getByLabel('In their hand').check()
  const today = world.time.now
  for (const [name, value] of [
    ['Day', today.getUTCDate()],
    ['Month', today.getUTCMonth() + 1],
    ['Year', today.getUTCFullYear()],
  ] as const)
    await ada.getByLabel(name, { exact: true }).fill(String(value))
  await look(ada)
  await ada.getByRole('button', { name: 'Close the request' }).click()
  await ada.getByText('Given to Danny Okafor on').waitFor()
  await worker.stop()

  const read = [readPdf(paper).text.replace(/\s+/g, ' '), file.toString('utf8')]
  for (const text of read) {
    expect(text).toContain(secrets.prison)
    expect(text).toContain('A flat in Mill Lane is held for him.')
  }
  for (const text of [pages, ...read, paper.toString('latin1')]) {
    for (const secret of ['Fairweather', 'Harlow', 'blue boat']) expect(text).not.toContain(secret)
  }
  expect(await ada.getByRole('button', { name: /^Take/ }).count()).toBe(0)
  expect(violations).toEqual([])
})

async function taken(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return readFileSync(await download.path())
}
