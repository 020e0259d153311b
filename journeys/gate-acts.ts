import type { Page } from 'playwright-core'
import type { Journey } from './journey.ts'

/** Where the acts of the long journey happen. */
export interface Place {
  journey: Journey
  caseId: string
  personId: string
}

const of = ({ journey, caseId }: Place, part: string) => `${journey.address}/cases/${caseId}/${part}`
const textOf = async (page: Page) => (await page.locator('main').textContent()) ?? ''

/** Days go by; whoever signed in before does so again in the morning. */
export async function passTo({ world }: Journey, at: string): Promise<void> {
  world.time.now = new Date(at)
  await world.inspect(`update session set seen_at = $1::timestamptz, ends_at = $1::timestamptz + interval '10 hours'`, [
    at,
  ])
}

/** Three boxes of a day, such as '24 12 2026'. */
export async function fillDay(page: Page, group: string, on: string): Promise<void> {
  const boxes = page.getByRole('group', { name: group })
  for (const [index, label] of ['Day', 'Month', 'Year'].entries()) {
    await boxes.getByLabel(label).fill(on.split(' ')[index]!)
  }
}

/** Adds somebody whom nobody knew. */
export async function addPerson(page: Page, journey: Journey): Promise<Place> {
  await page.goto(`${journey.address}/people/new`)
  await page.getByLabel('Prison number').fill('A1234BC')
  await page.getByLabel('First name').fill('Danny')
  await page.getByLabel('Family name').fill('Okafor')
  await fillDay(page, 'Date of birth', '4 5 1991')
  await page.getByLabel('I work with this person').check()
  await page.getByRole('button', { name: 'Add this person' }).click()
  await page.getByRole('heading', { level: 1, name: 'Danny Okafor' }).waitFor()
  const rows = await journey.world.inspect<Omit<Place, 'journey'>>(
    'select id as "caseId", person_id as "personId" from case_file',
  )
  return { journey, ...rows[0]! }
}

/** Says what happened to him, on his page of moves. Where it takes him out of sight, the reader's own list of moves says so. */
export async function move(page: Page, { journey, personId }: Place, what: string, toPrison?: string): Promise<void> {
  await page.goto(`${journey.address}/people/${personId}/movements`)
  await page.getByRole('radio', { name: what, exact: true }).check()
  if (what === 'Received here') await page.getByLabel('Wing').fill('A')
  if (toPrison) await page.getByLabel('Which prison next?').selectOption({ label: toPrison })
  await page.getByRole('button', { name: 'Record it' }).click()
  await page.getByRole('table').getByText(what).first().waitFor()
}

/** A prison receives him from its page of arrivals. */
export async function receive(page: Page, { journey }: Place, wing: string): Promise<void> {
  await page.goto(`${journey.address}/arrivals`)
  await page.getByLabel('Danny Okafor').check()
  await page.getByLabel('Wing').fill(wing)
  await page.getByRole('button', { name: 'Check before receiving' }).click()
  await page.getByRole('button', { name: 'Receive one person' }).click()
  await page.getByText('One person was received').waitFor()
}

/** Enters a date, and waits until the lists show it. */
export async function enterDate(page: Page, place: Place, kind: string, on: string, shown: string): Promise<void> {
  await page.goto(`${place.journey.address}/people/${place.personId}/dates/new`)
  await page.getByLabel('Which date?').selectOption(kind)
  await fillDay(page, 'What day?', on)
  await page.getByRole('button', { name: 'Save date' }).click()
  await page.getByText(`Lists show: ${shown}`).waitFor()
}

/** Asks about a home, and nothing else. */
export async function assess(page: Page, place: Place): Promise<void> {
  await page.goto(of(place, 'assessments'))
  await page.getByRole('button', { name: 'Begin' }).click()
  for (const answer of ['On the street, or no fixed place', 'Nowhere yet', 'No home to keep']) {
    await page.getByLabel(answer).check()
  }
  await page.locator('#accommodation-readiness-6').check()
  await page.getByRole('group', { name: 'Does Danny want support' }).getByLabel('Yes').check()
  await page.getByRole('button', { name: /Save and go to/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Thinking and behaviour' }).waitFor()
  await page.getByRole('link', { name: 'Check answers' }).click()
  await page.getByRole('button', { name: 'Submit the assessment' }).click()
  await page.getByText('The assessment is submitted').waitFor()
}

/** A charity is asked for a bed, and says yes. */
export async function refer(prison: Page, charity: Page, place: Place): Promise<void> {
  await prison.goto(of(place, 'referrals'))
  await prison
    .getByRole('link', { name: /^Choose a service/ })
    .first()
    .click()
  await prison.getByLabel('Bridge House').first().check()
  await prison.getByLabel('Why this service?').fill('You have a bed, and take people on licence.')
  await prison.getByRole('button', { name: 'Check before sending' }).click()
  await prison.getByRole('button', { name: 'Send the referral' }).click()
  await prison.getByText('You are told as soon as they answer').waitFor()
  await charity.goto(`${place.journey.address}/referrals`)
  await charity.getByRole('link', { name: 'Danny Okafor', exact: true }).click()
  await charity.getByLabel('Yes, we will take this person').check()
  await charity.getByLabel('Who will see to it').fill('Dee Parry')
  await charity.getByRole('button', { name: 'Send answer' }).click()
  await charity.getByRole('button', { name: 'The service has begun' }).waitFor()
}

/** A goal in his own words, with a step. */
export async function plan(page: Page, place: Place): Promise<void> {
  await page.goto(of(place, 'goals/new'))
  await page.getByLabel('What do they want?').fill('I want a door of my own')
  await page.getByLabel('Accommodation').check()
  await page.getByRole('button', { name: 'Save, and add the first step' }).click()
  await page.getByLabel('What is to be done?').fill('Send the housing form')
  await page.getByLabel('Who does it?').selectOption({ label: 'Amira Khan, HMP Fernhall' })
  await fillDay(page, 'By when', '20 11 2026')
  await page.getByRole('button', { name: 'Save the step' }).click()
  await page.getByText('Send the housing form').first().waitFor()
}

/** He comes in at his own door, by a code from a worker. */
export async function enterOwnDoor(person: Page, worker: Page, place: Place): Promise<void> {
  await worker.goto(of(place, 'own-door'))
  await worker.getByRole('button', { name: 'Make a code' }).click()
  await worker.getByRole('heading', { level: 1, name: 'A code to come in' }).waitFor()
  const code = /\d{4} \d{4}/.exec(await textOf(worker))![0]
  await person.context().clearCookies()
  await person.goto(`${place.journey.address}/me`)
  await person.getByLabel('Your prison number').fill('A1234BC')
  await person.getByLabel('Your code').fill(code)
  await person.getByRole('button', { name: 'Go in' }).click()
  await person.getByRole('heading', { level: 1, name: 'Hello Danny' }).waitFor()
}
