import { expect, test } from 'vitest'
import { aCase } from '../src/cases/builders.ts'
import { addSupervision, nameWorker } from '../src/cases/index.ts'
import { aStep } from '../src/plans/builders.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { openJourney } from './journey.ts'

const sideways = 'document.documentElement.scrollWidth > window.innerWidth'
const { world, address, pageOf } = await openJourney()

async function aSharedCase() {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const sarah = await world.aWorkerAt('Wexley Probation', {
    kind: 'probation',
    name: 'Sarah Bright',
    roles: ['WORKER', 'MANAGER'],
  })
  const { id: caseId } = await aCase(world, amira, { givenName: 'Danny', familyName: 'Okafor', number: 'A9914DK' })
  await world.database.change(amira, (change) => addSupervision(change, caseId, { agencyId: sarah.agencyId }))
  await world.database.change(sarah, (change) =>
    nameWorker(change, caseId, { accountId: sarah.userId, role: 'COMMUNITY_OFFENDER_MANAGER' }),
  )
  return { amira, sarah, caseId }
}

test('what one agency writes is on the open page of another, with author, agency and time, without a reload', async () => {
  const { amira, sarah, caseId } = await aSharedCase()
  world.time.now = new Date('2026-03-02T10:40:00Z') // a session lives a quarter of an hour
  const [prison, probation] = [await pageOf(amira), await pageOf(sarah)]
  await prison.goto(`${address}/cases/${caseId}`)
  await probation.goto(`${address}/cases/${caseId}`)
  let loads = 0
  probation.on('framenavigated', () => {
    loads += 1
  })
  world.time.now = new Date('2026-03-02T10:42:00Z')

  await prison.getByRole('button', { name: 'Add a note' }).click()
  await prison.getByLabel('What happened').fill('One bed at Mill Lane from Wednesday.')
  await prison.getByRole('button', { name: 'Save the note' }).click()
  await prison.waitForURL(/notes#note-/)
  await probation.getByText('1 new entry from HMP Fernhall, 10:42').waitFor()
  await probation.getByRole('link', { name: 'Show it' }).click()

  const entry = probation.locator('.tl-tl > li').filter({ hasText: 'One bed at Mill Lane from Wednesday.' })
  expect(await entry.textContent()).toContain('Amira Khan, HMP Fernhall, 10:42')
  expect(await entry.textContent()).toContain('New')
  expect(loads).toBeLessThanOrEqual(1) // the jump to the entry, within the page
  world.time.now = new Date('2026-03-02T09:30:00Z')
})

test('a note is corrected without a script, and what it said stays to be read', async () => {
  const { amira, caseId } = await aSharedCase()
  const page = await pageOf(amira, { javaScriptEnabled: false })

  await page.goto(`${address}/cases/${caseId}/notes/new`)
  await page.getByLabel('What happened').fill('Met on the wing.')
  await page.getByRole('button', { name: 'Save the note' }).click()
  await page.getByRole('link', { name: 'Correct or withdraw' }).click()
  await page.getByLabel('What happened').fill('Met in education.')
  await page.getByRole('button', { name: 'Save the correction' }).click()

  const text = await page.getByRole('main').textContent()
  expect(text).toContain('Met in education.')
  expect(text).toContain('What it said before')
  expect(text).toContain('Met on the wing.')
})

test('on paper the team of a case is who works with the person, without anything that can only be clicked', async () => {
  const { amira, caseId } = await aSharedCase()
  const colleague = await world.aColleagueOf(amira)
  await world.database.change(amira, (change) =>
    nameWorker(change, caseId, { accountId: colleague.userId, role: 'DEPUTY' }),
  )
  const page = await pageOf(amira)
  await page.goto(`${address}/cases/${caseId}/team`)
  const clickable = page.locator('main').locator('select:visible, button:visible, a:visible:not(th a)')
  const onScreen = await clickable.count()

  await page.emulateMedia({ media: 'print' })

  expect(onScreen).toBeGreaterThan(0)
  expect(await clickable.allTextContents()).toEqual([])
  expect(await page.locator('h2:visible').allTextContents()).toEqual(['Named workers', 'Agencies on the case'])
  expect(await page.getByRole('rowheader', { name: 'Sarah Bright' }).isVisible()).toBe(true)
})

test('two workers change one step: the second sees both versions and keeps their own', async () => {
  const { amira, sarah, caseId } = await aSharedCase()
  const id = await aStep(world, amira, caseId, { title: 'Ring the bank' })
  const [prison, probation] = [await pageOf(amira), await pageOf(sarah)]
  await prison.goto(`${address}/steps/${id}`)
  await probation.goto(`${address}/steps/${id}`)

  await probation.getByLabel('What is to be done?').fill('Book the first meeting')
  await probation.getByRole('button', { name: 'Save the step' }).click()
  await prison.getByLabel('What is to be done?').fill('Ring the bank first')
  await prison.getByRole('button', { name: 'Save the step' }).click()
  await prison.getByRole('heading', { level: 1, name: 'Sarah changed this while you were writing' }).waitFor()
  const cells = await prison.getByRole('cell').allTextContents()
  const conflictViolations = await violationsOn(prison)
  await prison.getByRole('button', { name: 'Keep mine' }).click()

  await prison.getByRole('heading', { level: 1, name: 'Ring the bank first' }).waitFor()
  expect(cells.join()).toContain('Book the first meeting')
  expect(conflictViolations).toEqual([])
})

test('no page of a case scrolls sideways, on a desk or the narrowest phone', async () => {
  const { amira, caseId } = await aSharedCase()
  const step = await aStep(world, amira, caseId, { title: 'Find somewhere to sleep', dueOn: '2026-02-26' })
  const places = [
    '',
    '/plan',
    '/notes',
    '/notes/new',
    '/appointments',
    '/appointments/new',
    '/steps/new',
    '/team',
    '/who-can-see',
  ]
  const urls = [...places.map((place) => `/cases/${caseId}${place}`), `/steps/${step}`, '/caseload', '/alerts', '/']

  const found: string[] = []
  for (const width of [1280, 375, 320]) {
    const page = await pageOf(amira, { viewport: { width, height: 900 } })
    for (const url of urls) {
      const answer = await page.goto(`${address}${url}`)
      if (answer?.status() !== 200) found.push(`${url} answered ${answer?.status()}`)
      const isWide = await page.evaluate(sideways)
      if (isWide) found.push(`${width} ${url} scrolls sideways`)
    }
    await page.context().close()
  }

  expect(found).toEqual([])
})
