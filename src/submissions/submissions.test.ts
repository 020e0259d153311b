import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
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
let service: Actor
let danny: BuiltCase
beforeEach(async () => {
  prison = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  service = await world.aWorkerAt('Harbour Homes', { kind: 'charity', name: 'Jo Bell' })
  danny = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  await world.insert(
    `insert into case_party (case_id, agency_id, relationship, since_on, owner_agency_id, cause_id) values ($1, $2, 'REFERRED', '2026-01-01', $2, gen_random_uuid())`,
    [danny.id, service.agencyId],
  ) // a service that was asked: it sees who it is about, and no notes
})

const path = () => `/cases/${danny.id}/submissions`
const give = (form: Record<string, string> = {}, by = service) =>
  site.post(by, path(), { words: 'He has a key to his sister’s flat.', basis: 'SELF_REPORT', ...form })
const idOf = async () =>
  (await world.inspect<{ id: string }>('select id from submission where case_id = $1', [danny.id]))[0]!.id
const answer = async (what: string, form: Record<string, string> = {}, by = prison) =>
  site.post(by, `/submissions/${await idOf()}/${what}`, form)
const bodyOf = async (actor: Actor, url = path()) => (await site.get(actor, url)).body

test('what a partner gathered is no part of the record until somebody who works on the case takes it', async () => {
  await give()
  const before = await bodyOf(prison, `/cases/${danny.id}/notes`)
  const waiting = await bodyOf(prison)
  const alerts = await bodyOf(prison, '/alerts')

  const taken = await answer('taking')

  const after = await bodyOf(prison, `/cases/${danny.id}/notes`)
  expect(before).not.toContain('sister’s flat')
  expect(waiting).toContain('sister’s flat')
  expect(alerts).toContain('A partner gave information about Danny Okafor')
  expect(taken.statusCode).toBe(303)
  for (const text of ['Given by Jo Bell, Harbour Homes. Said by the person.', 'sister’s flat'])
    expect(after).toContain(text)
  const notes = await world.inspect('select basis from note where case_id = $1', [danny.id])
  expect(notes).toEqual([{ basis: 'SELF_REPORT' }])
})

test('a no has a reason, and whoever gave it reads it', async () => {
  await give()

  const blank = await answer('refusal', { reason: ' ' })
  await answer('refusal', { reason: 'It is about another Danny.' })

  expect(blank.statusCode).toBe(422)
  expect(blank.body).toContain('Say why it is not taken')
  expect(await bodyOf(service)).toContain('It is about another Danny.')
  expect(await bodyOf(service, '/alerts')).toContain('was not taken into the notes')
  expect((await answer('taking')).statusCode).toBe(409)
})

test('whoever gave it takes it back while it waits, and nobody takes what they gave themselves', async () => {
  await give()
  const stolen = await answer('withdrawal', {}, prison)
  const own = await answer('taking', {}, service)

  const back = await answer('withdrawal', {}, service)

  expect([stolen.statusCode, own.statusCode, back.statusCode]).toEqual([409, 403, 303])
  expect((await answer('taking')).statusCode).toBe(409)
})

test('half a form is shown again with what was typed', async () => {
  const half = await give({ words: 'He said', basis: '' })

  expect(half.statusCode).toBe(422)
  for (const text of ['Choose how you know', '>He said</textarea>']) expect(half.body).toContain(text)
})

test('who does not know of the case gives nothing, and colleagues of who gave it do not read it', async () => {
  const stranger = await world.aWorkerAt('Wexley Police', { kind: 'police' })
  const colleague = await world.aColleagueOf(service)
  await give()

  expect((await give({}, stranger)).statusCode).toBe(404)
  expect(await bodyOf(colleague)).not.toContain('sister’s flat')
  const smuggled = world.database.change(service, ({ db }) =>
    sql`update submission set decision = 'DECLINED', reason = 'x', decided_by = ${service.userId}, decided_at = now() where case_id = ${danny.id}`.execute(
      db,
    ),
  )
  await expect(smuggled).rejects.toThrow(/row-level security|check constraint/)
})
