import { expect, test } from 'vitest'
import { anAppointment, aPlannedCase, aStep } from '../src/passports/builders.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { readPdf } from '../src/platform/testing/read-pdf.ts'
import { openJourney, phone } from './journey.ts'

const { world, address, pageOf } = await openJourney()

test('a key worker gives Danny his passport in Italian, and at the gate the code leads his worker to him', async () => {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const danny = await aPlannedCase(world, amira)
  await aStep(world, amira, danny, { title: 'Write to Mum', status: 'COMPLETED' })
  const startsAt = '2026-03-20T10:30:00Z'
  await anAppointment(world, amira, danny, { title: 'See Sarah', startsAt, place: '14 Dock Street' })
  const page = await pageOf(amira)

  await page.goto(`${address}/cases/${danny.id}/passport`)
  const seen = await page.locator('main').textContent()
  await page.getByRole('main').getByRole('link', { name: 'Italiano' }).click()
  await page.getByRole('heading', { level: 1, name: 'Il passaporto di Danny' }).waitFor()
  const violations = await violationsOn(page)
  await page.getByLabel('A4: larger letters').check()
  const [sent] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.getByRole('button', { name: 'Make the PDF' }).click(),
  ])
  const paper = await page.request.get(`${address}${sent.headers()['location']}`)
  await page.goto(`${address}/cases/${danny.id}/passport`)
  const code = /Code ([A-Z0-9]{4}-[A-Z0-9]{4})/.exec((await page.locator('main').textContent())!)![1]
  await page.goto(`${address}/p/${code}`)

  const pdf = readPdf(await paper.body())
  expect(seen).toContain('Friday 20 March 2026')
  expect(seen).toContain('10:30 am. See Sarah')
  expect(violations).toEqual([])
  expect(pdf).toMatchObject({ language: 'it-IT', isTagged: true, isUniversallyAccessible: true })
  expect(pdf.pages[0]).toEqual({ width: 210, height: 297 })
  expect(pdf.text).toContain('Il passaporto di Danny')
  expect(pdf.text).toContain(code)
  expect(page.url()).toBe(`${address}/cases/${danny.id}`)
})

test('on paper the page is two sides of A5 and holds the passport alone', async () => {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const danny = await aPlannedCase(world, amira)
  await anAppointment(world, amira, danny, {
    title: 'See Sarah',
    startsAt: '2026-03-20T10:30:00Z',
    place: '14 Dock Street',
  })
  const page = await pageOf(amira)
  await page.goto(`${address}/cases/${danny.id}/passport`)

  await page.emulateMedia({ media: 'print' })
  const isShown = (text: string) => page.getByText(text).first().isVisible()
  const small = await page.evaluate(`getComputedStyle(document.querySelector('.tl-pass small')).fontSize`)
  const shown = [await isShown('Danny’s passport'), await isShown('Make the PDF'), await isShown('A9914DK')]
  const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')

  expect(shown).toEqual([true, false, false])
  expect(small).toBe('14px') // 10.5 points
  expect(printed.match(/\/Type \/Page\b/g)).toHaveLength(2)
  expect(printed).toMatch(/MediaBox \[0 0 4(19|20)[.\d]* 59[45]/)
})

test('on a phone a long name stands on one line, and the number to call below it', async () => {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira van den Berg-Khan' })
  await world.inspect(`update account set phone = '01632 960 118' where id = $1`, [amira.userId])
  const { id } = await aPlannedCase(world, amira)
  const page = await pageOf(amira, phone)
  await page.goto(`${address}/cases/${id}/passport`)

  const name = await page.locator('.tl-who b').first().boundingBox()
  const call = await page.locator('.tl-who .tl-call').first().boundingBox()

  expect(name!.height).toBeLessThan(32)
  expect(call!.y).toBeGreaterThan(name!.y + name!.height)
})
