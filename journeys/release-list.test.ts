import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { nameWorker } from '../src/cases/index.ts'
import { importPeople } from '../src/imports/index.ts'
import { addDays } from '../src/platform/calendar-day.ts'
import type { Actor } from '../src/platform/database.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { openJourney } from './journey.ts'

const { world, browser, address, signIn } = await openJourney()

test('a worker sees who leaves in 12 weeks, filters, sorts, pages, saves the view and takes it as a file', async () => {
  const amira = await aPrisonOf(60)
  const page = await (await browser.newContext({ locale: 'en-GB', javaScriptEnabled: false })).newPage()
  await signIn(page, amira)

  await page.goto(`${address}/releases`)
  const heading = await page.getByRole('heading', { level: 1 }).textContent()
  const first = await page.getByRole('row', { name: /Sam Person0\b/ }).textContent()
  const axe = await violationsFor(page, amira)
  await page.getByRole('link', { name: 'Next 25' }).click()
  const showing = await page.getByText(/^Showing/).textContent()
  await page.emulateMedia({ media: 'print' }) // a list on paper that is not the whole says so
  const isSaidOnPaper = await page.getByText(/^Showing/).isVisible()
  await page.emulateMedia({ media: 'screen' })

  expect(isSaidOnPaper).toBe(true)
  expect(heading).toBe('Leaving in the next 12 weeks')
  expect(first).toContain('Fri 6 Mar 2026')
  expect(first).toContain('Conditional release')
  expect(first).toContain('May be out as early as Wed 4 Mar')
  expect(first).toContain('Amira Khan')
  expect(first).toContain('Accommodation: Not started')
  expect(showing).toBe('Showing 26 to 50 of 60')
  expect(axe).toEqual([])

  await page.goto(`${address}/releases`)
  await page.getByRole('link', { name: '1 my people' }).click()
  const mine = await page.getByText(/^Showing/).textContent()
  await page.goto(`${address}/releases`)
  await page.getByLabel('Wing').selectOption('B')
  await page.getByRole('button', { name: 'Show' }).click()
  const onWing = await page.getByText(/^Showing/).textContent()
  await page.getByRole('link', { name: 'Person', exact: true }).click()
  await page.getByRole('link', { name: 'Save this view' }).click()
  await page.getByLabel('What do you call it?').fill('B wing by name')
  await page.getByRole('button', { name: 'Save view' }).click()
  const saved = await page.getByRole('link', { name: 'B wing by name' }).getAttribute('href')
  const url = page.url()

  expect(mine).toBe('Showing 1 to 1 of 1')
  expect(onWing).toBe('Showing 1 to 20 of 20')
  expect(saved).toBe('/releases?sort=person&wing=B')
  expect(url).toBe(`${address}/releases?sort=person&wing=B`)
})

test('on a phone the list is cards, in Dutch too, and nothing runs off the side', async () => {
  const amira = await aPrisonOf(12)
  const page = await (await browser.newContext({ locale: 'nl-NL', viewport: { width: 320, height: 700 } })).newPage()
  await signIn(page, amira)

  const widths: number[] = []
  for (const path of ['/releases', '/releases?q=Nobodyatall', '/people?q=Persoon', '/people/new', '/imports']) {
    await page.goto(`${address}${path}`)
    widths.push(
      await page.evaluate(
        () =>
          (globalThis as never as { document: { documentElement: { scrollWidth: number } } }).document.documentElement
            .scrollWidth,
      ),
    )
  }
  await page.goto(`${address}/releases`)
  const axe = await violationsFor(page, amira)

  expect(widths).toEqual([320, 320, 320, 320, 320])
  expect(axe).toEqual([])
})

test('rows are ticked, what would happen to each is said, and it is done for those it can be done for, on a plain phone', async () => {
  const amira = await aPrisonOf(3)
  const page = await (await browser.newContext({ locale: 'en-GB', viewport: { width: 375, height: 800 }, javaScriptEnabled: false })).newPage() // biome-ignore format: one line
  await signIn(page, amira)

  await page.goto(`${address}/releases`)
  for (const name of ['Sam Person0', 'Sam Person1']) await page.getByLabel(`Choose ${name}`).check()
  await page.getByRole('button', { name: 'Do something for those ticked' }).click()
  const choosing = await violationsFor(page, amira)
  await page.getByLabel('As what?').selectOption('KEY_WORKER')
  await page.getByRole('button', { name: 'See what would happen' }).first().click()
  const would = await page.locator('main').textContent()
  await page.getByRole('button', { name: 'Do it for one person' }).click()
  const done = await page.locator('main').textContent()
  const after = await violationsFor(page, amira)
  await page.goto(`${address}/releases`)

  expect(would).toContain('They are named here already.')
  expect(done).toContain('It was done for one person')
  expect(await page.getByRole('row', { name: /Sam Person1/ }).textContent()).toContain('Amira Khan')
  expect([...choosing, ...after]).toEqual([])
})

async function aPrisonOf(count: number): Promise<Actor> {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan', roles: ['WORKER', 'MANAGER'] })
  const rows = Array.from({ length: count }, (_, index) => {
    const day = addDays('2026-03-06', index)
    return `A${1000 + index}${({ 60: 'QA', 12: 'QB' })[count] ?? 'QC'},Person${index},Sam,1990-05-04,${day},${'BAC'[index % 3]}2-${index}`
  })
  const bytes = Buffer.from(['Prison number,Surname,First name,DOB,CRD,Location', ...rows].join('\n'))
  const imported = await world.database.change(amira, (change) => importPeople(change, { name: 'list.csv', bytes }))
  if ('problem' in imported) throw new Error(imported.problem)
  const [line] = await world.database.read(amira, ({ db }) =>
    db.selectFrom('case_summary').select('case_id').where('shown_name', '=', 'Sam Person0').execute(),
  )
  await world.database.change(amira, (change) =>
    nameWorker(change, line!.case_id, { accountId: amira.userId, role: 'KEY_WORKER' }),
  )
  return amira
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
