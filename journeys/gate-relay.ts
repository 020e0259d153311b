import type { Page } from 'playwright-core'
import { enterOwnDoor, fillDay, type Place, passTo } from './gate-acts.ts'

const of = ({ journey, caseId }: Place, part: string) => `${journey.address}/cases/${caseId}/${part}`

/** He names his mother at his own door; asked alone he says that she may see the date; she comes in. @returns her number. */
export async function bringMother(person: Page, worker: Page, mother: Page, place: Place): Promise<string> {
  await enterOwnDoor(person, worker, place)
  await person.getByRole('link', { name: 'My family and friends' }).click()
  await person.getByLabel('Their name').fill('Rosa Okafor')
  await person.getByLabel('Who are they to you?').selectOption('PARENT')
  await person.getByLabel('The release date').check()
  await person.getByLabel('A code on paper').check()
  await person.getByLabel('English', { exact: true }).check()
  await person.getByRole('button', { name: 'Yes, they may see this' }).click()
  await person.getByText('Your worker is looking at this').waitFor()
  await askAlone(worker, place)
  await worker.getByRole('button', { name: /^Make a code/ }).click()
  await worker.getByRole('heading', { name: 'For Rosa Okafor' }).waitFor()
  const code = /[A-Z2-9]{4} [A-Z2-9]{4} [A-Z2-9]{4}/.exec((await worker.locator('main').textContent()) ?? '')![0]
  await mother.goto(`${place.journey.address}/family/join`)
  await mother.getByLabel('The code').fill(code)
  await mother.getByLabel('Choose a PIN').fill('246810')
  await mother.getByRole('button', { name: 'Come in' }).click()
  const said = await mother.getByText(/^Your number is/).textContent()
  return said!.replaceAll(/\D/g, '')
}

/** He is asked alone whether she may know the date. */
export async function askAlone(worker: Page, place: Place): Promise<void> {
  await worker.goto(of(place, 'family'))
  await worker.getByText('Ask Danny alone about the date').click()
  await worker.getByLabel('I was alone with Danny').check()
  for (const question of ['want Rosa Okafor to know', 'feel safe']) {
    await worker.getByRole('group', { name: question }).getByLabel('Yes').check()
  }
  await worker.getByLabel('Show it').check()
  await worker.getByRole('button', { name: 'Save the answers' }).click()
  await worker.getByText('They can see it').waitFor()
}

/** What his mother reads, come in anew. */
export async function familyPage(mother: Page, place: Place, number: string): Promise<string> {
  await mother.context().clearCookies()
  await mother.goto(`${place.journey.address}/family`)
  await mother.getByLabel('Your number').fill(number)
  await mother.getByLabel('Your PIN').fill('246810')
  await mother.getByRole('button', { name: 'Come in' }).click()
  await mother.getByRole('heading', { level: 1, name: 'About Danny' }).waitFor()
  return (await mother.locator('main').textContent()) ?? ''
}

/** Lea, Danny and Tom meet, and each signs for themselves. */
export async function relay(inside: Page, person: Page, outside: Page, place: Place): Promise<void> {
  await inside.goto(of(place, 'handover'))
  await inside.getByLabel('To whom do you hand Danny over?').selectOption({ label: 'Tom Reed, Merrow Probation' })
  await meet(inside)
  await inside.getByRole('button', { name: 'Propose the meeting' }).click()
  await inside.getByRole('link', { name: 'Write the meeting down' }).waitFor()
  await passTo(place.journey, '2026-12-08T15:30:00Z')
  await inside.getByRole('link', { name: 'Write the meeting down' }).click()
  await meet(inside)
  for (const name of ['Danny Okafor', 'Lea Brook', 'Tom Reed']) await inside.getByRole('checkbox', { name }).check()
  await inside.getByLabel('What did Danny say?').fill('I want one person to ring.')
  await inside.getByRole('button', { name: 'Sign and keep' }).click()
  await inside.getByText('Lea Brook of HMP Long Marsh is responsible until all three have signed').waitFor()
  await enterOwnDoor(person, inside, place)
  await person.getByRole('link', { name: 'Who will work with me' }).click()
  await person.getByLabel('Yes, I agree').check()
  await person.getByRole('button', { name: 'Send my answer' }).click()
  await person.getByText('We got your answer').waitFor()
  await outside.goto(`${place.journey.address}/alerts`)
  await outside.getByRole('link', { name: /Danny Okafor agrees to the handover/ }).click()
  await outside.getByRole('button', { name: 'Sign and take over' }).click()
  await outside.getByText('Tom Reed of Merrow Probation is responsible since').waitFor()
}

async function meet(page: Page): Promise<void> {
  await fillDay(page, 'On which day', '8 12 2026')
  await page.getByLabel('At what time?').fill('14:00')
  await page.getByLabel('In person').check()
}

/** The day is tried: an appointment, a curfew, the gate, the bus and the night. @returns the verdict. */
export async function rehearse(page: Page, place: Place, on: string): Promise<void> {
  await page.goto(of(place, 'appointments/new'))
  await page.getByLabel('What is it for?').fill('Probation')
  await fillDay(page, 'Which day?', on)
  await page.getByLabel('At what time?').fill('9:30')
  await page.getByLabel('Where?').fill('Probation')
  await page.getByRole('button', { name: 'Save the appointment' }).click()
  await page.getByRole('heading', { level: 1, name: 'Appointments' }).waitFor()
  await page.goto(of(place, 'licence'))
  await page.getByLabel('Condition', { exact: true }).selectOption('CURFEW')
  await fillDay(page, 'From', on)
  await page.getByLabel('Curfew begins at').fill('19:00')
  await page.getByLabel('Curfew ends at').fill('7:00')
  await page.getByRole('button', { name: 'Add it' }).click()
  await page.getByText('At home from 19:00 until 07:00.').waitFor()
  await page.goto(of(place, 'release-day/decide'))
  await page.getByLabel('Which gate').fill('Long Marsh gate')
  await page.getByLabel('Money in hand').fill('46')
  await page.getByLabel('How they travel').selectOption('BUS')
  await page.getByLabel('Where they sleep').fill('Bridge House')
  await page.getByLabel('Who meets them at the gate').fill('Dee Parry')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
}
