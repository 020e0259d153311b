import { expect, test } from 'vitest'
import { aCase } from '../src/cases/builders.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { aReceiver, isSignedBy, sendAll } from '../src/webhooks/builders.ts'
import { openJourney, phone } from './journey.ts'

const { world, site, address, pageOf } = await openJourney()

test('an administrator lets another system be told, tries it, and reads what came back; a coordinator sees what leaves', async () => {
  const worker = await world.aWorkerAt('HMP Fernhall', { kind: 'prison' })
  const kate = await world.aColleagueOf(worker, {
    roles: ['ADMINISTRATOR'],
    name: 'Kate Dunmore',
    may: ['administer the agency'],
  })
  const cora = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'], name: 'Cora Bell' })
  const receiver = await aReceiver()
  await site.post(kate, '/settings/integrations', { name: 'Case system' })
  const [administrator, coordinator] = [await pageOf(kate, phone), await pageOf(cora, phone)]

  await administrator.goto(`${address}/settings/integrations`)
  await administrator.getByRole('link', { name: 'Webhooks of Case system' }).click()
  const faults = await violationsOn(administrator)
  await administrator.getByLabel('Address').fill(receiver.url)
  await administrator.getByLabel('A case was opened').check()
  await administrator.getByRole('button', { name: 'Add it and show its secret' }).click()
  const secret = (await administrator.locator('code').textContent())!
  await administrator.getByRole('link', { name: 'Go to the webhook' }).click()
  await administrator.getByRole('button', { name: 'Send a test event' }).click()
  await administrator.getByText('The test event is on its way').waitFor()
  await aCase(world, worker)
  await sendAll(world)
  await administrator.reload()
  const delivered = await administrator.getByText('Delivered').count()
  faults.push(...(await violationsOn(administrator)))

  await coordinator.goto(`${address}/settings`)
  await coordinator.getByRole('link', { name: 'What leaves this server' }).first().click()
  await coordinator.getByText('Webhook: tells another system').waitFor()
  await coordinator.getByLabel('Name of the host').fill('cases.fernhall.example')
  await coordinator.getByLabel('Why does this server need').fill('HMP Fernhall asked for it.')
  await coordinator.getByRole('button', { name: 'Add the host' }).click()
  await coordinator.getByText('The host is on the list.').waitFor()
  faults.push(...(await violationsOn(coordinator)))

  await receiver.close()
  expect(faults).toEqual([])
  expect(delivered).toBe(2)
  expect(receiver.received.map((each) => [JSON.parse(each.body).type, isSignedBy(secret, each)])).toEqual([
    ['webhook.tested', true],
    ['case.opened', true],
  ])
})
