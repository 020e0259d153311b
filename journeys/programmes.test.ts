import { expect, test } from 'vitest'
import { aCourse, inTheGroup } from '../src/courses/builders.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { lifeChange } from '../src/programmes/builders.ts'
import { openJourney, phone, plainPhone } from './journey.ts'

const { world, address, pageOf } = await openJourney()

test('a manager makes a programme their own and plans a group; a facilitator takes its register on a phone, and whoever was missing is not lost', async () => {
  const pauline = await world.aWorkerAt('Riverside Mentors', {
    kind: 'charity',
    name: 'Pauline Okoro',
    roles: ['WORKER', 'MANAGER'],
  })
  const joe = await world.aColleagueOf(pauline, { name: 'Joe Marsh' })
  const { id: programmeId } = await lifeChange(world, pauline)

  // The manager, at a desk: a programme of their own, then a group with a deputy.
  const desk = await pageOf(pauline, { viewport: { width: 1280, height: 900 } })
  await desk.goto(`${address}/programmes/${programmeId}`)
  expect(await violationsOn(desk)).toEqual([])
  await desk.getByRole('button', { name: 'Make it our own' }).click()
  await desk.getByText('Taken further from Comes with Throughline, edition 1').waitFor()
  await desk.getByRole('button', { name: 'Plan a group' }).click()
  await desk.getByLabel('Name', { exact: true }).fill('LifeChange in town')
  await desk.getByRole('radio', { name: 'Mixed' }).check()
  await desk.getByLabel('Room').fill('Market Hall')
  await desk.getByLabel('Time').fill('9:00')
  await desk.getByLabel('Most people').fill('8')
  await desk.getByLabel('Deputy').selectOption({ label: 'Joe Marsh' })
  await desk.getByRole('button', { name: 'Plan it' }).click()
  expect(await violationsOn(desk)).toEqual([])
  expect(await desk.getByLabel('Room').inputValue()).toBe('Market Hall') // no day was typed; the rest is kept
  for (const [box, value] of Object.entries({ Day: '2', Month: '3', Year: '2026' }))
    await desk.getByLabel(box, { exact: true }).fill(value)
  await desk.getByRole('button', { name: 'Plan it' }).click()
  await desk.getByText('The group is too small: it needs at least 4.').waitFor()
  const courseId = new URL(desk.url()).pathname.split('/')[2]!
  await inTheGroup(world, pauline, courseId, ['Ada', 'Ben', 'Cleo', 'Dai'])
  await desk.reload()
  await desk.getByRole('button', { name: 'Confirm the group' }).click()
  await desk.getByText('Confirmed. The group begins').waitFor()
  expect(await violationsOn(desk)).toEqual([])

  // The facilitator, on a phone without JavaScript: one tap for who was missing, one for everybody else.
  const hand = await pageOf(joe, plainPhone)
  await hand.goto(`${address}/courses/${courseId}`)
  await hand.getByRole('button', { name: /^Take the register: Session 1 of 8/ }).click()
  const ben = hand.getByRole('group', { name: 'Ben Rivers' })
  await ben.getByRole('radio', { name: 'Absent' }).check()
  await hand.getByLabel('How did it go?').fill('A good first round.')
  await hand.getByRole('button', { name: 'Save; everybody else was here' }).click()
  await hand.getByText('The register is kept').waitFor()
  await hand.getByText('3 of 4: 75%. By chance alone it could be 30% to 95%.').first().waitFor()

  // The warning leads to the page where the talk is written down, and goes.
  const talk = await pageOf(joe, phone)
  await talk.goto(`${address}/courses/${courseId}`)
  await talk.getByRole('link', { name: 'Ben Rivers' }).first().click()
  await talk.getByLabel('What', { exact: true }).selectOption({ label: 'Call' })
  await talk.getByLabel('In your words').fill('Was ill. Comes next week.')
  expect(await violationsOn(talk)).toEqual([])
  await talk.getByRole('button', { name: 'Keep' }).first().click()
  await talk.getByText('Contact: call').waitFor()
  await talk.goto(`${address}/courses/${courseId}`)
  await talk.getByText('3 of 4: 75%').first().waitFor()
  expect(await talk.getByText('One person was missing').count()).toBe(0)
  await talk
    .getByRole('link', { name: /^Open the register/ })
    .first()
    .click()
  expect(await talk.getByRole('group', { name: 'Ben Rivers' }).getByText('Pauline').count()).toBe(0)
  expect(await violationsOn(talk)).toEqual([])

  // How the programme goes, at the desk: of four people nothing is told.
  await desk.goto(`${address}/courses/${courseId}`)
  await desk.getByRole('link', { name: /^Runs on edition/ }).click()
  await desk.getByRole('link', { name: /^How it goes/ }).click()
  await desk.getByText('1 group, 1 of 8 sessions held. Fewer than 5 people began.').waitFor()
  expect(await violationsOn(desk)).toEqual([])

  // What was learned goes along with the programme, and the sums of a few do not.
  await desk.getByRole('button', { name: 'Send these figures along with the programme' }).click()
  await desk.getByText('Too few people for any share.').waitFor()
  await desk.getByLabel('Where').fill('A market town')
  await desk.getByRole('button', { name: 'Keep as the next edition' }).click()
  expect(await violationsOn(desk)).toEqual([])
  expect(await desk.getByLabel('Where').inputValue()).toBe('A market town') // the country was left out
  await desk.getByLabel('Country').fill('it')
  await desk.getByLabel('Conditions').fill('A room above the market, on Tuesdays.')
  await desk.getByRole('button', { name: 'Keep as the next edition' }).click()
  await desk.getByRole('heading', { name: 'A market town, Italy' }).waitFor()
  expect(await violationsOn(desk)).toEqual([])
})

test('the register fits a phone in Dutch', async () => {
  const ana = await world.aWorkerAt('Open Gate', { kind: 'charity', name: 'Ana Silva', roles: ['WORKER', 'MANAGER'] })
  const courseId = await aCourse(world, ana)
  await inTheGroup(world, ana, courseId, ['Ada', 'Ben', 'Cleo', 'Dai'])
  const page = await pageOf(ana, phone)
  await page.goto(`${address}/language/nl?back=/courses/${courseId}`)

  await page
    .getByRole('link', { name: /^Vul de lijst in/ })
    .first()
    .click()

  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375)
  expect(await violationsOn(page)).toEqual([])
})
