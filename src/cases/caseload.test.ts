import { afterAll, beforeAll, expect, test } from 'vitest'
import { aNote } from '../contacts/builders.ts'
import { aStep } from '../plans/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aCase } from './builders.ts'
import { getWholeCase, listCaseload } from './index.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const caseload = (actor: Actor, limit = 50, after?: string) =>
  world.database.read(actor, (reading) => listCaseload(reading, { after, limit }))

async function aReleaseOn(personId: string, agencyId: string, day: string, caseId: string, actor: Actor) {
  await world.insert(
    `insert into release_date (person_id, type, day, source, known_at, owner_agency_id) values ($1, 'CRD', $2, 'Test', now(), $3)`,
    [personId, day, agencyId],
  )
  await world.database.change(actor, async (change) => {
    change.record({ name: 'release-date.moved', subjectId: personId, caseId, fieldGroup: 'custody' })
  })
}

test('a caseload is the people I am named on, whoever leaves soonest first, page by page', async () => {
  const prison = await world.aWorkerAt('Prison')
  const colleague = await world.aColleagueOf(prison)
  for (const [name, day] of [
    ['Late', '2026-09-01'],
    ['Soon', '2026-03-09'],
    ['Undated', ''],
    ['Middle', '2026-05-01'],
  ]) {
    const { id, personId } = await aCase(world, prison, { givenName: name!, familyName: 'Person' })
    if (day) await aReleaseOn(personId, prison.agencyId, day, id, prison)
  }

  const first = await caseload(prison, 3)
  const rest = await caseload(prison, 3, first.next!)

  expect([...first.rows, ...rest.rows].map(({ name }) => name.split(' ')[0])).toEqual([
    'Soon',
    'Middle',
    'Late',
    'Undated',
  ])
  expect(rest.next).toBeNull()
  expect((await caseload(colleague)).rows).toEqual([])
})

test('an integration gets every case of its agency and of no other', async () => {
  const prison = await world.aWorkerAt('Prison')
  const other = await world.aWorkerAt('Other prison')
  const integration = await world.aColleagueOf(prison, { roles: ['INTEGRATION'] })
  const ours = [await aCase(world, prison), await aCase(world, prison)]
  await aCase(world, other)

  const first = await caseload(integration, 1)
  const rest = await caseload(integration, 1, first.next!)

  expect([...first.rows, ...rest.rows].map(({ caseId }) => caseId)).toEqual(ours.map(({ id }) => id))
})

test('one case whole holds what its reader sees and says which parts those are; the look is audited', async () => {
  const prison = await world.aWorkerAt('Prison')
  const colleague = await world.aColleagueOf(prison)
  const stranger = await world.aWorkerAt('Police', { kind: 'police' })
  const { id } = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  await aNote(world, prison, id, { body: 'He rang his mother.' })
  await aStep(world, prison, id, { title: 'Open a bank account' })

  const whole = await world.database.read(prison, (reading) => getWholeCase(reading, id))
  const listLevel = await world.database.read(colleague, (reading) => getWholeCase(reading, id))
  const none = world.database.read(stranger, (reading) => getWholeCase(reading, id))

  await expect(none).rejects.toMatchObject({ code: 'case.not-found' })
  expect(whole).toMatchObject({
    name: 'Danny Okafor',
    notes: [{ body: 'He rang his mother.' }],
    steps: [{ title: 'Open a bank account' }],
  })
  expect(listLevel.sees).toEqual(['custody', 'identity', 'needs'])
  const looks = await world.inspect(`select account_id from audit where action = 'consult' and case_ids = $1`, [[id]])
  expect(looks).toEqual([{ account_id: prison.userId }, { account_id: colleague.userId }])
})
