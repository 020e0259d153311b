import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

let world: World
let site: Site
let coordinator: Actor
let manager: Actor
let worker: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
  manager = await world.aWorkerAt('HMP Fernhall', { roles: ['WORKER', 'MANAGER'] })
  worker = await world.aColleagueOf(manager, { roles: ['WORKER'] })
}, 60_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

const given = {
  ...{
    group: 'UK-EW',
    locale: 'en',
    words: 'Men who have served long choose it.',
    withWhom: '12 workers of four agencies',
  },
  ...{ 'answeredOn-day': '20', 'answeredOn-month': '2', 'answeredOn-year': '2026' },
}
const post = (actor: Actor, path: string, fields: Record<string, string> = {}) =>
  site.post(actor, `/mechanisms${path}`, { formId: newId(), ...fields })

test('three countries answer the same question and stand side by side, with whom, when and in which version', async () => {
  const [id] = await asked()
  await post(manager, `/${id}/answers`, { ...given, 'version-UK-EW': '0' })
  await post(coordinator, `/${id}/answers`, {
    ...given,
    group: 'NL',
    locale: 'nl',
    words: 'Wie lang zit, kiest ervoor.',
    'version-NL': '0',
  })
  await post(manager, `/${id}/answers`, { ...given, words: 'Now younger men too.', 'version-UK-EW': '1' })

  const { body } = await site.get(manager, '/mechanisms')
  const one = await site.get(manager, `/mechanisms/${id}`)
  const csv = await site.get(manager, '/mechanisms.csv')

  expect(body).toMatch(
    /Now younger men too\.[\s\S]*12 workers of four agencies, 20 February 2026, version 2[\s\S]*Not answered yet[\s\S]*<span lang="nl">Wie lang zit/,
  )
  expect(body).not.toContain('Men who have served long')
  expect(one.body).toMatch(/1 earlier answer[\s\S]*Men who have served long/)
  expect(csv.body).toContain('England and Wales,Now younger men too.,en,12 workers of four agencies,2026-02-20,2')
})

test('whoever answers at the same time as somebody else loses nothing that was typed, and nothing is written over', async () => {
  const [, id] = await asked()
  await post(manager, `/${id}/answers`, { ...given, 'version-UK-EW': '0' })

  const second = await post(coordinator, `/${id}/answers`, { ...given, words: 'Typed meanwhile', 'version-UK-EW': '0' })

  expect(second.statusCode).toBe(409)
  expect(second.body).toContain('This country answered meanwhile')
  expect(second.body).toContain('Typed meanwhile')
  expect(second.body).toContain('Men who have served long')
  expect(await world.inspect('select version from mechanism_answer where question_id = $1', [id])).toHaveLength(1)
})

test('a manager answers for the country of the partnership alone, by their page and by hand; workers neither ask nor read', async () => {
  const [, , id] = await asked()

  const other = await post(manager, `/${id}/answers`, { ...given, group: 'IT', 'version-IT': '0' })
  const byHand = world.database.change(manager, async (change) => {
    change.record({ name: 'x', subjectId: id!, fieldGroup: 'administration' })
    await sql`insert into mechanism_answer (question_id, national_group, version, words, locale, with_whom, answered_on, made_by, made_at)
      values (${id}, 'IT', 1, 'x', 'it', 'x', '2026-01-01', ${manager.userId}, now())`.execute(change.db)
  })

  expect(other.statusCode).toBe(403)
  await expect(byHand).rejects.toThrow(/row-level security/)
  expect((await post(manager, '', { part: 'CONTEXT', en: 'a', it: 'b', nl: 'c' })).statusCode).toBe(403)
  for (const url of ['/mechanisms', '/mechanisms.csv', `/mechanisms/${id}`])
    expect((await site.get(worker, url)).statusCode).toBe(403)
})

test('an answer is never changed, by nobody', async () => {
  const [, , , id] = await asked()
  await post(manager, `/${id}/answers`, { ...given, 'version-UK-EW': '0' })

  const byHand = world.database.change(coordinator, async (change) => {
    change.record({ name: 'x', subjectId: id!, fieldGroup: 'administration' })
    await sql`update mechanism_answer set words = 'Better' where question_id = ${id}`.execute(change.db)
  })

  await expect(byHand).rejects.toThrow(/permission denied/)
})

test('a question is asked in three languages or not at all, and one that is asked no more leaves the page and keeps its answers', async () => {
  const [, , , , id] = await asked()
  await post(manager, `/${id}/answers`, { ...given, words: 'To be kept', 'version-UK-EW': '0' })

  const half = await post(coordinator, '', { part: 'OUTCOME', en: 'Only in English?', it: '', nl: '' })
  const whole = await post(coordinator, '', {
    part: 'OUTCOME',
    en: 'Who paid?',
    it: 'Chi ha pagato?',
    nl: 'Wie betaalde?',
  })
  await post(coordinator, `/${id}/retirement`)

  expect([half.statusCode, whole.statusCode]).toEqual([422, 303])
  expect(half.body).toContain('Only in English?')
  expect((await site.get(manager, '/mechanisms')).body).toContain('Who paid?')
  expect((await site.get(manager, `/mechanisms/${id}`)).statusCode).toBe(404)
  expect((await site.get(manager, '/mechanisms.csv')).body).not.toContain('To be kept')
  expect(await world.inspect('select 1 from mechanism_answer where question_id = $1', [id])).toHaveLength(1)
})

test('a day that is to come and words that are missing are said beside their fields', async () => {
  const [, , , , , id] = await asked()

  const { statusCode, body } = await post(manager, `/${id}/answers`, {
    ...given,
    words: '',
    'answeredOn-year': '2030',
    'version-UK-EW': '0',
  })

  expect(statusCode).toBe(422)
  expect(body).toContain('Type a day that is today or before')
  expect(body).toContain('Write the answer')
  expect(body).toContain('value="12 workers of four agencies"')
})

/** The ids of the nine questions, which are asked once. */
async function asked(): Promise<string[]> {
  await post(coordinator, '/beginning')
  const rows = await world.inspect<{ id: string }>(
    'select id from mechanism_question where retired_at is null order by part, position',
  )
  return rows.map(({ id }) => id)
}
