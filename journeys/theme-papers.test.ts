import { expect, test } from 'vitest'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { aMeeting, aNight, aTheme } from '../src/themes/builders.ts'
import { openJourney, phone, plainPhone } from './journey.ts'

const { world, address, pageOf } = await openJourney()

test('a theme closes, its papers fall due two years later, two managers decide that they go, and what came of it stays', async () => {
  const roles = ['WORKER', 'MANAGER']
  const nadia = await world.aWorkerAt('Wexley Probation', { kind: 'probation', roles, name: 'Nadia Shah' })
  const theme = `${address}/themes/${await aTheme(world, nadia)}`
  await aMeeting(world, nadia, theme.split('/').at(-1)!, { minutes: 'The boys of number nine were named.' })
  const violations: string[] = []
  const fits = async (page: { evaluate(script: string): Promise<unknown> }) =>
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)

  // Closed, and the page says how long its papers stay.
  const closing = await pageOf(nadia, plainPhone)
  await closing.goto(theme)
  await closing.getByText('Close the theme', { exact: true }).first().click()
  await closing.getByLabel('What came of it?').fill('Lights were put up, and it stopped')
  await closing.getByRole('button', { name: 'Close the theme' }).click()
  await closing.getByText('are kept until Thu 2 Mar 2028').waitFor()
  expect(await closing.getByRole('button', { name: 'Propose to dispose of them' }).count()).toBe(0)

  // Two years later one manager proposes it, and cannot say yes as well.
  world.time.now = new Date('2028-03-02T09:30:00Z')
  const ines = await world.aColleagueOf(nadia, { roles, name: 'Ines Marsh' })
  const bo = await world.aColleagueOf(nadia, { roles, name: 'Bo Finch' })
  const [first, second] = [await pageOf(ines, plainPhone), await pageOf(bo, phone)]
  await first.goto(theme)
  await first.getByText('They may go now').waitFor()
  await first.getByRole('button', { name: 'Propose to dispose of them' }).click()
  await first.getByText('Write why they should go').first().waitFor()
  await first.getByLabel('Why should they go?').fill('Their time is over.')
  await first.getByRole('button', { name: 'Propose to dispose of them' }).click()
  await first.getByText('Proposed. Another manager decides.').waitFor()
  expect(await first.getByRole('button', { name: 'Yes, dispose of them' }).count()).toBe(0)

  // A second manager says yes; it can still be taken back for a week.
  await second.goto(theme)
  await second.getByText('Their time is over.').waitFor()
  violations.push(...(await violationsOn(second)))
  await fits(second)
  await second.getByRole('button', { name: 'Yes, dispose of them' }).click()
  await second.getByText('Bo Finch said yes').waitFor()
  await second.getByRole('button', { name: 'Take the proposal back' }).waitFor()
  violations.push(...(await violationsOn(second)))
  await aNight(world)
  await first.goto(theme)
  await first.getByRole('link', { name: /24 February 2026|24 Feb 2026/ }).waitFor()

  // Then the papers are gone, and the page says what went, who decided, and what came of it.
  world.time.now = new Date('2028-03-10T09:30:00Z')
  await aNight(world)
  const later = await pageOf(await world.aColleagueOf(nadia, { roles }), phone)
  await later.goto(theme)
  await later.getByText('Lights were put up, and it stopped').waitFor()
  await later.getByText('1 meeting, 0 actions, 0 reports').waitFor()
  await later.getByText('Ines Marsh proposed it, Bo Finch said yes').waitFor()
  expect(await later.getByText('number nine').count()).toBe(0)
  expect(await later.getByText('No meeting was called yet').count()).toBe(0)
  expect(await later.getByRole('button', { name: 'Open it again' }).count()).toBe(0)
  violations.push(...(await violationsOn(later)))
  await fits(later)
  expect(violations).toEqual([])
})
