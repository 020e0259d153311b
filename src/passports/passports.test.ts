import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aPlannedCase } from './builders.ts'

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

test('a passport that is given is written down: when, by whom, language, size', async () => {
  const prison = await world.aWorkerAt('Walton', { name: 'Amira Khan' })
  const { id, personId } = await aPlannedCase(world, prison)

  await site.post(prison, `/cases/${id}/passport`, { language: 'nl', size: 'A4' })

  const page = (await site.get(prison, `/cases/${id}/passport`)).body
  const [event] = await world.inspect(
    `select name, person_id, actor_id, field_group, details from event where case_id = $1 and name = 'passport.issued'`,
    [id],
  )
  expect(page).toContain('Mon 2 Mar 2026, 09:30, Nederlands, A4')
  expect(page).toContain('by Amira Khan, Walton')
  expect(event).toEqual({
    name: 'passport.issued',
    person_id: personId,
    actor_id: prison.userId,
    field_group: 'plan',
    details: { locale: 'nl', size: 'A4' },
  })
})

test('a form that is sent twice gives one passport', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id } = await aPlannedCase(world, prison)
  const form = { language: 'en', size: 'A5', formId: '0199b1c0-0000-7000-8000-00000000000a' }

  const first = await site.post(prison, `/cases/${id}/passport`, form)
  const second = await site.post(prison, `/cases/${id}/passport`, form)

  expect(second.headers.location).toBe(first.headers.location)
  expect(await world.inspect('select id from passport_issue where case_id = $1', [id])).toHaveLength(1)
})

test('the code leads a worker who may see the case to it, and nobody else anywhere', async () => {
  const prison = await world.aWorkerAt('Prison')
  const police = await world.aWorkerAt('Police', { kind: 'police' })
  const { id } = await aPlannedCase(world, prison)
  await site.post(prison, `/cases/${id}/passport`, { language: 'en', size: 'A5' })
  const [issue] = await world.inspect<{ short_code: string }>(
    'select short_code from passport_issue where case_id = $1',
    [id],
  )
  const typed = issue!.short_code.toLowerCase().replace(/^(.{4})/, '$1-')

  const known = await site.get(prison, `/p/${typed}`)
  const unknown = await site.get(police, `/p/${typed}`)
  const invented = await site.get(police, '/p/ACDE-FGHJ')
  const nobody = await site.get(undefined, `/p/${typed}`)

  expect(known.headers.location).toBe(`/cases/${id}`)
  expect(unknown.statusCode).toBe(404)
  expect(invented.statusCode).toBe(404)
  expect(nobody.headers.location).toMatch(/^\/sign-in/)
})

test("it is in the person's own language until another is chosen", async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id, personId } = await aPlannedCase(world, prison)
  await world.inspect(`update person set languages = '{pl,it,en}' where id = $1`, [personId])

  const own = (await site.get(prison, `/cases/${id}/passport`)).body
  const chosen = (await site.get(prison, `/cases/${id}/passport?language=nl`)).body
  const nonsense = (await site.get(prison, `/cases/${id}/passport?language=xx`)).body

  expect(own).toContain('Il passaporto di Danny')
  expect(chosen).toContain('Het paspoort van Danny')
  expect(nonsense).toContain('Il passaporto di Danny')
})

test('where nothing is known yet it says whom to ask', async () => {
  const probation = await world.aWorkerAt('Probation', { kind: 'probation' })
  const { id } = await aCase(world, probation, { givenName: 'Sam', role: 'SUPPORT' })
  await world.inspect(`update case_party set role = null where case_id = $1`, [id])

  const page = (await site.get(probation, `/cases/${id}/passport`)).body

  expect(page).toContain('Nobody is named yet.')
  expect(page).toContain('I have no appointments yet. I can ask my key worker.')
  expect(page).toContain('Nothing is planned yet.')
})

test('who is in custody without a date is told so', async () => {
  const prison = await world.aWorkerAt('Prison', { name: 'Amira Khan' })
  const { id, personId } = await aPlannedCase(world, prison)
  await world.inspect(`delete from release_date where person_id = $1`, [personId])
  await world.inspect(`select summarise_cases(array[$1::uuid], '{custody}')`, [id])

  const page = (await site.get(prison, `/cases/${id}/passport`)).body

  expect(page).toContain('There is no date yet')
  expect(page).toContain('I can ask Amira Khan.')
})

test('who does not see the plan sees no passport, and gives none', async () => {
  const prison = await world.aWorkerAt('Prison')
  const colleague = await world.aColleagueOf(prison)
  const { id } = await aPlannedCase(world, prison)
  await site.post(prison, `/cases/${id}/passport`, { language: 'en', size: 'A5' })
  const [issue] = await world.inspect<{ id: string }>('select id from passport_issue where case_id = $1', [id])

  const page = await site.get(colleague, `/cases/${id}/passport`)
  const paper = await site.get(colleague, `/cases/${id}/passport/${issue!.id}.pdf`)
  const given = await site.post(colleague, `/cases/${id}/passport`, { language: 'en', size: 'A5' })

  expect(page.statusCode).toBe(200)
  expect(page.body).not.toContain('passport-sheet')
  expect(page.body).not.toContain('Danny’s passport')
  expect(paper.statusCode).toBe(403)
  expect(given.statusCode).toBe(403)
})

test('every look at it is in the audit once', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id } = await aPlannedCase(world, prison)
  const given = await site.post(prison, `/cases/${id}/passport`, { language: 'en', size: 'A5' })

  await site.get(prison, `/cases/${id}/passport`)
  await site.get(prison, String(given.headers.location))

  const looks = await world.inspect<{ action: string }>(
    `select action from audit where $1 = any(case_ids) and action in ('consult', 'print') order by id`,
    [id],
  )
  expect(looks.map(({ action }) => action)).toEqual(['consult', 'print'])
})
