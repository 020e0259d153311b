import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { readPdf } from '../platform/testing/read-pdf.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aTarget } from '../targets/builders.ts'

let world: World
let site: Site
let coordinator: Actor
let manager: Actor
let elsewhere: Actor
let surveyId: string
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['WORKER', 'COORDINATOR'] })
  manager = await world.aWorkerAt('HMP Fernhall', { roles: ['WORKER', 'MANAGER'] })
  elsewhere = await world.aWorkerAt('Riverside', { kind: 'charity', roles: ['WORKER', 'MANAGER'] })
  await aTarget(world, coordinator, { agencyId: manager.agencyId, name: '263 people with a mentor' })
  await site.post(coordinator, '/surveys', { formId: newId(), audience: 'PERSON' })
  surveyId = (await world.inspect<{ id: string }>('select id from survey'))[0]!.id
  await replies('helped', '2025-11-01', 47, 100)
  await replies('supervisor', '2025-11-01', 5, 5)
  await site.post(coordinator, '/mechanisms/beginning', { formId: newId() })
  await counted('EMPLOYMENT', 30, 20)
  await counted('HOUSING', 3, 2)
}, 120_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

const everything = () => ({
  piece: ['targets', `survey-${surveyId}`, 'distance', 'mechanisms'],
  title: 'Board',
  formId: newId(),
})

test('a pack carries targets, a survey, distance travelled and the comparison of countries, each with method, source and caveats', async () => {
  const page = await site.get(coordinator, '/evidence/pack')
  const pdf = await site.post(coordinator, '/evidence/pack', { ...everything(), as: 'pdf' })
  const { body } = await site.post(coordinator, '/evidence/pack', { ...everything(), as: 'csv' })

  for (const said of [
    'Expected results',
    'Survey: What people say',
    'What changed for people',
    'three countries side by side',
  ])
    expect(page.body).toContain(said)
  for (const said of [
    ...['263 people with a mentor', 'Somebody here has helped me to prepare for release.', '47%', '38% to 57%'],
    ...['67% of 30 people came forward', 'Why does it work for those for whom it works?', 'Not answered yet'],
    ...[
      'Delivered is counted from rows and never typed',
      'Figures move in steps of ten answers',
      'this does not say why',
    ],
    ...['Pawson and Tilley', 'Whoever answers is not everybody'],
  ])
    expect(body).toContain(said)
  expect(pdf.rawPayload.toString('latin1')).toContain('pdfuaid')
  const printed = JSON.stringify(await readPdf(pdf.rawPayload))
  for (const said of ['What is in it', '263 people with a mentor']) expect(printed).toContain(said)
})

test('of five people nothing is in the pack, and another agency’s manager finds nothing of this one’s', async () => {
  const { body } = await site.post(coordinator, '/evidence/pack', { ...everything(), as: 'csv' })
  const theirs = await site.post(elsewhere, '/evidence/pack', { ...everything(), as: 'csv' })

  expect(body).toMatch(/I can name my supervisor outside\.,1\. October to December 2025,Answered,Fewer than 10/)
  expect(body).toMatch(/Health|Housing/)
  expect(body).toMatch(/Housing,People,Too few to tell/)
  expect(theirs.body).not.toMatch(/263 people|47%|67%/)
  expect(theirs.body).toContain('Why does it work for those for whom it works?') // questions are of nobody
})

const replies = (item: string, month: string, yes: number, of: number) =>
  world.inspect(
    `insert into survey_reply (survey_id, version, month, agency_id, way, answers, entered_by)
     select $1, 1, $2, $3, 'PAPER', jsonb_build_object($4::text, case when n <= $5 then 'YES' else 'NO' end), $6 from generate_series(1, $7) n`,
    [surveyId, month, manager.agencyId, item, yes, manager.userId, of],
  )

const counted = (measure: string, people: number, forward: number) =>
  world.inspect(
    `insert into distance_count (agency_id, measure, quarter, forward, same, back, counted_at) values ($1, $2, '2025-10-01', $3, $4, 0, now())`,
    [manager.agencyId, measure, forward, people - forward],
  )
