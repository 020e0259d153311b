import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { anIntegrationOf, aTeamOn } from '../api/builders.ts'
import { aCase, type BuiltCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site?.close()
  await world?.close()
})

let prison: Actor
let area: Actor
let danny: BuiltCase
beforeEach(async () => {
  prison = await world.aWorkerAt('HMP Fernhall')
  area = await world.aWorkerAt('Wexley Probation', { kind: 'probation' })
  danny = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  await join(danny.id, area)
})

const join = (caseId: string, actor: Actor) =>
  world.insert(
    `insert into case_party (case_id, agency_id, account_id, relationship, role, since_on, owner_agency_id)
     values ($1, $2, $3, 'ALLOCATED', 'SUPPORT', '2026-01-01', $2)`,
    [caseId, actor.agencyId, actor.userId],
  )
const say = async (fact: string, kind = 'RESTRICTION', by = prison, caseId = danny.id) => {
  const sent = await site.post(by, `/cases/${caseId}/corrections`, { fact, kind, words: 'That is not so.' })
  return String(sent.headers.location ?? sent.statusCode)
}
const bodyOf = async (actor: Actor, path: string) => (await site.get(actor, path)).body
const aRow = async (table: string, columns: Record<string, unknown>) => {
  const row: Record<string, unknown> = { person_id: danny.personId, owner_agency_id: prison.agencyId, ...columns }
  const places = Object.keys(row).map((_, nth) => `$${nth + 1}`)
  const text = `insert into ${table} (${Object.keys(row).join(', ')}) values (${places.join(', ')}) returning id`
  return (await world.insert<{ id: string }>(text, Object.values(row))).id
}
const aDate = () =>
  aRow('release_date', { type: 'CRD', day: '2026-05-01', source: 'x', known_at: new Date('2026-02-01') })
const anAddress = (more: Record<string, unknown> = {}) =>
  aRow('person_address', { kind: 'HOME', lines: '4 Quay Row', postcode: 'WX1 2AB', from_on: '2026-01-05', ...more })
const aNumber = () => aRow('person_identifier', { type: 'CRN', value: 'X123456', known_at: new Date('2026-01-05') })

const aReferral = async () => {
  const need_id = await aRow('need', { case_id: danny.id, pathway: 'HEALTH', words: 'A doctor', raised_by: prison.userId, raised_at: new Date('2026-02-01') }) // biome-ignore format: one line
  const service = await world.insert<{ id: string }>(
    `insert into service (agency_id, provider_name, name, type, pathways, verified_on) values ($1, 'Harbour', 'Walk-in', 'HEALTH', '{HEALTH}', '2026-01-01') returning id`,
    [area.agencyId],
  )
  return aRow('referral', {
    ...{ case_id: danny.id, need_id, service_id: service.id, reference: danny.id, pathway: 'HEALTH', why: 'Pain' },
    ...{ from_agency_id: prison.agencyId, from_account_id: prison.userId, to_agency_id: area.agencyId },
    ...{ sent_at: new Date('2026-02-01'), expires_at: new Date('2026-03-01') },
  })
}
const anAnswer = async () => {
  const set = await world.insert<{ id: string }>(
    `insert into question_set (type, version, body) values ('BCST2', floor(random() * 1000000)::int, '{}') returning id`,
    [],
  )
  const begun = { begun_by: prison.userId, begun_at: new Date('2026-02-01') }
  const assessment_id = await aRow('assessment', {
    case_id: danny.id,
    type: 'BCST2',
    question_set_id: set.id,
    ...begun,
  })
  const asked = { asked_by: prison.userId, agency_id: prison.agencyId, answered_at: new Date('2026-02-01') }
  const said = { question_key: 'doctor', question_text: 'Has a doctor?', locale: 'en', value: '"no"', shown_text: 'No' }
  return aRow('answer', { ...asked, ...said, case_id: danny.id, assessment_id, pathway: 'HEALTH' })
}

test.each([
  ['who somebody is', 'IDENTITY', async () => danny.personId, 'Name and birth: Danny Okafor'],
  ['a number', 'NUMBER', aNumber, 'CRN: X123456'],
  ['an address', 'ADDRESS', () => anAddress(), 'Address: 4 Quay Row, WX1 2AB'],
  ['a release date', 'DATE', aDate, 'Release date CRD: Friday 1 May 2026'],
  ['an answer', 'ANSWER', anAnswer, 'Answer: Has a doctor? No'],
  ['a referral', 'REFERRAL', aReferral, 'Referral to Walk-in: sent'],
])('%s can be corrected, and whoever had sight of it is told', async (_, kind, make, text) => {
  const id = await make()

  const form = await bodyOf(prison, `/cases/${danny.id}/corrections/new?fact=${kind}:${id}`)
  const address = await say(`${kind}:${id}`, 'CORRECTION')

  expect(form).toContain(text)
  expect(form).toMatch(new RegExp(`value="${kind}:${id}" selected`))
  expect(await bodyOf(area, '/corrections')).toContain('Correction, Danny Okafor')
  expect(await bodyOf(area, address)).toContain(text)
})

test('who somebody is stands in each of their cases: what is said of it goes to who had sight of it in any', async () => {
  await world.inspect(`update case_file set ended_on = '2026-02-20' where id = $1`, [danny.id]) // the area worked on that one alone
  const next = await world.insert<{ id: string }>(
    `insert into case_file (person_id, purpose, opened_on, owner_agency_id) values ($1, 'RESETTLEMENT', '2026-02-21', $2) returning id`,
    [danny.personId, prison.agencyId],
  )
  await join(next.id, prison)

  const address = await say(`IDENTITY:${danny.personId}`, 'RESTRICTION', prison, next.id)

  expect(await bodyOf(area, '/corrections')).toContain('Restriction, Danny Okafor')
  expect(await bodyOf(prison, address)).toContain('Wexley Probation has not acknowledged it yet')
})

test('a restriction stands beside the fact on its page, and the fact leaves in no answer to another system', async () => {
  const [date, address, number] = [await aDate(), await anAddress(), await aNumber()]
  await aTeamOn(world, area, danny.id)
  const api = await anIntegrationOf(world, site, area)
  const before = (await api.get(`/cases/${danny.id}`)).json()
  for (const fact of [`DATE:${date}`, `ADDRESS:${address}`, `NUMBER:${number}`]) await say(fact)

  const after = (await api.get(`/cases/${danny.id}`)).json()
  const marks = async (path: string) => ((await bodyOf(area, path)).match(/do not rely on it/g) ?? []).length

  expect(before.releaseDates).toHaveLength(1)
  expect(after.releaseDates).toEqual([])
  expect(before.person.identifiers.length - after.person.identifiers.length).toBe(1)
  expect([await marks(`/people/${danny.personId}/dates`), await marks(`/people/${danny.personId}`)]).toEqual([1, 2])
})

test('a hidden address is nothing to correct: word of it would go to those from whom it is kept', async () => {
  const hidden = await anAddress({ is_hidden: true })

  const form = await bodyOf(prison, `/cases/${danny.id}/corrections/new`)

  expect(form).not.toContain(hidden)
  expect(await say(`ADDRESS:${hidden}`, 'CORRECTION')).toBe('404')
})

test('a fact of another person is none of this case, by page or by SQL', async () => {
  const other = await aCase(world, prison, { givenName: 'Sam', familyName: 'Reid' })

  expect(await say(`IDENTITY:${other.personId}`)).toBe('404')
  const smuggled = world.insert(
    `insert into correction (case_id, person_id, fact_kind, fact_id, kind, words, made_by, made_at, owner_agency_id)
     values ($1, $2, 'IDENTITY', $3, 'CORRECTION', 'x', $4, now(), $5)`,
    [danny.id, danny.personId, other.personId, prison.userId, prison.agencyId],
  )
  await expect(smuggled).rejects.toThrow('no such fact on this case')
})
