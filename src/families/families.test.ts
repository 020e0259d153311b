import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCase, type BuiltCase } from '../cases/builders.ts'
import { aStep } from '../plans/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aFamilyMember } from './builders.ts'

let world: World
let site: Site
let prison: Actor
let danny: BuiltCase
let begun: Date
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  begun = world.time.now
})
afterAll(async () => {
  await site.close()
  await world.close()
})
beforeEach(async () => {
  world.time.now = begun
  prison = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  danny = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  await world.inspect(
    `insert into release_date (person_id, type, day, source, known_at, owner_agency_id) values ($1, 'CRD', '2026-04-10', 'Test', now(), $2)`,
    [danny.personId, prison.agencyId],
  )
  await world.inspect(`select summarise_cases(array[$1::uuid], array['custody'])`, [danny.id])
})

const family = () => `/cases/${danny.id}/family`
const rosa = { name: 'Rosa Okafor', relation: 'PARENT', way: 'PAPER', locale: 'en', consentHow: 'SPOKEN', shares: ['RELEASE_DATE'] } // biome-ignore format: one line
const yes = { isAlone: 'yes', isOwnWish: 'yes', isSafe: 'yes', outcome: 'SHOW' }
const later = (minutes: number) => {
  world.time.now = new Date(world.time.now.getTime() + minutes * 60_000)
}
async function name(more: Record<string, unknown> = {}): Promise<string> {
  await site.post(prison, family(), { ...rosa, ...more })
  const [row] = await world.inspect<{ id: string }>('select id from family_member where case_id = $1 and name = $2', [
    danny.id,
    more['name'] ?? rosa.name,
  ])
  return row!.id
}
async function aCode(id: string): Promise<string> {
  const page = await site.post(prison, `${family()}/${id}/invitation`, {})
  return /[A-Z2-9]{4} [A-Z2-9]{4} [A-Z2-9]{4}/.exec(page.body)![0]
}
const join = (code: string, pin = '123456') => site.post(undefined, '/family/join', { code, pin })
const cookieOf = ({ headers }: { headers: Record<string, unknown> }) => ({
  headers: { cookie: String(headers['set-cookie']).split(';')[0]! },
})
const read = (cookie: string) => site.get(undefined, '/family', { headers: { cookie } })

test('a mother joins with her code and a PIN, sees the date once the person was asked alone, and nothing else', async () => {
  await aStep(world, prison, danny.id, { title: 'Ring the hostel' })
  const id = await name()
  const session = cookieOf(await join(await aCode(id)))

  const before = await site.get(undefined, '/family', session)
  await site.post(prison, `${family()}/${id}/check`, yes)
  const after = await site.get(undefined, '/family', session)

  expect(before.body).toContain('There is no date to show yet')
  expect(before.body).not.toContain('10 April')
  expect(after.body).toContain('10 April 2026')
  expect(after.body).toContain('This date may change')
  for (const kept of ['Ring the hostel', 'HMP Fernhall', 'Amira Khan', 'Who helps'])
    expect(after.body).not.toContain(kept)
})

test('“not now” hides the date again, and the family reads the same as where there is none', async () => {
  const { id, cookie } = await aFamilyMember(world, prison, danny)

  await site.post(prison, `${family()}/${id}/check`, {
    ...yes,
    isSafe: 'no',
    outcome: 'NOT_NOW',
    words: 'Afraid of the uncle',
  })
  const page = await read(cookie)
  const other = await world.aColleagueOf(prison)
  await world.inspect(
    `insert into sight (audience_id, case_id, agreement_id, relationship, person_id, until, reads, writes)
     select $1, case_id, agreement_id, relationship, person_id, until, reads, writes from sight where case_id = $2 and audience_id = $3`,
    [other.userId, danny.id, prison.userId],
  )
  const colleague = await site.get(other, family())

  expect(page.body).toContain('There is no date to show yet')
  expect((await site.get(prison, family())).body).toContain('Afraid of the uncle')
  expect(colleague.body).toContain('Hidden, until')
  expect(colleague.body).not.toContain('Afraid of the uncle')
})

test('a date is not shown of somebody who was not alone, does not want it or does not feel safe', async () => {
  const id = await name()

  const notAlone = await site.post(prison, `${family()}/${id}/check`, { ...yes, isAlone: '' })
  const notSafe = await site.post(prison, `${family()}/${id}/check`, { ...yes, isSafe: 'no' })

  expect([notAlone.statusCode, notSafe.statusCode]).toEqual([422, 422])
  expect(notSafe.body).toContain('Keep the date hidden')
  expect(await world.inspect('select from family_check where family_member_id = $1', [id])).toEqual([])
})

test('a code works once, for seven days, and only the newest; five wrong PINs shut the number', async () => {
  const id = await name()
  const older = await aCode(id)
  later(1)
  const newer = await aCode(id)

  const answers = [await join(older), await join(newer), await join(newer)]
  later(1)
  const late = await aCode(id)
  later(7 * 24 * 60)
  const tooLate = await join(late)
  const [{ number }] = (await world.inspect('select family_number as number from family_member where id = $1', [id])) as [{ number: string }] // biome-ignore format: one line
  const enter = (pin: string) => site.post(undefined, '/family', { number, pin })
  const right = await enter('123456')
  for (let tries = 0; tries < 5; tries++) await enter('000000')
  const shut = await enter('123456')

  expect([...answers, tooLate, right, shut].map(({ statusCode }) => statusCode)).toEqual([422, 303, 422, 422, 303, 422])
})

test('what the person withdraws is closed at the next request, also to a session that is open', async () => {
  const { id, cookie } = await aFamilyMember(world, prison, danny)
  const open = await read(cookie)

  await site.post(prison, `${family()}/${id}/stop`, {})
  const closed = await read(cookie)
  const said = await site.post(
    undefined,
    '/family/say',
    { kind: 'CAN', words: 'I have a spare bed.' },
    { headers: { cookie } },
  )

  expect(open.body).toContain('10 April 2026')
  expect(closed.body).toContain('These pages are closed')
  expect(closed.body).not.toContain('Danny')
  expect(said.statusCode).toBe(403)
  expect(said.body).toContain('I have a spare bed.')
})

test('what the family says reaches the worker as an alert, from a third party, and the person unless it is for the worker alone', async () => {
  const { id, cookie } = await aFamilyMember(world, prison, danny)
  const send = (words: string, more = {}) =>
    site.post(undefined, '/family/say', { kind: 'CANNOT', words, ...more }, { headers: { cookie } })

  await send('He cannot live with me.')
  await send('I am afraid of his friends.', { isForWorkerOnly: 'yes' })
  const page = await site.get(prison, family())
  const [word] = await world.inspect('select basis from family_word where family_member_id = $1 limit 1', [id])

  expect((await site.get(prison, '/alerts')).body).toContain('The family of Danny Okafor said something')
  for (const said of ['He cannot live with me.', 'I am afraid of his friends.', 'For the worker alone'])
    expect(page.body).toContain(said)
  expect(word).toEqual({ basis: 'THIRD_PARTY' })
})

test('“I need to stop” ends it at once, and a new code lets nobody in', async () => {
  const { id, cookie } = await aFamilyMember(world, prison, danny)

  await site.post(undefined, '/family/stop', {}, { headers: { cookie } })
  const after = await read(cookie)
  const invited = await site.post(prison, `${family()}/${id}/invitation`, {})

  expect(after.body).toContain('These pages are closed')
  expect(invited.statusCode).toBe(409)
  expect((await site.get(prison, family())).body).toContain('They asked to stop')
})
