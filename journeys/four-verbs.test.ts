import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aCase } from '../src/cases/builders.ts'
import { aNote } from '../src/contacts/builders.ts'
import { aNeed } from '../src/needs/builders.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { openJourney, phone, plainPhone } from './journey.ts'

const { world, address, pageOf } = await openJourney()

test('two agencies hand a case over, a third asks to join, and a correction reaches both others', async () => {
  const lee = await world.aWorkerAt('Leeds Probation', { kind: 'probation', name: 'Lee Marsh' })
  const dora = await world.aWorkerAt('Doncaster Probation', { kind: 'probation', name: 'Dora Finch' })
  const jo = await world.aWorkerAt('Wexley Council', { kind: 'council', name: 'Jo Birch' })
  const { id: caseId } = await aCase(world, lee, { givenName: 'Danny', familyName: 'Okafor', number: 'A1234QZ' })
  await aNeed(world, lee, caseId, { words: 'A room near his mother' })
  await aNote(world, lee, caseId, { body: 'He was convicted of arson.' })
  const [leeds, doncaster, council] = [
    await pageOf(lee, plainPhone),
    await pageOf(dora, phone),
    await pageOf(jo, phone),
  ]
  const faults: string[] = []
  const check = async (page: Page) => faults.push(...(await violationsOn(page)))

  // Leeds offers the case.
  await leeds.goto(`${address}/cases/${caseId}/team`)
  await leeds.getByRole('link', { name: 'Hand the case to another agency' }).click()
  await leeds.getByLabel('Which agency?').selectOption({ label: 'Doncaster Probation' })
  for (const [box, typed] of [['Day', '20'], ['Month', '3'], ['Year', '2026']] as const) await leeds.getByLabel(box).fill(typed) // biome-ignore format: a list
  await leeds.getByRole('button', { name: 'Offer the case' }).click()
  const kept = await leeds.getByLabel('Day').inputValue()
  await leeds.getByLabel('Why?').fill('He moves to his mother in Doncaster.')
  await leeds.getByRole('button', { name: 'Offer the case' }).click()
  await leeds.goto(`${address}/cases/${caseId}`)
  const before = leeds.getByText('Leeds Probation is responsible until Doncaster Probation accepts.')
  await before.waitFor()

  // Doncaster reads it and takes it over.
  await doncaster.goto(`${address}/referrals`)
  await doncaster.getByRole('link', { name: 'Cases handed over' }).click()
  await check(doncaster)
  await doncaster.getByRole('link', { name: 'Danny Okafor' }).click()
  await doncaster.getByText('1 thing is open').waitFor()
  await check(doncaster)
  await doncaster.getByLabel('Who works on it?').selectOption({ label: 'Dora Finch' })
  await doncaster.getByRole('button', { name: 'Accept the case' }).click()
  await doncaster.getByText('Doncaster Probation is responsible for the case.').waitFor()
  const gone = (await leeds.reload())?.status()

  // The council asks to join, and may work.
  await council.goto(`${address}/people`)
  await council.getByRole('link', { name: 'Ask to join a case' }).click()
  await council.getByLabel('The person’s number').fill('A1234QZ')
  await council.getByLabel('Resettlement', { exact: true }).check()
  await council.getByLabel('By which law?').selectOption({ index: 2 })
  await council.getByLabel('Why do you need to join?').fill('We have a flat for him and must plan the first night.')
  await check(council)
  await council.getByRole('button', { name: 'Ask', exact: true }).click()
  await check(council)
  await doncaster.goto(`${address}/case-requests`)
  await check(doncaster)
  await doncaster.getByRole('link', { name: 'Danny Okafor' }).click()
  await doncaster.getByLabel('Yes, to work with the person').check()
  await check(doncaster)
  await doncaster.getByRole('button', { name: 'Keep the answer' }).click()
  await council.goto(`${address}/cases/${caseId}/notes`)
  await council.getByText('convicted of arson').waitFor()

  // Doncaster restricts the note: Leeds, which is out, and the council, which is in, both hear of it.
  await doncaster.goto(`${address}/cases/${caseId}/notes`)
  await doncaster.getByRole('link', { name: 'Corrections and restrictions' }).click()
  await doncaster.getByRole('button', { name: 'Correct or restrict something' }).click()
  const note = await doncaster.getByRole('option', { name: 'convicted of arson' }).getAttribute('value')
  await doncaster.getByLabel('What is it about?').selectOption(note)
  await doncaster.getByLabel('Restriction', { exact: true }).check()
  await doncaster
    .getByLabel('What should everybody know?')
    .fill('The court says criminal damage. We are asking for the file.')
  await check(doncaster)
  await doncaster.getByRole('button', { name: 'Send to all who had sight' }).click()
  await check(doncaster)
  for (const other of [leeds, council]) {
    await other.goto(`${address}/alerts`)
    await other.getByRole('link', { name: 'Corrections sent to us' }).click()
    if (other !== leeds) await check(other)
    await other.getByRole('link', { name: 'Restriction, Danny Okafor' }).click()
    await other.getByRole('button', { name: 'Acknowledge' }).click()
  }
  await doncaster.reload()
  const acknowledged = await doncaster.getByText(/acknowledged it, /).allTextContents()

  expect(kept).toBe('20')
  expect(gone).toBe(404)
  expect(acknowledged.map((line) => line.trim().split(' acknowledged')[0])).toEqual([
    'Leeds Probation',
    'Wexley Council',
  ])
  expect(faults).toEqual([])
})
