import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aCase } from '../src/cases/builders.ts'
import { letIn } from '../src/cases/index.ts'
import { enterReleaseDate } from '../src/custody/index.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { openJourney, phone } from './journey.ts'

const { world, address, pageOf } = await openJourney()

test('a plan is made together: a goal in the person’s words, steps for two agencies and the person, reviews, and an answer at the own door', async () => {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const sarah = await world.aWorkerAt('Wexley Probation', { kind: 'probation', name: 'Sarah Bright' })
  const about = { givenName: 'Danny', familyName: 'Okafor', number: 'A1234BC' }
  const { id: caseId, personId } = await aCase(world, amira, about)
  await world.database.change(amira, async (change) => {
    const { agencyId, userId: accountId } = sarah
    await letIn(change, { caseId, agencyId, accountId, relationship: 'ALLOCATED', role: 'COMMUNITY_OFFENDER_MANAGER' })
    await enterReleaseDate(change, personId, { kind: 'CONFIRMED', day: '2026-04-08', isRecalled: false })
  })
  const prison = await pageOf(amira, phone)
  const violations: string[] = []
  const check = async (page: Page) => violations.push(...(await violationsOn(page)))
  const isAt = (title: string | RegExp) => prison.getByRole('heading', { level: 1, name: title }).waitFor()

  await prison.goto(`${address}/cases/${caseId}/plan`)
  await prison
    .getByRole('button', { name: 'Add a goal' })
    .or(prison.getByRole('link', { name: 'Add a goal' }))
    .click()
  await prison.getByLabel('What do they want?').fill('I want a door of my own')
  await prison.getByLabel('Accommodation').check()
  await check(prison)
  await prison.getByRole('button', { name: 'Save, and add the first step' }).click()
  await isAt('Add a step')
  await addStep(prison, { title: 'Write down where I can live', owner: 'Danny', day: '10' })
  await prison.getByRole('link', { name: 'Add a step to this goal' }).click()
  await addStep(prison, {
    title: 'Send the housing form',
    owner: 'Amira Khan, HMP Fernhall',
    day: '12',
    lead: 'Finding a home',
  })
  await prison.getByRole('link', { name: 'Add a step to this goal' }).click()
  await prison.getByText('What comes first, who helps, who is told').click()
  await prison.getByLabel('Send the housing form').check()
  await check(prison)
  await addStep(prison, { title: 'Collect the keys', owner: 'Sarah Bright, Wexley Probation', day: '11' })
  await prison.getByText('A step that comes first is due later than this').first().waitFor()
  await addStep(prison, { day: '20' })
  await isAt('Plan')
  const plan = (await prison.locator('main').textContent()) ?? ''
  await check(prison)

  await prison.getByRole('link', { name: 'Review the plan with Danny' }).click()
  await prison.getByLabel('Danny does not agree').check()
  await prison.getByRole('button', { name: 'Save the review' }).click()
  await prison
    .getByRole('link', { name: 'Write why, in the person’s own words' })
    .or(prison.getByRole('link', { name: "Write why, in the person's own words" }))
    .waitFor()
  await prison.getByLabel('Why, in the words of Danny').fill('I do not want to live in Wexley.')
  await prison.getByLabel('Sarah Bright, Wexley Probation').check()
  await check(prison)
  await prison.getByRole('button', { name: 'Save the review' }).click()
  await isAt(/^Version 1/)
  const first = await prison.locator('main').textContent()
  await check(prison)

  await prison.getByRole('link', { name: 'Whole plan' }).click()
  await prison.getByRole('link', { name: 'Collect the keys' }).first().click()
  await prison.getByLabel('What is to be done?').fill('Collect the keys in Carrow')
  await check(prison)
  await prison.getByRole('button', { name: 'Save the step' }).click()
  await prison.goto(`${address}/cases/${caseId}/plan/reviews/new`)
  const since = await prison.locator('main').textContent()
  await prison.getByLabel('Danny agrees', { exact: true }).check()
  await prison.getByRole('button', { name: 'Save the review' }).click()
  await isAt(/^Version 2/)
  const second = await prison.locator('main').textContent()
  await prison.goto(`${address}/cases/${caseId}/plan/goals`)
  await prison.emulateMedia({ media: 'print' })
  const paper = await prison.locator('main').textContent()
  await prison.goto(`${address}/cases/${caseId}/plan/funder-summary`)
  const funder = await prison.evaluate<string>('document.body.innerText') // as it is on paper
  await prison.emulateMedia({ media: 'screen' })
  await check(prison)

  const entered = await pageOf(amira)
  await entered.goto(`${address}/cases/${caseId}/own-door`)
  await entered.getByRole('button', { name: 'Make a code' }).click()
  await entered.getByRole('heading', { level: 1, name: 'A code to come in' }).waitFor()
  const code = /\d{4} \d{4}/.exec((await entered.locator('main').textContent()) ?? '')![0]
  const danny = await pageOf(undefined, phone)
  await danny.goto(`${address}/me`)
  await danny.getByLabel('Your prison number').fill('A1234BC')
  await danny.getByLabel('Your code').fill(code)
  await danny.getByRole('button', { name: 'Go in' }).click()
  await danny.getByRole('link', { name: 'My goals' }).click()
  const own = await danny.locator('main').textContent()
  await danny.getByLabel('I agree in part').check()
  await danny.getByLabel('Your own words').fill('Near my sister.')
  await check(danny)
  await danny.getByRole('button', { name: 'Send it' }).click()
  await danny.getByText('We got what you said about the plan').waitFor()
  await prison.goto(`${address}/cases/${caseId}/plan`)
  const answered = await prison.locator('main').textContent()

  for (const part of [
    '“I want a door of my own”',
    '0 of 3 steps done',
    'Danny does this',
    'Waits for: Send the housing form',
    'Takes 84 days, and 37 days are left',
  ])
    expect(plan).toContain(part)
  for (const part of [
    'Danny does not agree',
    'I do not want to live in Wexley.',
    'Sarah Bright',
    'This is the first version',
  ])
    expect(first).toContain(part)
  for (const text of [since, second])
    expect(text).toContain('The step “Collect the keys” now says “Collect the keys in Carrow”')
  for (const part of ['I want a door of my own', 'Collect the keys in Carrow', 'Sarah Bright, Wexley Probation'])
    expect(paper).toContain(part)
  for (const name of ['Danny', 'Okafor', 'A1234BC', 'Amira', 'Sarah', 'Carrow', 'door of my own'])
    expect(funder).not.toContain(name)
  for (const part of ['I want a door of my own', 'You do this', 'Sarah Bright does this']) expect(own).toContain(part)
  for (const part of ['Danny at their own door', 'Danny agrees in part', 'Near my sister.'])
    expect(answered).toContain(part)
  expect(violations).toEqual([])
})

interface Typed {
  title?: string
  owner?: string
  day: string
  lead?: string
}

async function addStep(page: Page, { title, owner, day, lead }: Typed) {
  if (title) await page.getByLabel('What is to be done?').fill(title)
  if (owner) await page.getByLabel('Who does it?').selectOption({ label: owner })
  const due = page.getByRole('group', { name: 'By when (if there is a day)' })
  for (const [label, value] of [
    ['Day', day],
    ['Month', '3'],
    ['Year', '2026'],
  ] as const)
    await due.getByLabel(label).fill(value)
  if (lead) await page.getByLabel('Does it take long?').selectOption({ label: lead })
  await page.getByRole('button', { name: 'Save the step' }).click()
}
