import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { record } from '../custody/moves/builders.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { peopleOnWings } from './builders.ts'

let world: World
let site: Site
let prison: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
}, 60_000)
afterAll(async () => {
  await site.close()
  await world.close()
})
beforeEach(async () => {
  prison = await world.aWorkerAt('HMP Fernhall')
})

const body = async (actor: Actor, url: string) => (await site.get(actor, url)).body
const onList = (page: string) => [...page.matchAll(/href="\/cases\/[0-9a-f-]{36}">(Sam \w+)</g)].map(([, name]) => name)
const caseOf = (page: string, name: string) => new RegExp(`href="/cases/([0-9a-f-]{36})">${name}<`).exec(page)![1]!
const say = (actor: Actor, caseId: string, form: Record<string, string>) =>
  site.post(actor, `/cases/${caseId}/pre-release-course`, { formId: newId(), ...form })
/** The numbers of a wing: leaving, not offered, offered, attended, declined, services. */
const countsOf = (page: string, wing: string) =>
  [
    ...(new RegExp(`>Wing ${wing}<[\\s\\S]*?</tr>`).exec(page)?.[0] ?? '').matchAll(/data-label="[^"]+"><span>(\d+)</g),
  ].map(([, count]) => Number(count))
const day = (on: string) => {
  const [year, month, date] = on.split('-')
  return { 'on-day': date!, 'on-month': month!, 'on-year': year! }
}

test('a wing shows who leaves within twelve weeks, the soonest first, and nobody of another wing, prison or month', async () => {
  await peopleOnWings(world, prison, [
    ['Later', '2026-05-20', 'B'],
    ['Soon', '2026-03-06', 'B'],
    ['Outside', '2026-06-01', 'B'],
    ['Across', '2026-03-06', 'C'],
  ])
  const other = await world.aWorkerAt('HMP Ashfield')
  await peopleOnWings(world, other, [['Elsewhere', '2026-03-06', 'B']])

  const [all, wing] = [await body(prison, '/wings'), await body(prison, '/wings?wing=B')]

  expect(onList(wing)).toEqual(['Sam Soon', 'Sam Later'])
  expect(wing).toContain('2 people leave within 12 weeks')
  expect(countsOf(all, 'B')).toEqual([2, 2, 0, 0, 0, 0])
  expect(countsOf(all, 'C')).toEqual([1, 1, 0, 0, 0, 0])
  expect(onList(await body(other, '/wings?wing=B'))).toEqual(['Sam Elsewhere'])
  const stranger = await world.aWorkerAt('Brightwater', { kind: 'charity' })
  expect(onList(await body(stranger, `/wings?wing=B&prison=${prison.agencyId}`))).toEqual([])
})

test('the course is offered in one click on the wing, then attended, or declined with why, and each is counted', async () => {
  await peopleOnWings(world, prison, [
    ['Came', '2026-03-06', 'B'],
    ['Refused', '2026-03-10', 'B'],
    ['Waits', '2026-03-12', 'B'],
    ['Nobody', '2026-03-14', 'B'],
  ])
  const before = await body(prison, '/wings?wing=B')
  const [came, refused, waits] = ['Sam Came', 'Sam Refused', 'Sam Waits'].map((name) => caseOf(before, name)) as [
    string,
    string,
    string,
  ]

  const offered = await say(prison, came, { what: 'OFFERED', from: 'wing', wing: 'B' })
  await say(prison, came, { what: 'ATTENDED' })
  const unexplained = await say(prison, refused, { what: 'DECLINED', reason: '' })
  await say(prison, refused, { what: 'DECLINED', reason: 'WORK_OR_VISIT' })
  await say(prison, waits, { what: 'OFFERED', ...day('2026-02-20') })

  expect(offered.headers.location).toBe('/wings?wing=B')
  expect(unexplained.statusCode).toBe(422)
  expect(unexplained.body).toContain('Choose why they declined')
  expect(countsOf(await body(prison, '/wings'), 'B')).toEqual([4, 1, 1, 1, 1, 0])
  const wing = await body(prison, '/wings?wing=B')
  expect(wing).toContain('Course before release: 1 attended, 1 declined, 1 offered and waiting, 1 not offered yet.')
  expect(wing).toContain('Work, education or a visit at that time. Mon 2 Mar')
  const events = await world.inspect<{ name: string }>(
    `select name from event where case_id = $1 and name like 'pre-release%' order by id`,
    [came],
  )
  expect(events.map(({ name }) => name)).toEqual(['pre-release.offered', 'pre-release.attended'])
})

test('one offer waits at a time, no answer comes before it, and what was a mistake is taken back', async () => {
  await peopleOnWings(world, prison, [['Waits', '2026-03-12', 'B']])
  const caseId = caseOf(await body(prison, '/wings?wing=B'), 'Sam Waits')
  await say(prison, caseId, { what: 'OFFERED', ...day('2026-02-20') })

  const again = await say(prison, caseId, { what: 'OFFERED' })
  const early = await say(prison, caseId, { what: 'ATTENDED', ...day('2026-02-19') })
  const tomorrow = await say(prison, caseId, { what: 'ATTENDED', ...day('2026-03-03') })
  const page = await body(prison, `/cases/${caseId}/pre-release-course`)
  const undone = await site.post(prison, /\/pre-release-offers\/[0-9a-f-]{36}\/withdrawal/.exec(page)![0], {
    formId: newId(),
  })

  expect([again.statusCode, early.statusCode, tomorrow.statusCode, undone.statusCode]).toEqual([422, 422, 422, 303])
  expect(early.body).toContain('value="19"')
  expect(await body(prison, `/cases/${caseId}/pre-release-course`)).toContain('Not offered yet')
  expect(countsOf(await body(prison, '/wings'), 'B')).toEqual([1, 1, 0, 0, 0, 0])
})

test('an offer waits for its answer in the next prison, which alone may then write of it', async () => {
  await peopleOnWings(world, prison, [['Moved', '2026-03-12', 'B']])
  const caseId = caseOf(await body(prison, '/wings?wing=B'), 'Sam Moved')
  await say(prison, caseId, { what: 'OFFERED', ...day('2026-02-20') })
  await world.inspect(`update case_summary set agency_id = $2 where case_id = $1`, [
    caseId,
    (await world.aWorkerAt('HMP Ashfield')).agencyId,
  ])

  const late = await say(prison, caseId, { what: 'ATTENDED' })

  expect(late.statusCode).toBe(409)
  expect(onList(await body(prison, '/wings?wing=B'))).toEqual([])
})

test('what was offered before somebody was released and came back counts no more', async () => {
  await peopleOnWings(world, prison, [['Back', '2026-03-12', 'B']])
  const caseId = caseOf(await body(prison, '/wings?wing=B'), 'Sam Back')
  const [{ personId }] = (await world.inspect<{ personId: string }>(
    'select person_id as "personId" from case_file where id = $1',
    [caseId],
  )) as [{ personId: string }]
  await say(prison, caseId, { what: 'ATTENDED', ...day('2026-02-10') })

  const counted = countsOf(await body(prison, '/wings'), 'B')
  await record(world, prison, personId, { kind: 'RELEASE', happenedOn: '2026-02-20', isEarly: true })
  await record(world, prison, personId, { kind: 'RECEPTION', happenedOn: '2026-03-01', wing: 'B' })
  await world.inspect(`update case_summary set release_on = '2026-03-12' where case_id = $1`, [caseId])

  expect(counted).toEqual([1, 0, 0, 1, 0, 0])
  expect(countsOf(await body(prison, '/wings'), 'B')).toEqual([1, 1, 0, 0, 0, 0])
})
