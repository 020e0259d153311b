import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openJourney } from './journey.ts'

const { world, browser, address } = await openJourney((world) =>
  world.inspect('truncate partnership, agreement, agreement_party, agreement_grant, agency, account cascade'),
)

test('from an empty database to the first worker: set up, an agency, a team, an invitation, a password', async () => {
  const ada = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  await ada.goto(`${address}/people`)
  await setUp(ada)
  await ada.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()

  await go(ada, 'Agencies')
  await ada.getByRole('button', { name: 'Add an agency' }).click()
  await ada.getByLabel('Name').fill('HMP Fernhall')
  await ada.getByLabel('Kind').selectOption('Prison')
  await ada.getByLabel('Code').fill('FHI')
  await ada.getByRole('button', { name: 'Add an agency' }).click()
  await ada.getByRole('link', { name: 'HMP Fernhall' }).waitFor()

  await go(ada, 'Users')
  await ada.getByLabel('Agency').selectOption('HMP Fernhall')
  await ada.getByRole('button', { name: 'Find' }).click()
  await ada.getByText('Nobody works here yet').waitFor()
  await ada.getByRole('button', { name: 'Invite somebody' }).click()
  await ada.getByLabel('Name').fill('Amira Khan')
  await ada.getByLabel('Work email address').fill('amira@fernhall.example')
  await ada.getByLabel('Job title').fill('Key worker')
  await ada.getByRole('button', { name: 'Send the invitation' }).click()
  await ada.getByRole('alert').getByText('An invitation is on its way').waitFor()

  await go(ada, 'Teams')
  await ada.getByLabel('Agency').selectOption('HMP Fernhall')
  await ada.getByRole('button', { name: 'Show' }).click()
  await ada.getByLabel('Name of a new team').fill('Resettlement')
  await ada.getByRole('button', { name: 'Add a team' }).click()
  await ada.getByLabel('Amira Khan, Key worker').check()
  await ada.getByRole('button', { name: 'Save' }).click()
  await ada.getByRole('alert').getByText('Saved').waitFor()

  await ada.goto(`${address}/mail`)
  await ada.getByRole('link', { name: 'You are invited to Throughline' }).click()
  const link = await ada.getByRole('link', { name: /new-password/ }).getAttribute('href')
  const amira = await (await browser.newContext({ locale: 'en-GB', javaScriptEnabled: false })).newPage()
  await amira.goto(address + new URL(link!).pathname)
  await amira.getByLabel('New password').fill('violet tractor under seven')
  await amira.getByRole('button', { name: 'Set password' }).click()
  await amira.getByLabel('Work email address').fill('amira@fernhall.example')
  await amira.getByLabel('Password', { exact: true }).fill('violet tractor under seven')
  await amira.getByRole('button', { name: 'Sign in' }).click()

  await amira.getByRole('button', { name: 'Sign out' }).waitFor()
  expect(await amira.getByRole('banner').textContent()).toContain('Amira Khan, Key worker, HMP Fernhall')
  const [team] = await world.inspect(
    'select t.name, a.name as member from team t join team_member m on m.team_id = t.id join account a on a.id = m.account_id',
  )
  expect(team).toEqual({ name: 'Resettlement', member: 'Amira Khan' })
})

async function setUp(page: Page): Promise<void> {
  await page.getByLabel('Name of the partnership').fill('Wexley')
  await page.getByLabel('England and Wales').check()
  await page.getByLabel('Name of your agency').fill('Wexley Council')
  await page.getByLabel('Kind').selectOption('Council')
  await page.getByLabel('Code').fill('WEXLEY')
  await page.getByLabel('Your name').fill('Ada Minister')
  await page.getByLabel('Your work email address').fill('ada@wexley.example')
  await page.getByLabel('New password').fill('nine green bottles sing')
  await page.getByRole('button', { name: 'Set up' }).click()
}

async function go(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: place }).click()
}
