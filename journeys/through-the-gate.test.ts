import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { withQuestionSets } from '../src/assessments/builders.ts'
import { aService } from '../src/directory/builders.ts'
import { addPerson, assess, enterDate, move, passTo, plan, receive, refer } from './gate-acts.ts'
import { askAlone, bringMother, familyPage, rehearse, relay } from './gate-relay.ts'
import { openJourney, phone, plainPhone } from './journey.ts'

const journey = await openJourney(withQuestionSets)
const { world, site, address, pageOf } = journey

const travel = `from,to,mode,minutes,price,first,last,every,both_ways
Long Marsh gate,Probation,bus,51,2.80,08:00,18:00,,yes
Probation,Bridge House,walk,12,0,,,,yes`

test('one person through the gate: received, asked once, moved, handed over, out before Christmas, recalled and out again, in one case', async () => {
  world.time.now = new Date('2026-11-02T09:30:00Z')
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan', roles: ['WORKER', 'MANAGER'] })
  const lea = await world.aWorkerAt('HMP Long Marsh', { name: 'Lea Brook', roles: ['WORKER', 'MANAGER'] })
  const tom = await world.aWorkerAt('Merrow Probation', { kind: 'probation', name: 'Tom Reed' })
  const dee = await world.aWorkerAt('Second Step', { kind: 'charity', name: 'Dee Parry' })
  const council = await world.aWorkerAt('Wexley Council', { kind: 'council', roles: ['COORDINATOR'] })
  await aService(world, dee, { name: 'Bridge House' })
  await site.post(council, '/travel-times/file', { lines: travel })
  const [fernhall, marsh] = [await pageOf(amira, phone), await pageOf(lea)]
  const [area, charity] = [await pageOf(tom, phone), await pageOf(dee)]
  const [danny, rosa] = [await pageOf(undefined, plainPhone), await pageOf(undefined, plainPhone)]

  // Received at Fernhall, where nobody knew him; asked once, referred from the need, planned with.
  const place = await addPerson(fernhall, journey)
  const of = (part: string) => `${address}/cases/${place.caseId}${part}`
  await move(fernhall, place, 'Received here')
  await enterDate(fernhall, place, 'CRD', '24 12 2026', 'Thursday 24 December 2026, Conditional release')
  await fernhall.goto(of('/team'))
  await fernhall.getByLabel('Which probation area or team?').selectOption({ label: 'Merrow Probation' })
  await fernhall.getByRole('button', { name: 'Let it in' }).click()
  await fernhall.getByText('Supervises after release').waitFor()
  await assess(fernhall, place)
  await refer(fernhall, charity, place)
  await plan(fernhall, place)

  // Moved to Long Marsh: what is open goes along, and Fernhall is out.
  await move(fernhall, place, 'Transferred to another prison', 'HMP Long Marsh')
  const afterMove = (await fernhall.goto(of('')))?.status()
  await receive(marsh, place, 'C')
  await nameKeyWorker(marsh, of('/team'), 'Lea Brook, HMP Long Marsh')
  await passTo(journey, '2026-12-07T09:30:00Z')
  await marsh.goto(`${address}/releases`)
  const line = await marsh.getByRole('row', { name: /Danny Okafor/ }).textContent()

  expect(afterMove).toBe(404)
  for (const part of ['Thu 24 Dec 2026', 'May be out as early as Tue 22 Dec', 'Send the housing form', 'Lea Brook'])
    expect(line).toContain(part)

  // His mother comes in; the three of them meet; Tom tries the day to which the Friday rule may bring it forward.
  const number = await bringMother(danny, marsh, rosa, place)
  const promised = await rosa.locator('main').textContent()
  await relay(marsh, danny, area, place)
  await rehearse(area, place, '22 12 2026')
  await area.getByRole('link', { name: /^If it is Tue/ }).click()
  await area.getByRole('heading', { name: '1 of 1 cannot be done' }).waitFor()
  await area.getByRole('button', { name: 'Dee Parry said yes' }).click()
  await area.goto(`${of('/release-day')}?on=2026-12-22&by=BUS`)
  await area.getByRole('button', { name: 'Move them' }).click()
  await area.getByText('The appointments were moved').waitFor()

  expect(promised).toContain('24 December 2026')

  // Out on the Wednesday, a day before the date on the list. The fortnight counts from the day on which he went.
  await passTo(journey, '2026-12-23T10:00:00Z')
  await move(marsh, place, 'Released')
  const afterGate = (await marsh.goto(of('')))?.status()
  await passTo(journey, '2026-12-27T10:00:00Z')
  await contact(area, of('/first-days'), 1, 'Met')
  await contact(area, of('/first-days'), 3, 'No answer')
  await area.goto(`${address}/first-contacts`)
  const silent = await area.locator('main').textContent()
  await contact(area, of('/first-days'), 3, 'Spoke')
  const fortnight = await area.locator('main').textContent()
  const seenOutside = await familyPage(rosa, place, number)

  expect(afterGate).toBe(404)
  expect(silent).toContain('Left on Wed 23 Dec 2026. Missed: day 2, 3.')
  expect(fortnight).toContain('Day 1, Thu 24 Dec 2026')
  expect(seenOutside).toContain('The day on which Danny was to come outWednesday 23 December 2026')

  // Recalled: the old date is over, his mother reads none, and he is asked again before she reads another.
  await passTo(journey, '2027-01-11T10:00:00Z')
  await move(area, place, 'Recalled to prison', 'HMP Fernhall')
  await receive(fernhall, place, 'B')
  await enterDate(fernhall, place, 'PRRD', '5 2 2027', 'Friday 5 February 2027, Post-recall')
  const seenInside = await familyPage(rosa, place, number)
  await nameKeyWorker(fernhall, of('/team'), 'Amira Khan, HMP Fernhall')
  await askAlone(fernhall, place)
  const seenAgain = await familyPage(rosa, place, number)

  expect(seenInside).toContain('There is no date to show yet')
  expect(seenAgain).toContain('5 February 2027')

  // Out again: a new fortnight, the old plan, the same case.
  await passTo(journey, '2027-02-04T10:00:00Z')
  await move(fernhall, place, 'Released again after recall')
  await passTo(journey, '2027-02-05T10:00:00Z')
  await area.goto(of('/first-days'))
  const again = await area.locator('main').textContent()
  await area.goto(of('/plan'))
  const kept = await area.locator('main').textContent()
  const cases = await world.inspect('select ended_on as "endedOn" from case_file')

  expect(again).toContain('Day 1, Fri 5 Feb 2027')
  expect(again).not.toContain('Tom Reed.')
  for (const part of ['I want a door of my own', 'Send the housing form', 'Merrow Probation'])
    expect(kept).toContain(part)
  expect(cases).toEqual([{ endedOn: null }])
})

async function nameKeyWorker(page: Page, url: string, worker: string) {
  await page.goto(url)
  await page.getByLabel('Who?').selectOption({ label: worker })
  await page.getByLabel('As what?').selectOption({ label: 'Key worker' })
  await page.getByRole('button', { name: 'Name this worker' }).click()
  await page.getByRole('cell', { name: 'Key worker' }).first().waitFor()
}

async function contact(page: Page, url: string, number: number, what: string) {
  await page.goto(url)
  await page.getByRole('button', { name: `${what} on day ${number}`, exact: true }).click()
  await page.getByText(`${what}, Tom Reed.`).first().waitFor()
}
