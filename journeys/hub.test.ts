import { expect, test } from 'vitest'
import { aService } from '../src/directory/builders.ts'
import { aHub, aMorning, somebodyCame } from '../src/hubs/builders.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { openJourney, phone, plainPhone } from './journey.ts'

const { world, address, pageOf } = await openJourney()

test('somebody says at the kiosk that they are here, is called on the wall, handed on and seen, while the other desk’s board follows', async () => {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan', roles: ['WORKER', 'MANAGER'] })
  const jo = await world.aWorkerAt('Wexley Housing', { kind: 'charity', name: 'Jo Bell' })
  const hub = await aHub(world, amira, jo)
  const [desk, other] = [await pageOf(amira, phone), await pageOf(jo, phone)]
  const [kiosk, wall] = [
    await pageOf(undefined, plainPhone),
    await pageOf(undefined, { viewport: { width: 1280, height: 800 } }),
  ]
  const screens = [
    ['Start a kiosk', kiosk],
    ['Start a wall screen', wall],
  ] as const
  for (const [button, screen] of screens) {
    await desk.goto(`${address}/hubs/${hub.id}/set-up`)
    await desk.getByRole('button', { name: button }).click()
    const code = (await desk.locator('.govuk-panel__title').textContent()) ?? ''
    await screen.goto(`${address}/screens`)
    await screen.getByLabel('Code').fill(code)
    await screen.getByRole('button', { name: 'Start' }).click()
  }
  await desk.goto(`${address}/hubs/${hub.id}`)
  await desk.getByRole('button', { name: 'I am in' }).click()
  await other.goto(`${address}/hubs/${hub.id}`)
  await other.getByText('Nobody waits', { exact: true }).waitFor()

  // At the kiosk, without JavaScript.
  await kiosk.getByLabel('Your first name').fill('Robin')
  await kiosk.getByRole('button', { name: 'Welcome' }).click()
  expect(await kiosk.locator('.tl-kiosk__number').textContent()).toBe('1')

  // The desk calls; the wall shows the number and no name, without a reload.
  await desk.getByText('Robin').waitFor()
  await desk.getByRole('button', { name: /^Call/ }).click()
  await wall.locator('.tl-wall__called strong').getByText('1').waitFor()
  expect(await wall.locator('body').textContent()).not.toContain('Robin')
  for (const page of [desk, wall]) expect(await violationsOn(page)).toEqual([])

  // Seen, and handed on with a yes; the board of the other agency changes by itself.
  await desk.getByRole('button', { name: /^Here with me/ }).click()
  await desk.getByRole('link', { name: /^Hand to another desk/ }).click()
  await desk.getByRole('radio', { name: /^Housing/ }).check()
  await desk.getByRole('checkbox', { name: 'Yes, I asked and they agree' }).check()
  expect(await violationsOn(desk)).toEqual([])
  await desk.getByRole('button', { name: 'Hand over' }).click()
  await other.getByText('Handed on by Welcome').waitFor()
  await other.getByRole('button', { name: /^Accept and call/ }).click()
  await other.getByRole('button', { name: /^Here with me/ }).click()
  await other.getByRole('button', { name: /^Done/ }).click()
  await other.getByText('Nobody waits', { exact: true }).waitFor()

  await other.goto(`${address}/hubs/${hub.id}/measures`)
  expect(await other.getByText('Hand-offs on the spot: 1').first().isVisible()).toBe(true)
  expect(await violationsOn(other)).toEqual([])
})

test('a desk refers somebody on the spot; the other cannot take them and says why; they go back, and the board follows', async () => {
  const { prison, housing, hub, danny } = await aMorning(world)
  await aService(world, await world.aColleagueOf(housing, { roles: ['WORKER', 'MANAGER'] }))
  await somebodyCame(world, prison, hub.id, { deskId: hub.ownDesk, personId: danny.personId, caseId: danny.id })
  const [desk, other] = [await pageOf(prison, phone), await pageOf(housing, plainPhone)]

  await desk.goto(`${address}/hubs/${hub.id}`)
  await desk.getByRole('button', { name: /^Here with me/ }).click()
  await desk.getByRole('link', { name: /^Hand to another desk/ }).click()
  await desk.getByRole('radio', { name: /^Housing/ }).check()
  await desk.getByLabel('Is it a referral?').selectOption({ label: 'New need: Accommodation' })
  await desk.getByRole('checkbox', { name: 'Yes, I asked and they agree' }).check()
  await desk.getByRole('button', { name: 'Hand over' }).click()
  await desk.getByRole('link', { name: 'Write one line: why are they referred?' }).click()
  expect(await violationsOn(desk)).toEqual([])
  await desk.getByLabel('One line for them').fill('Nowhere to sleep from Friday')
  await desk.getByRole('button', { name: 'Hand over' }).click()
  await desk.getByRole('heading', { name: 'B wing hub' }).waitFor()

  await other.goto(`${address}/hubs/${hub.id}`)
  await other.getByText('As a referral').waitFor()
  await other.getByRole('link', { name: /^Cannot take them/ }).click()
  const seen = await pageOf(housing, phone)
  await seen.goto(other.url())
  expect(await violationsOn(seen)).toEqual([])
  await other.getByRole('radio', { name: 'No room' }).check()
  await other.getByLabel('In a few words, for the referral').fill('Full until Monday')
  await other.getByRole('button', { name: 'Hand back' }).click()
  await other.getByText('Not shared with you').waitFor()

  await desk.getByText('Back from Housing: No room').waitFor()
  expect(await violationsOn(desk)).toEqual([])
  await desk.goto(`${address}/cases/${danny.id}/referrals`)
  expect(await desk.locator('main').textContent()).toContain('Full until Monday')
})
