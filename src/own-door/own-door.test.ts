import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { anAppointment } from '../appointments/builders.ts'
import { aCase, type BuiltCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

const minute = 60_000
const number = 'A1234BC'

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
  await world.inspect('delete from person_identifier')
  prison = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  danny = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor', number })
})

const door = () => `/cases/${danny.id}/own-door`
async function aCode(): Promise<string> {
  const started = await site.post(prison, door(), {})
  return /\d{4} \d{4}/.exec(started.body)![0]
}
const enter = (code: string, typed = number) => site.post(undefined, '/me', { number: typed, code })
async function inside(): Promise<{ headers: { cookie: string } }> {
  const { headers } = await enter(await aCode())
  return { headers: { cookie: String(headers['set-cookie']).split(';')[0]! } }
}
const later = (minutes: number) => {
  world.time.now = new Date(world.time.now.getTime() + minutes * minute)
}
const said = { kind: 'HELP', words: 'I have nowhere to sleep.' }

test('a person comes in with the code of a worker and reads who helps them and their appointments', async () => {
  await anAppointment(world, prison, danny.id, { title: 'Housing talk' })

  const page = await site.get(undefined, '/me', await inside())

  for (const shown of ['Hello Danny', 'Amira Khan', 'Housing talk', 'Stop and clear'])
    expect(page.body).toContain(shown)
})

test('an appointment that is marked sensitive is not shown at the door', async () => {
  const id = await anAppointment(world, prison, danny.id, { title: 'Kept apart' })
  await world.inspect(`update appointment set sensitivity = 'RESTRICTED' where id = $1`, [id])

  const page = await site.get(undefined, '/me', await inside())

  expect(page.body).toContain('Hello Danny')
  expect(page.body).not.toContain('Kept apart')
})

test('a code works once, for ten minutes, and only the newest', async () => {
  const older = await aCode()
  later(1)
  const newer = await aCode()

  const byOlder = await enter(older)
  const byNewer = await enter(newer)
  const again = await enter(newer)
  const late = await aCode()
  later(10)
  const tooLate = await enter(late)

  expect([byOlder, byNewer, again, tooLate].map(({ statusCode }) => statusCode)).toEqual([422, 303, 422, 422])
})

test('the fifth wrong try ends the code, and a wrong number answers as a wrong code does', async () => {
  const code = await aCode()

  const wrongNumber = await enter(code, 'A9999ZZ')
  for (let tries = 0; tries < 5; tries++) await enter('0000')
  const right = await enter(code)

  expect([wrongNumber.statusCode, right.statusCode]).toEqual([422, 422])
  expect(wrongNumber.body).toContain('The number or the code is not right')
})

test('after three minutes without a touch, and after stop, the door is shut and the browser is cleared', async () => {
  const first = await inside()
  later(4)
  const idle = await site.get(undefined, '/me', first)
  const second = await inside()

  const stopped = await site.post(undefined, '/me/stop', {}, second)
  const after = await site.get(undefined, '/me', second)

  for (const page of [idle, after]) expect(page.body).not.toContain('Danny')
  expect(stopped.headers['clear-site-data']).toContain('"cookies"')
  expect((await site.get(undefined, '/me', await inside())).headers['refresh']).toContain('/me/over')
})

test('what a person says reaches their worker as an alert, and the answer reaches the person', async () => {
  const person = await inside()

  const sent = await site.post(undefined, '/me/say', said, person)
  const alerts = await site.get(prison, '/alerts')
  const [request] = await world.inspect<{ id: string; basis: string }>(
    'select id, basis from own_request where case_id = $1',
    [danny.id],
  )
  const answered = await site.post(prison, `${door()}/${request!.id}/answer`, {
    answer: 'I will ring the hostel today.',
  })
  const page = await site.get(undefined, '/me', person)

  expect([sent.statusCode, answered.statusCode]).toEqual([303, 303])
  expect(request!.basis).toBe('SELF_REPORT')
  expect(alerts.body).toContain('Danny Okafor said something at their own door')
  expect((await site.get(prison, `/cases/${danny.id}`)).body).toContain('They said something at their own door')
  for (const shown of [said.words, 'I will ring the hostel today.']) expect(page.body).toContain(shown)
})

test('nothing typed is lost when the time was over', async () => {
  const person = await inside()
  later(4)

  const late = await site.post(undefined, '/me/say', said, person)

  expect(late.statusCode).toBe(403)
  expect(late.body).toContain(said.words)
  expect(await world.inspect('select 1 from own_request where case_id = $1', [danny.id])).toEqual([])
})

test('a person sees which agency looked and when, and never the name of who it was', async () => {
  await site.get(prison, `/cases/${danny.id}`)
  await world.inspect(
    `insert into audit (account_id, agency_id, action, case_ids, field_groups, reason, channel)
     values ($1, $2, 'consult', array[$3::uuid], '{contact}', 'Her new address is near his.', 'web')`,
    [prison.userId, prison.agencyId, danny.id],
  )

  const page = await site.get(undefined, '/me/looks', await inside())

  expect(page.body).toContain('HMP Fernhall')
  expect(page.body).not.toContain('Amira Khan')
  expect(page.body).not.toContain('near his') // what a worker typed may speak of a victim
})

test('“I cannot come” reaches the worker, calls nothing off, and reaches no appointment of anybody else', async () => {
  const [id, other] = [await anAppointment(world, prison, danny.id), await anAppointment(world, prison, (await aCase(world, prison)).id)] // biome-ignore format: one line
  const person = await inside()

  const sent = await site.post(undefined, `/me/appointments/${id}`, { words: 'My mother is ill.' }, person)
  await site.post(undefined, `/me/appointments/${other}`, { words: 'Not mine.' }, person)

  expect(sent.statusCode).toBe(303)
  expect((await site.get(prison, '/alerts')).body).toContain('Danny Okafor cannot come to an appointment')
  expect((await site.get(prison, `/appointments/${id}`)).body).toContain('Danny says: I cannot come')
  expect((await site.get(undefined, '/me', person)).body).toContain('You said that you cannot come')
  expect(await world.inspect('select from appointment where cannot_come_at is not null')).toHaveLength(1)
})

test('that the person read their own record is in the audit', async () => {
  await site.get(undefined, '/me', await inside())

  const audit = await world.inspect(
    `select action from audit where channel = 'own-door' and case_ids = array[$1::uuid]`,
    [danny.id],
  )

  expect(audit).toEqual([{ action: 'disclose' }])
})

test('the door stays shut while a worker is signed in in the same browser', async () => {
  const code = await aCode()

  const answer = await site.post(prison, '/me', { number, code })

  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('They must sign out first')
})

test('an agency outside the case neither starts the door, nor reads or answers what was said', async () => {
  await site.post(undefined, '/me/say', said, await inside())
  const [request] = await world.inspect<{ id: string }>('select id from own_request where case_id = $1', [danny.id])
  const stranger = await world.aWorkerAt('Elsewhere', { kind: 'charity' })

  const answers = [
    await site.get(stranger, door()),
    await site.post(stranger, door(), {}),
    await site.post(stranger, `${door()}/${request!.id}/answer`, { answer: 'x' }),
  ]

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404])
})
