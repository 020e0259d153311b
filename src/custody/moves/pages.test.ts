import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../../cases/builders.ts'
import { addSupervision } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import { openSite, type Site } from '../../platform/testing/site.ts'
import { openWorld, type World } from '../../platform/testing/world.ts'
import { recordMovement } from './record-movement.ts'

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

async function twoPrisons() {
  const prison = await world.aWorkerAt('Fernhall')
  const next = await world.aWorkerAt('Long Marsh')
  const area = await world.aWorkerAt('Merrow Probation', { kind: 'probation' })
  const person = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  await world.database.change(prison, (change) => addSupervision(change, person.id, { agencyId: area.agencyId }))
  await world.database.change(prison, (change) =>
    recordMovement(change, person.personId, { kind: 'RECEPTION', happenedOn: '2026-03-02', wing: 'A' }),
  )
  return { prison, next, ...person }
}

test('a contradiction stands beside its field, nothing typed is lost, and the release that was brought forward is asked about', async () => {
  const { prison, personId } = await twoPrisons()
  const reader = prison
  const path = `/people/${personId}/movements`
  const day = { 'happenedOn-day': '1', 'happenedOn-month': '3', 'happenedOn-year': '2026' }

  const refused = await site.post(reader, path, { formId: newId(), kind: 'MOVE', wing: 'Z9', ...day })

  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('This day is before the last thing that is recorded')
  expect(refused.body).toContain('value="Z9"')
})

test('the page offers only what may happen now, and a transfer leads to where it can be taken back', async () => {
  const { prison, next, personId } = await twoPrisons()
  const reader = prison
  const path = `/people/${personId}/movements`
  const shown = await site.get(reader, path)

  const sent = await site.post(reader, path, { formId: newId(), kind: 'TRANSFER', toAgencyId: next.agencyId })
  const mine = await site.get(reader, '/movements')

  expect(shown.body).toContain('Went out to court')
  expect(shown.body).not.toContain('Came back from court')
  expect(sent.headers['location']).toBe('/movements')
  expect(mine.body).toContain('Danny Okafor: Transferred to another prison, Long Marsh')
  const undo = /\/movements\/[\da-f-]+\/undo/.exec(mine.body)![0]
  expect((await site.post(reader, undo, { formId: newId() })).statusCode).toBe(303)
  expect((await site.get(reader, path)).body).toContain('taken back')
})

test('arrivals are ticked, checked and received into a wing; who was received meanwhile fails alone', async () => {
  const one = await twoPrisons()
  const two = await aCase(world, one.prison, { givenName: 'Kai' })
  await world.database.change(one.prison, (change) =>
    recordMovement(change, two.personId, { kind: 'RECEPTION', happenedOn: '2026-03-02' }),
  )
  const ids = [one.personId, two.personId]
  for (const id of ids) {
    await world.database.change(one.prison, (change) =>
      recordMovement(change, id, { kind: 'TRANSFER', happenedOn: '2026-03-02', toAgencyId: one.next.agencyId }),
    )
  }
  const reader = one.next

  const list = await site.get(reader, '/arrivals')
  const none = await site.post(reader, '/arrivals/check', { formId: newId(), wing: 'C' })
  const check = await site.post(reader, '/arrivals/check', { formId: newId(), wing: 'C', personId: ids })
  await world.database.change(one.next, (change) =>
    recordMovement(change, two.personId, { kind: 'RECEPTION', happenedOn: '2026-03-02', wing: 'D' }),
  )
  const received = await site.post(reader, '/arrivals', { formId: newId(), wing: 'C', personId: ids })
  const after = await site.get(reader, String(received.headers['location']))

  expect(list.body).toContain('2 people are on the way')
  expect(none.statusCode).toBe(422)
  expect(check.body).toContain('Receive 2 people')
  expect(received.headers['location']).toBe(`/arrivals?received=1&failed=${two.personId}`)
  expect(after.body).toContain('One person was received')
  const [placed] = await world.inspect('select wing from custody where person_id = $1 and left_on is null', [
    one.personId,
  ])
  expect(placed).toEqual({ wing: 'C' })
})
