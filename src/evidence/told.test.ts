import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { recordConsent } from '../consents/index.ts'
import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import { log } from '../platform/log.ts'
import { readPdf } from '../platform/testing/read-pdf.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { anAnalysis, watchedPeople } from './builders.ts'
import { evidenceJobs } from './jobs.ts'
import { namesPerson } from './queries/stories.ts'

let world: World
let site: Site
let prison: Actor
let other: Actor
let coordinator: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  prison = await world.aWorkerAt('HMP Fernhall')
  other = await world.aWorkerAt('HMP Small')
  coordinator = await world.aWorkerAt('Partnership', { kind: 'council', roles: ['COORDINATOR'] })
}, 120_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

const story = {
  title: 'A key and a kettle',
  words: 'Out on a Friday, housed by the evening.',
  locale: 'en',
  isPublic: 'yes',
}

test('a story is told only after the person’s yes, and is gone from every page at once after their no', async () => {
  const { id: caseId } = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  const tell = () => site.post(prison, `/cases/${caseId}/story`, story)
  const answers = async () => [(await site.get(undefined, '/results')).body, (await site.get(prison, '/evidence')).body]

  const before = await tell()
  await say(caseId, true)
  const named = await site.post(prison, `/cases/${caseId}/story`, { ...story, words: 'Then Okafor went home.' })
  const told = await tell()
  const shown = await answers()
  await say(caseId, false)

  expect([before.statusCode, named.statusCode, told.statusCode]).toEqual([403, 422, 303])
  expect(named.body).toContain('A name of the person stands in it')
  expect(shown.map((body) => body.includes('A key and a kettle'))).toEqual([true, true])
  expect((await answers()).map((body) => body.includes('A key and a kettle'))).toEqual([false, false])
  expect((await site.get(other, '/evidence')).body).not.toContain('A key and a kettle')
})

test('whoever does not see the person learns no name by asking whether a text holds it', async () => {
  const { id: caseId } = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  const asks = (actor: Actor) => world.database.read(actor, (reading) => namesPerson(reading, caseId, 'Was it Okafor?'))

  expect([await asks(prison), await asks(other)]).toEqual([true, false])
})

test('everybody reads what a coordinator published, a small prison is held back, and a quarter is never counted twice', async () => {
  await released(prison, 40, 25)
  await released(other, 6, 3)

  await count()
  const waiting = await site.get(undefined, '/results')
  const looked = await site.get(coordinator, '/evidence')
  await released(prison, 30, 1)
  await count()
  const refused = await site.post(prison, '/results/2025-10-01/publication', {})
  await site.post(coordinator, '/results/2025-10-01/publication', {})
  const [page, sheet] = [await site.get(undefined, '/results'), await site.get(undefined, '/results.csv')]

  expect(waiting.body).toContain('Nothing has been published yet')
  expect(looked.body).toContain('Publish the quarter to 31 December 2025')
  expect(refused.statusCode).toBe(403)
  for (const { body } of [page, sheet]) {
    expect(body).toContain('About 30 of 45 people left prison with a step written in their plan')
    expect(body).toContain('too few to show')
  }
  expect(page.headers['cache-control']).toBe('public, max-age=300')
  const rows = await world.inspect(`select prison, people, counted from public_result where measure = 'STEP_BEFORE_RELEASE' order by 1`) // biome-ignore format: one line
  expect(rows).toEqual([
    { prison: '', people: 45, counted: 30 },
    { prison: 'HMP Fernhall', people: null, counted: null },
    { prison: 'HMP Small', people: null, counted: null },
  ])
})

test('a pack is an accessible PDF, or a spreadsheet, in which each piece has its method, source, definition and caveats', async () => {
  const question = { time: 'days', event: 'event', group: 'programme', covariates: 'age' }
  const id = await anAnalysis(world, prison, {
    method: 'survival',
    title: 'New offences',
    csv: watchedPeople(),
    question,
  })
  const chosen = { piece: [`analysis-${id}`], title: 'Board, March' }

  const none = await site.post(prison, '/evidence/pack', { as: 'pdf' })
  const pdf = await site.post(prison, '/evidence/pack', { ...chosen, as: 'pdf' })
  const csv = await site.post(prison, '/evidence/pack', { ...chosen, as: 'csv' })
  const foreign = await site.post(other, '/evidence/pack', { ...chosen, as: 'csv' })

  expect([none.statusCode, foreign.statusCode]).toEqual([422, 422])
  expect(none.body).toContain('Choose at least one')
  const printed = await readPdf(pdf.rawPayload)
  expect(JSON.stringify(printed)).toContain('Board, March')
  expect(pdf.rawPayload.toString('latin1')).toContain('pdfuaid')
  for (const said of [
    'Kaplan-Meier curves',
    'Kaplan and Meier 1958',
    'Whether it happened: event',
    'An association, not a cause',
  ]) {
    // biome-ignore format: one line
    expect(csv.body).toContain(said)
  }
})

async function say(caseId: string, isYes: boolean): Promise<void> {
  const [text] = await world.inspect<{ id: string }>(`select id from consent_text where kind = 'STORY'`)
  const told = { kind: 'STORY', agencyId: prison.agencyId, how: 'SPOKEN', textId: text!.id, locale: 'en', saidOn: '2026-03-01' } as const // biome-ignore format: one line
  await world.database.change(prison, (change) => recordConsent(change, caseId, { ...told, isYes }))
}

/** People who left in November, so many of them with a step written before. */
async function released(from: Actor, people: number, withStep: number): Promise<void> {
  await world.inspect(
    `with p as (insert into person (given_name, family_name, owner_agency_id) select 'Sam', 'Rivers ' || n, $1 from generate_series(1, $2::int) n
        returning id),
      k as (insert into custody (person_id, agency_id, received_on, left_on, left_reason, owner_agency_id)
        select id, $1, '2025-01-01', '2025-11-12', 'RELEASED', $1 from p),
      f as (insert into case_file (person_id, purpose, opened_on, owner_agency_id) select id, 'RESETTLEMENT', '2025-01-01', $1 from p
        returning id, person_id)
    insert into step (case_id, person_id, title, made_by, made_at, owner_agency_id)
      select id, person_id, 'x', $4, '2025-10-01', $1 from f limit $3::int`,
    [from.agencyId, people, withStep, from.userId],
  )
}

const count = () => {
  const actor = systemFor('00000000-0000-0000-0000-000000000000')
  return evidenceJobs['count-public-results']!({ database: world.database, actor, actingFor: systemFor, log }, {})
}
