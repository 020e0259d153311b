import { expect, test } from 'vitest'
import { aCase } from '../src/cases/builders.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { openJourney, phone, plainPhone } from './journey.ts'

const journey = await openJourney()
const { world, address } = journey

test('a service that reads no notes gives what it knows, on a phone without JavaScript; the worker takes it, and both can reach everything', async () => {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const jo = await world.aWorkerAt('Harbour Homes', { kind: 'charity', name: 'Jo Bell' })
  const { id } = await aCase(world, amira, { givenName: 'Danny', familyName: 'Okafor' })
  await world.insert(
    `insert into case_party (case_id, agency_id, relationship, since_on, owner_agency_id, cause_id) values ($1, $2, 'REFERRED', '2026-01-01', $2, gen_random_uuid())`,
    [id, jo.agencyId],
  )
  const giving = await journey.pageOf(jo, plainPhone)
  const taking = await journey.pageOf(amira, phone)

  await giving.goto(`${address}/cases/${id}/notes`)
  await giving
    .getByRole('link', { name: /Give information|Information from partners/ })
    .first()
    .click()
  await giving.getByRole('button', { name: 'Give it to those who work on the case' }).click()
  const empty = await giving.getByRole('alert').textContent()
  await giving.getByLabel('What do you know?').fill('He has a key to his sister’s flat.')
  await giving.getByLabel('Said by the person').check()
  await giving.getByRole('button', { name: 'Give it to those who work on the case' }).click()
  const waits = await giving.textContent('main')
  await taking.goto(`${address}/cases/${id}/submissions`)
  const violations = [...(await violationsOn(taking))]
  await taking.getByRole('button', { name: 'Take it into the notes' }).click()
  await taking.getByRole('link', { name: 'The note' }).click()
  const note = await taking.textContent('main')
  await giving.reload()

  expect(empty).toContain('Write what you know')
  expect(waits).toContain('Waits for an answer.')
  expect(violations).toEqual([])
  expect(note).toContain('Given by Jo Bell, Harbour Homes. Said by the person.')
  expect(await giving.textContent('main')).toContain('Taken into the notes by Amira Khan.')
})
