import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { importPeople } from '../src/imports/index.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { openJourney, phone, plainPhone } from './journey.ts'

const { world, address, pageOf } = await openJourney()

test('a worker asks for a long list as a file, a manager approves it, and the worker downloads it', async () => {
  const kit = await world.aWorkerAt('HMP Fernhall', { kind: 'prison', name: 'Kit Ward' })
  const mo = await world.aColleagueOf(kit, { roles: ['MANAGER'], name: 'Mo Reed' })
  const cora = await world.aWorkerAt('Council', { roles: ['COORDINATOR'], name: 'Cora Bell' })
  const rows = ['A7001BC,Okafor', 'A7002BC,Silva'].map((row) => `${row},Danny,04/05/1991,2026-03-10,B1-01`)
  const bytes = Buffer.from(['Prison number,Surname,First name,DOB,CRD,Location', ...rows].join('\n'))
  await world.database.change(kit, (change) => importPeople(change, { name: 'list.csv', bytes }))
  const [worker, manager, coordinator] = [
    await pageOf(kit, plainPhone),
    await pageOf(mo, phone),
    await pageOf(cora, phone),
  ]

  await coordinator.goto(`${address}/settings`)
  await coordinator.getByRole('link', { name: 'Large files' }).first().click()
  await coordinator.getByLabel('People in a file without approval').fill('1')
  await coordinator.getByRole('button', { name: 'Save' }).click()
  await coordinator.getByText('The number was saved.').waitFor()
  const faults = await violationsOn(coordinator)

  await worker.goto(`${address}/releases`)
  await worker.getByRole('link', { name: 'Download CSV' }).click()
  await worker.getByText('The file is about 2 people.').waitFor()
  await worker.getByLabel('What do you need it for?').fill('For the meeting of the wing on Thursday.')
  await worker.getByRole('button', { name: 'Ask for it' }).click()
  await worker.getByText('Waits for approval').waitFor()

  await manager.goto(address)
  await manager.getByRole('link', { name: 'See what was asked for' }).click()
  faults.push(...(await violationsOn(manager)))
  await manager.goto(`${address}/releases/exports/new`)
  faults.push(...(await violationsOn(manager)))
  await manager.goto(`${address}/exports`)
  await manager.getByRole('button', { name: 'Approve' }).click()
  await manager.getByText('You approved the file.').waitFor()

  await worker.goto(`${address}/releases`)
  await worker.getByRole('link', { name: 'Files asked for' }).click()
  const [download] = await Promise.all([
    worker.waitForEvent('download'),
    worker.getByRole('button', { name: 'Download' }).click(),
  ])
  await worker.reload()
  const left = await worker.getByText('2 downloads left').count()

  expect(faults).toEqual([])
  expect(download.suggestedFilename()).toMatch(/^release-list-EX-\w{10}\.csv$/)
  expect(readFileSync(await download.path(), 'utf8')).toMatch(/EX-\w{10}; Kit Ward; HMP Fernhall/)
  expect(left).toBe(1)
})
