import { expect, test } from 'vitest'
import { anAppointment } from '../src/appointments/builders.ts'
import { aCase } from '../src/cases/builders.ts'
import { enterReleaseDate } from '../src/custody/index.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { openJourney, plainPhone } from './journey.ts'

const { world, address, pageOf } = await openJourney()

const lines = `from,to,mode,minutes,price,first,last,every,both_ways
Fernhall gate,Probation,bus,51,2.80,08:00,18:00,,yes
Probation,Jobcentre,walk,12,0,,,,yes
Jobcentre,Sister,bus,33,2.80,08:00,19:00,,yes`

test('a key worker tries a release day on a phone, mends it, and has a curfew kept', async () => {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const coordinator = await world.aWorkerAt('Wexley Council', { kind: 'council', roles: ['COORDINATOR'] })
  const { id: caseId, personId } = await aCase(world, amira, { givenName: 'Danny', familyName: 'Okafor' })
  await world.database.change(amira, (change) =>
    enterReleaseDate(change, personId, { kind: 'CONFIRMED', day: '2026-04-08', isRecalled: false }),
  )
  await anAppointment(world, amira, caseId, {
    title: 'Probation',
    place: 'Probation',
    startsAt: new Date('2026-04-08T08:00:00Z'),
  })
  await anAppointment(world, amira, caseId, {
    title: 'Jobcentre',
    place: 'Jobcentre',
    startsAt: new Date('2026-04-08T10:00:00Z'),
  })

  const council = await pageOf(coordinator)
  await council.goto(`${address}/travel-times`)
  await council.getByLabel('Lines of a CSV file').fill(lines)
  await council.getByRole('button', { name: 'Read them in' }).click()
  await council.getByRole('cell', { name: 'Sister' }).first().waitFor()
  const table = await violationsOn(council)

  const prison = await pageOf(amira, plainPhone)
  await prison.goto(`${address}/cases/${caseId}`)
  await prison.getByRole('link', { name: 'Release day', exact: true }).click()
  await prison.getByRole('link', { name: 'Say how the day begins' }).click()
  await prison.getByLabel('Which gate').fill('Fernhall gate')
  await prison.getByLabel('Money in hand').fill('46')
  await prison.getByLabel('How they travel').selectOption('BUS')
  await prison.getByLabel('Where they sleep').fill('Sister')
  await prison.getByLabel('Who meets them at the gate').fill('Joe Marsh')
  await prison.getByRole('button', { name: 'Save', exact: true }).click()
  await prison.getByRole('heading', { name: '1 of 2 cannot be done' }).waitFor()
  await prison.getByText('There at 09:36, 36 minutes late.').waitFor()
  await prison.getByRole('button', { name: 'Joe Marsh said yes' }).click()
  await prison.getByRole('button', { name: 'Move them' }).click()
  await prison.getByRole('heading', { name: 'All 2 things of the day can be done' }).waitFor()

  await prison.getByRole('link', { name: 'Licence conditions and worries' }).click()
  await prison.getByLabel('Condition', { exact: true }).selectOption('CURFEW')
  const from = prison.getByRole('group', { name: 'From', exact: true })
  for (const [label, value] of [
    ['Day', '8'],
    ['Month', '4'],
    ['Year', '2026'],
  ] as const)
    await from.getByLabel(label).fill(value)
  await prison.getByLabel('Curfew begins at').fill('19:00')
  await prison.getByLabel('Curfew ends at').fill('7:00')
  await prison.getByRole('button', { name: 'Add it' }).click()
  await prison.getByText('At home from 19:00 until 07:00.').waitFor()
  await prison.getByRole('link', { name: 'Release day', exact: true }).click()
  await prison.getByText('Curfew from 19:00.').first().waitFor()

  // axe needs scripts: the same pages once more with them.
  const desk = await pageOf(amira)
  const found: string[] = [...table]
  for (const path of ['release-day', 'release-day/decide', 'licence', 'first-days']) {
    await desk.goto(`${address}/cases/${caseId}/${path}`)
    found.push(...(await violationsOn(desk)).map((violation) => `${path}: ${violation}`))
  }
  await desk.goto(`${address}/first-contacts`)
  found.push(...(await violationsOn(desk)))
  expect(found).toEqual([])
})
