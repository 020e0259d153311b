import { expect, test } from 'vitest'
import { namedOnCase, withQuestionSets } from '../src/assessments/builders.ts'
import { aCase } from '../src/cases/builders.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { openJourney } from './journey.ts'

const { world, browser, address, signIn } = await openJourney(withQuestionSets)

test('a key worker asks once: left midway, found again, submitted, and there for the next agency', async () => {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const sarah = await world.aWorkerAt('Wexley Probation', { kind: 'probation', name: 'Sarah Bright' })
  const { id: caseId } = await aCase(world, amira, { givenName: 'Danny', familyName: 'Okafor' })
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage()

  await signIn(page, amira)
  await page.goto(`${address}/cases/${caseId}/assessments`)
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.getByLabel('On the street, or no fixed place').check()
  await page.getByLabel('What does Danny say about it?').fill('If I get a room I can do the rest.')
  await page
    .getByRole('status')
    .getByText(/Draft saved at/)
    .waitFor()
  const violations = await violationsOn(page)

  await page.context().clearCookies() // signed out in the middle of it
  await page.reload()
  expect(page.url()).toContain('/sign-in')
  await signIn(page, amira)
  await page.goto(`${address}/cases/${caseId}/assessments`)
  await page.getByRole('button', { name: 'Go on' }).click()
  const kept = await page.getByLabel('What does Danny say about it?').inputValue()
  await page.getByRole('button', { name: /Save and go to/ }).click()
  const missing = await page.getByRole('alert').getByRole('link').allTextContents()

  await page.getByLabel('Nowhere yet').check()
  await page.getByLabel('No home to keep').check()
  await page.locator('#accommodation-readiness-6').check()
  await page.getByRole('group', { name: 'Does Danny want support' }).getByLabel('Yes').check()
  await page.getByRole('button', { name: /Save and go to/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Thinking and behaviour' }).waitFor()
  await page.getByRole('link', { name: 'Check answers' }).click()
  await page.getByText('Somewhere to sleep on the first night').waitFor()
  await page.getByRole('button', { name: 'Submit the assessment' }).click()
  await page.getByText('The assessment is submitted').waitFor()
  await page.goto(`${address}/cases/${caseId}/needs`)
  const needs = await page.getByRole('rowheader').allTextContents()

  expect(violations).toEqual([])
  expect(kept).toBe('If I get a room I can do the rest.')
  expect(missing).toContain('Choose an answer: Where will Danny sleep on the first night?')
  expect(needs.join()).toContain('Somewhere to sleep on the first night')

  await namedOnCase(world, sarah, caseId)
  await signIn(page, sarah)
  await page.goto(`${address}/cases/${caseId}/assessments`)
  await page.getByRole('button', { name: 'Begin' }).click()
  const source = await page.getByText('Told to Amira Khan, HMP Fernhall').first().textContent()
  await page.getByRole('group', { name: 'Is this still so?' }).first().getByLabel('Ask again').check()
  await page.getByText('Write the new answer').first().click()
  await page.getByLabel('With family or friends').first().check()
  await page.getByRole('button', { name: /Save and go to/ }).click()
  const refused = await page.getByRole('alert').getByRole('link').allTextContents()

  expect(source).toContain('2 March 2026')
  expect(refused).toContain('Say in one sentence why you ask again: Where will Danny sleep on the first night?')
})

test('without JavaScript a page is filled, stopped, found again, and two colleagues lose nothing', async () => {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const ben = await world.aColleagueOf(amira, { name: 'Ben Ode' })
  const { id: caseId } = await aCase(world, amira, { givenName: 'Danny' })
  await namedOnCase(world, ben, caseId)
  const plain = { javaScriptEnabled: false, locale: 'en-GB' }
  const [first, second] = [
    await (await browser.newContext(plain)).newPage(),
    await (await browser.newContext(plain)).newPage(),
  ]
  await signIn(first, amira)
  await signIn(second, ben)

  await first.goto(`${address}/cases/${caseId}/assessments`)
  await first.getByRole('button', { name: 'Begin' }).click()
  await second.goto(first.url())
  await first.getByLabel('What has worked before?').fill('His aunt')
  await first.getByRole('button', { name: 'Stop here and come back' }).click()
  await second.getByLabel('What has worked before?').fill('His work')
  await second.getByRole('button', { name: 'Stop here and come back' }).click()
  const heading = await second.getByRole('heading', { level: 1 }).textContent()
  const sides = await second.getByRole('cell').allTextContents()
  await second.getByRole('button', { name: 'Edit mine first' }).click()
  const mine = await second.getByLabel('What has worked before?').inputValue()
  await second.getByLabel('What has worked before?').fill('His aunt and his work')
  await second.getByRole('button', { name: 'Stop here and come back' }).click()
  await first.getByRole('button', { name: 'Go on' }).click()

  expect(heading).toBe('Amira Khan changed this page while you were writing')
  expect(sides.map((side) => side.trim())).toEqual(['His aunt', 'His work'])
  expect(mine).toBe('His work')
  expect(await first.getByLabel('What has worked before?').inputValue()).toBe('His aunt and his work')
})
