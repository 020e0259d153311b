import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { beginSurvey } from './keep-survey.ts'
import { listResults } from './queries/surveys.ts'
import type { Audience } from './survey.ts'

let world: World
let site: Site
let prison: Actor
let coordinator: Actor
const surveys = new Map<Audience, string>()
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  prison = await world.aWorkerAt('HMP Fernhall', { roles: ['WORKER', 'MANAGER'] })
  coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
  for (const audience of ['PERSON', 'CASE_REVIEW', 'STAFF'] as const) {
    surveys.set(audience, await world.database.change(coordinator, (change) => beginSurvey(change, audience)))
  }
}, 60_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

/** So many answered a question on paper in a month, and so many of them said yes. */
const answered = (audience: Audience, item: string, month: string, yes: number, of: number) =>
  world.inspect(
    `insert into survey_reply (survey_id, version, month, agency_id, way, answers, entered_by)
     select $1, 1, $2, $3, 'PAPER', jsonb_build_object($4::text, case when n <= $5 then 'YES' else 'NO' end), $6 from generate_series(1, $7) n`,
    [surveys.get(audience), month, prison.agencyId, item, yes, prison.userId, of],
  )
const results = (actor: Actor, audience: Audience) =>
  world.database.read(actor, (reading) => listResults(reading, surveys.get(audience)!))

test('what inspectors counted comes out of rows: 41, 47 and 75% helped to prepare, 81% sufficient activity, 84% co-ordinated', async () => {
  await answered('PERSON', 'helped', '2025-02-01', 41, 100)
  await answered('PERSON', 'helped', '2025-08-01', 47, 100)
  await answered('PERSON', 'helped', '2026-02-01', 75, 100)
  await answered('CASE_REVIEW', 'activity', '2026-01-01', 81, 100)
  await answered('CASE_REVIEW', 'coordinated', '2026-01-01', 84, 100)

  const helped = (await results(prison, 'PERSON')).map(({ quarter, yes, answered: of }) => [quarter, yes, of])
  const reviewed = (await results(coordinator, 'CASE_REVIEW')).map(({ item, yes }) => [item, yes])

  expect(helped).toEqual([
    ['2025-01-01', 41, 100],
    ['2025-07-01', 47, 100],
    ['2026-01-01', 75, 100],
  ])
  expect(reviewed).toEqual([
    ['activity', 81],
    ['coordinated', 84],
  ])
  const { body } = await site.get(coordinator, `/surveys/${surveys.get('PERSON')}`)
  expect(body).toContain('January to March 2026: 75 of 100 said yes')
  expect(body).toContain('66% to 82%') // Wilson's interval of 75 in 100
})

test('few answers are not counted out, nor the few who said yes or no, and nobody reads a reply', async () => {
  await answered('STAFF', 'time', '2026-01-01', 4, 9)
  await answered('STAFF', 'plan-seen', '2026-01-01', 12, 14)
  await answered('STAFF', 'who-else', '2026-01-01', 6, 14)

  const found = await results(coordinator, 'STAFF')

  expect(found.map(({ item, answered: of, yes }) => [item, of, yes])).toEqual([
    ['plan-seen', 14, null],
    ['time', null, null],
    ['who-else', 14, 6],
  ])
  const elsewhere = await world.aWorkerAt('Elsewhere', { kind: 'charity', roles: ['WORKER', 'MANAGER'] })
  expect(await results(elsewhere, 'STAFF')).toEqual([])
  const read = (actor: Actor) =>
    world.database.read(actor, ({ db }) => db.selectFrom('survey_reply').selectAll().execute())
  await expect(read(coordinator)).rejects.toThrow(/permission denied/)
})

test('a worker types in what stands on paper, without a name; what was typed stays where nothing was answered', async () => {
  const worker = await world.aWorkerAt('Wing', { roles: ['WORKER'] })
  const id = surveys.get('PERSON')!
  const form = { formId: newId(), way: 'PAPER', month: '2026-02-01' }

  const refused = await site.post(worker, `/surveys/${id}/replies`, form)
  const kept = await site.post(worker, `/surveys/${id}/replies`, {
    ...form,
    'item-helped': 'YES',
    'item-plan': 'NO',
    'item-made-up': 'YES',
  })

  expect([refused.statusCode, kept.statusCode]).toEqual([422, 303])
  const rows = await world.inspect(`select way, answers, month from survey_reply where entered_by = $1`, [
    worker.userId,
  ])
  expect(rows).toEqual([{ way: 'PAPER', answers: { helped: 'YES', plan: 'NO' }, month: '2026-02-01' }])
  expect((await site.get(worker, `/surveys/${id}/paper`)).body).toContain('I can name my supervisor outside.')
  expect((await site.get(worker, `/surveys/${id}`)).statusCode).toBe(403)
})

test('the sheet of paper is in the language of whoever answers, and never says that it is old tomorrow', async () => {
  const sheet = async (language: string) =>
    (await site.get(prison, `/surveys/${surveys.get('PERSON')}/paper?language=${language}`)).body

  const [dutch, italian] = [await sheet('nl'), await sheet('it')]

  expect(dutch).toContain('<div lang="nl-NL">')
  expect(dutch).toContain('Schrijf je naam niet op')
  expect(dutch).toContain('lever het in waar je het kreeg')
  expect(dutch).not.toContain('tl-printed')
  expect(italian).toContain('Dicci che cosa ne pensi')
})

test('a new version keeps the keys of what is still asked, so that answers can be compared', async () => {
  const id = surveys.get('PERSON')!
  const form = {
    formId: newId(),
    version: '1',
    kept: ['helped', 'plan'],
    en: 'I feel safe.',
    it: 'Mi sento al sicuro.',
    nl: '',
  }

  const half = await site.post(coordinator, `/surveys/${id}`, form)
  const made = await site.post(coordinator, `/surveys/${id}`, { ...form, formId: newId(), nl: 'Ik voel me veilig.' })
  const stale = await site.post(coordinator, `/surveys/${id}`, { ...form, formId: newId(), nl: 'Ik voel me veilig.' })

  expect([half.statusCode, made.statusCode, stale.statusCode]).toEqual([422, 303, 409])
  const asked = (await site.get(prison, `/surveys/${id}/paper`, { headers: { 'accept-language': 'en' } })).body
  expect(asked).toContain('I feel safe.')
  expect(asked).not.toContain('I can name my supervisor')
  expect((await results(prison, 'PERSON')).some(({ item, answered: of }) => item === 'helped' && of === 100)).toBe(true)
})
