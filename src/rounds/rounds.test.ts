import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
}, 60_000)
afterAll(async () => {
  await site?.close()
  await world?.close()
})

/** Amira has Danny as key worker; on Wayne's case she helps and nobody is key worker; Stefan has died; Rhys is another prison's. */
async function fourPeople() {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan', roles: ['WORKER', 'MANAGER'] })
  const danny = await aCase(world, amira, { givenName: 'Danny', familyName: 'Okafor' })
  const wayne = await aCase(world, amira, { givenName: 'Wayne', familyName: 'Birch', role: 'SUPPORT' })
  const stefan = await aCase(world, amira, { givenName: 'Stefan', familyName: 'Ionescu' })
  await world.inspect('update case_summary set died_on = $1 where case_id = $2', ['2026-03-01', stefan.id])
  const rhys = await aCase(world, await world.aWorkerAt('Elsewhere'), { givenName: 'Rhys', familyName: 'Morgan' })
  return { amira, danny, wayne, caseIds: [danny, wayne, stefan, rhys].map(({ id }) => id).join('.') }
}
const stepsOf = (caseId: string) =>
  world.inspect('select title, due_on as "dueOn", responsible_account_id as by from step where case_id = $1', [caseId])
const asked = { verb: 'ASK_CONTACT', from: 'caseload', 'contactOn-day': '9', 'contactOn-month': '3', 'contactOn-year': '2026' } // biome-ignore format: one line
const reasonOf = (body: string, name: string) => {
  const row = new RegExp(`${name}[\\s\\S]*?</tr>`).exec(body)?.[0] ?? ''
  return row.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
}

test('key workers are asked to get in touch: each row says beforehand what would happen, and trying it changes nothing', async () => {
  const { amira, danny, caseIds } = await fourPeople()

  const { body } = await site.post(amira, '/rounds/check', { ...asked, caseIds })

  expect(body).toContain('It can be done for one person')
  expect(reasonOf(body, 'Danny Okafor')).toContain('Will be done')
  expect(reasonOf(body, 'Wayne Birch')).toContain('They have no key worker. Name one first.')
  expect(reasonOf(body, 'Stefan Ionescu')).toContain('They have died.')
  expect(body).not.toContain('Rhys')
  expect(await stepsOf(danny.id)).toEqual([])
})

test('it is done for those for whom it can be, once however often it is sent, and who was left out is named with the reason', async () => {
  const { amira, danny, caseIds } = await fourPeople()
  const form = { ...asked, caseIds, formId: newId() }

  const first = await site.post(amira, '/rounds', form)
  const second = await site.post(amira, '/rounds', form)
  const done = await site.get(amira, first.headers.location!)

  expect([first.statusCode, second.statusCode]).toEqual([303, 303])
  expect(second.headers.location).toBe(first.headers.location)
  expect(await stepsOf(danny.id)).toEqual([{ title: 'Get in touch', dueOn: '2026-03-09', by: amira.userId }])
  expect(done.body).toContain('It was done for one person')
  expect(done.body).toContain('2 people were left out') // the third is nobody's to name
  expect(reasonOf(done.body, 'Stefan Ionescu')).toContain('They have died.')
})

test('a worker is named for many; where the role is taken the other stays', async () => {
  const { amira, danny, wayne, caseIds } = await fourPeople()
  const ben = await world.aColleagueOf(amira, { name: 'Ben Ode' })
  const naming = { verb: 'NAME_WORKER', from: 'releases', accountId: ben.userId, role: 'KEY_WORKER', caseIds }

  const checked = await site.post(amira, '/rounds/check', naming)
  const { headers } = await site.post(amira, '/rounds', { ...naming, formId: newId() })
  const done = await site.get(amira, headers.location!)

  expect(reasonOf(checked.body, 'Danny Okafor')).toContain('Somebody has this role already')
  expect(reasonOf(done.body, 'Danny Okafor')).toContain('Somebody has this role already')
  expect(await keyWorkersOf([danny.id, wayne.id])).toEqual(['Amira Khan', 'Ben Ode'])
})

test('where it can be done for nobody nothing is written, and no page breaks', async () => {
  const { amira, danny } = await fourPeople()
  const again = {
    verb: 'NAME_WORKER',
    from: 'caseload',
    accountId: amira.userId,
    role: 'KEY_WORKER',
    caseIds: danny.id,
  }

  const { headers } = await site.post(amira, '/rounds', { ...again, formId: newId() })

  expect((await site.get(amira, headers.location!)).body).toContain('It was done for nobody')
})

test('rows are ticked in both lists, and a form that lacks something keeps what was typed', async () => {
  const { amira, danny, caseIds } = await fourPeople()

  const list = await site.get(amira, '/caseload')
  const nobody = await site.get(amira, '/rounds?from=caseload')
  const chosen = await site.get(amira, `/rounds?from=caseload&caseId=${danny.id}`)
  const step = { verb: 'ADD_STEP', from: 'caseload', caseIds, title: 'Bring a photo', 'dueOn-day': '1', 'dueOn-month': '3', 'dueOn-year': '2026' } // biome-ignore format: one line
  const late = await site.post(amira, '/rounds/check', step)

  expect(list.body).toContain(`name="caseId" value="${danny.id}" aria-label="Choose Danny Okafor"`)
  expect(nobody.body).toContain('Tick somebody in the list first')
  expect(chosen.body).toContain('One person is ticked')
  expect(late.statusCode).toBe(422)
  for (const part of ['value="Bring a photo"', 'Choose who does it', 'Write a day that is not over'])
    expect(late.body).toContain(part)
})

async function keyWorkersOf(caseIds: readonly string[]) {
  const rows = await world.inspect<{ name: string }>(
    `select a.name from case_party p join account a on a.id = p.account_id
     where p.case_id = any($1) and p.role = 'KEY_WORKER' and p.until_on is null order by 1`,
    [caseIds],
  )
  return rows.map(({ name }: Pick<Actor, 'name'>) => name)
}
