import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Actor } from '../src/platform/database.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { openJourney } from './journey.ts'

const sample = '../shared/data/custody/prisoner-search-page.json'
const { world, browser, address, signIn } = await openJourney()

const header = 'Ref;Surname;First name;DOB;CRD;Location;PNC;Religion'
const weekOne = [
  header,
  'A9914DK; OKAFOR ;DANIEL;04/05/1991;27/03/2026;B2-14;12/52494Q;x',
  'A9926KD;Morgan;Rhys;31/02/1988;03/04/2026;C1-19;2012/0052494R;x',
  'A9931LB;Nowak;Marek;12/09/1985;10/04/2026;B1-22;;x',
]
const weekTwo = [
  header,
  'A9914DK; OKAFOR ;DANIEL;04/05/1991;20/03/2026;B2-14;12/52494Q;x',
  'A8888LB;Nowak;Mareck;12/09/1985;10/04/2026;B1-22;;x',
]

test('a prison brings in its list: columns, dry run, errors, commit, the same again, a duplicate answered, undo', async () => {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const page = await (await browser.newContext({ locale: 'en-GB', javaScriptEnabled: false })).newPage()
  await signIn(page, amira)

  await choose(page, fileOf('week-1.csv', weekOne))
  await page.getByLabel('Ref').selectOption({ label: 'Prison number' })
  const columnsAxe = await violationsFor(page, amira)
  await page.getByRole('button', { name: 'See what it would do' }).click()
  const tried = await countsOn(page)
  const errors = await page.getByRole('table', { name: 'Rows that stay out' }).getByRole('row').last().textContent()
  const ignored = await page.getByText('Nothing in these columns is kept').textContent()
  const previewAxe = await violationsFor(page, amira)
  await page.getByRole('button', { name: 'Commit this import' }).click()
  const heading = await page.getByRole('heading', { level: 1 }).textContent()
  const goesOn = await page.getByRole('link', { name: 'See the release list' }).getAttribute('href')

  expect(goesOn).toBe('/releases')
  expect([columnsAxe, previewAxe]).toEqual([[], []])
  expect(tried).toEqual({ 'rows read': 3, added: 2, changed: 0, unchanged: 0, 'possible duplicates': 0, rejected: 1 })
  expect(errors).toContain('The last letter does not fit the number')
  expect(ignored).toContain('Religion (3 values)')
  expect(heading).toBe('Import done')

  await choose(page, fileOf('week-1.csv', weekOne))
  const remembered = await page.getByLabel('Ref').locator('option:checked').textContent()
  await page.getByRole('button', { name: 'See what it would do' }).click()

  expect(remembered).toBe('Prison number')
  expect(await countsOn(page)).toMatchObject({ added: 0, changed: 0, unchanged: 2, rejected: 1 })

  await choose(page, fileOf('week-2.csv', weekTwo))
  await page.getByRole('button', { name: 'See what it would do' }).click()
  const moved = await page.getByText('Conditional release: Fri 27 Mar 2026 becomes Fri 20 Mar 2026').count()
  await page.getByRole('button', { name: 'Commit this import' }).click()
  const report = page.url()
  await page.getByLabel('The same person as Marek Nowak').check()
  await page.getByRole('button', { name: 'Save' }).click()
  const resolved = await page.getByText('Resolved: the same person').count()
  const reportAxe = await violationsFor(page, amira)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  const again = await page.getByLabel('Somebody else: add a new person').count()

  expect([moved, resolved, again]).toEqual([1, 1, 1])
  expect(reportAxe).toEqual([])

  await page.goto(report)
  await page.getByRole('button', { name: 'Undo the whole import' }).click()
  const undone = await page.getByRole('heading', { level: 1 }).textContent()
  const stillAsked = await page.getByLabel('Somebody else: add a new person').count()
  await page.goto(`${address}/releases`)
  const dates = await page.getByRole('row', { name: /Daniel Okafor/ }).textContent()

  expect([undone, stillAsked]).toEqual(['Import undone', 0])
  expect(dates).toContain('Fri 27 Mar 2026')
})

test.skipIf(!existsSync(sample))(
  'the page of the prison search comes in, its broken date said, the person there',
  async () => {
    const prison = await world.aWorkerAt('HMP Moorland')
    const page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
    await signIn(page, prison)

    await choose(page, fileOf('page.json', [readFileSync(sample, 'utf8')]))
    await page.getByRole('button', { name: 'See what it would do' }).click()
    const warning = await page
      .getByRole('table', { name: 'Warnings' })
      .getByRole('row', { name: /confirmedReleaseDate/ })
      .textContent()
    await page.getByRole('button', { name: 'Commit this import' }).click()
    const counts = await countsOn(page)
    await page.goto(`${address}/people?q=User23`)

    expect(warning).toContain('This is not a date that can be read')
    expect(counts).toMatchObject({ added: 5, rejected: 0 })
    expect(await page.getByRole('link', { name: 'Test User23' }).count()).toBe(1)
  },
)

const fileOf = (name: string, lines: string[]): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'list-')), name)
  writeFileSync(path, lines.join('\r\n'))
  return path
}

async function choose(page: Page, path: string): Promise<void> {
  await page.goto(`${address}/imports`)
  await page.getByLabel('File', { exact: true }).setInputFiles(path)
  await page.getByRole('button', { name: 'Read the list' }).click()
}

async function countsOn(page: Page): Promise<Record<string, number>> {
  const texts = await page.getByRole('navigation', { name: 'What the import does' }).getByRole('link').allTextContents()
  return Object.fromEntries(texts.map((text) => [text.replace(/^\s*\d+\s*/, '').trim(), Number.parseInt(text, 10)]))
}

/** Looked at in a page that may run scripts: the check is one. */
async function violationsFor(plain: Page, actor: Actor): Promise<string[]> {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  await signIn(page, actor)
  await page.goto(plain.url())
  const violations = await violationsOn(page)
  await page.context().close()
  return violations
}
