import { afterAll, beforeAll, expect, test } from 'vitest'
import { anIntegrationOf } from '../api/builders.ts'
import { aCase } from '../cases/builders.ts'
import { mergePeople, undoMerge } from '../people/index.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site.close()
  await world.close()
})

test('a restricted number leaves in no answer, wherever it goes when records are joined and parted', async () => {
  const prison = await world.aWorkerAt('HMP Fernhall')
  const kept = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  const other = await aCase(world, prison, { givenName: 'Daniel', familyName: 'Okafor' })
  const api = await anIntegrationOf(world, site, prison)
  const aNumber = async (personId: string, value: string) => {
    const text = `insert into person_identifier (person_id, type, value, known_at, owner_agency_id) values ($1, 'CRN', $2, now(), $3) returning id`
    return (await world.insert<{ id: string }>(text, [personId, value, prison.agencyId])).id
  }
  const restrict = (caseId: string, id: string) =>
    site.post(prison, `/cases/${caseId}/corrections`, { fact: `NUMBER:${id}`, kind: 'RESTRICTION', words: 'Not mine.' })
  const seen = async () => {
    const cases = await Promise.all([kept, other].map(({ id }) => api.get(`/cases/${id}`)))
    return cases.flatMap((answer) => answer.json().person.identifiers.map(({ value }: { value: string }) => value))
  }
  const first = await aNumber(other.personId, 'X111111')
  const second = await aNumber(other.personId, 'X222222')
  await aNumber(other.personId, 'X333333')
  const before = await seen()

  const saidBefore = await restrict(other.id, first)
  const mergeId = await world.database.change(prison, (change) => mergePeople(change, kept.personId, other.personId))
  const joined = await seen()
  const saidAfter = await restrict(kept.id, second)
  await world.database.change(prison, (change) => undoMerge(change, mergeId))

  expect(before).toEqual(['X111111', 'X222222', 'X333333'])
  expect([saidBefore, saidAfter].map(({ statusCode }) => statusCode)).toEqual([303, 303])
  expect(joined).toEqual(['X222222', 'X333333'])
  expect(await seen()).toEqual(['X333333'])
})
