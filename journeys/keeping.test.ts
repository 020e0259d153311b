import { expect, test } from 'vitest'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { aClosedCase, afterCoolingOff, aNight } from '../src/retention/builders.ts'
import { openJourney, phone, plainPhone } from './journey.ts'

// What is kept, what goes, what went wrong and what was complained about, as the managers of a prison meet it.

const { world, address, pageOf } = await openJourney()
const ines = await world.aWorkerAt('HMP Fernhall', { roles: ['MANAGER'], name: 'Ines Marsh' })
const bo = await world.aColleagueOf(ines, { roles: ['MANAGER'], name: 'Bo Finch' })
const amira = await world.aColleagueOf(ines, { name: 'Amira Khan' })

test('an old record falls due, one manager proposes, a second approves, a hold keeps one, and the certificate names nobody', async () => {
  await aClosedCase(world, amira, { givenName: 'Danny' })
  await aClosedCase(world, amira, { givenName: 'Ola' })
  await aNight(world)
  const [first, second] = [await pageOf(ines, plainPhone), await pageOf(bo, phone)]

  await first.goto(`${address}/`)
  await first.getByRole('link', { name: 'Menu' }).click()
  await first.getByRole('link', { name: 'Data protection' }).click()
  await second.goto(`${address}/retention`)
  const due = await violationsOn(second)
  await first.getByRole('link', { name: 'Danny Rivers' }).waitFor()
  await first.getByLabel('Case records').check()
  await first.getByLabel('Why now?').fill('The yearly clearing.')
  await first.getByRole('button', { name: 'Propose' }).click()
  await first.getByText('You proposed this').waitFor()
  const url = first.url().split('?')[0]!
  await second.goto(url)
  await second.getByRole('button', { name: 'Approve the disposal' }).click()
  await second.getByText('Approved. It can be taken back until it begins.').waitFor()
  const approved = await violationsOn(second)

  await second.getByRole('link', { name: 'Ola Rivers' }).click()
  await second.getByLabel('Who asks for it?').fill('HM Coroner')
  await second.getByLabel('Why must it stay?').fill('An inquest is open.')
  const from = second.getByRole('group', { name: 'From', exact: true })
  for (const [box, typed] of Object.entries({ Day: '2', Month: '3', Year: '2026' }))
    await from.getByLabel(box).fill(typed)
  await second.getByRole('button', { name: 'Place the hold' }).click()
  await second.getByText('The hold stands').waitFor()
  const held = await violationsOn(second)

  const before = world.time.now
  await afterCoolingOff(world)
  world.time.now = before
  await second.goto(url)
  await second.getByText('2 of 2 settled').waitFor()
  await second.getByText('1, Kept: legal hold').waitFor()
  await second.getByRole('link', { name: 'Certificate', exact: true }).click()
  await second.getByText('Hash of all items').waitFor()
  const certificate = await violationsOn(second)

  expect(await second.textContent('main')).not.toMatch(/Danny|Ola/)
  expect([due, approved, held, certificate]).toEqual([[], [], [], []])
})

test('a manager records a breach, sees its clock on the first page, and stops it by telling the regulator', async () => {
  const page = await pageOf(ines, phone)
  const typeMoment = async (group: string, time: string) => {
    const boxes = page.getByRole('group', { name: group, exact: true })
    for (const [box, typed] of Object.entries({ Day: '2', Month: '3', Year: '2026' })) {
      await boxes.getByLabel(box).fill(typed)
    }
    await page.getByLabel(`${group}: time`).fill(time)
  }

  await page.goto(`${address}/data-breaches`)
  const empty = await violationsOn(page)
  await page.getByRole('button', { name: 'Record a breach' }).click()
  await page.getByLabel('What happened?').fill('A list went to the wrong address.')
  await page.getByRole('button', { name: 'Save' }).click()
  const kept = await page.getByLabel('What happened?').inputValue()
  await typeMoment('Found', '9:00')
  await page.getByLabel('Confidentiality').check()
  await page.getByLabel('Whose data, and which').fill('People on the release list')
  await page.getByLabel('How many people').fill('42')
  await page.getByLabel('A risk', { exact: true }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('The entry is kept').waitFor()
  const entry = await violationsOn(page)
  await page.goto(`${address}/`)
  await page.getByText('71 hours left to tell the regulator').waitFor()
  const day = await violationsOn(page)
  await page.getByRole('link', { name: 'Breach at HMP Fernhall' }).click()
  await typeMoment('Regulator told', '9:20')
  await page.getByLabel('Reference of the regulator').fill('IC-1')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Told in time').waitFor()

  expect(kept).toBe('A list went to the wrong address.')
  expect([empty, entry, day]).toEqual([[], [], []])
})
