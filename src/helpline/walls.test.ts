import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aCall, aLine, aSupportedPerson, type Night } from './builders.ts'
import { openHelpline } from './keep-line.ts'
import { findCaller, findCallers } from './queries/callers.ts'
import { getCall } from './queries/calls.ts'
import { listCrisisPlans } from './queries/crisis-plans.ts'

let world: World
let site: Site
let night: Night
let prison: Actor

beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  night = await aLine(world)
  prison = await world.aWorkerAt('HMP Fernhall')
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const someone = (familyName: string) => aSupportedPerson(world, prison, night.manager, { givenName: 'Dee', familyName })
const find = (text: string, actor = night.operator) =>
  world.database.read(actor, (reading) => findCallers(reading, text))
const anOpenCall = async (form: Record<string, string>) => {
  const { headers } = await site.post(night.operator, `/helpline/${night.lineId}/calls`, { formId: newId() })
  await site.post(night.operator, String(headers.location), { formId: newId(), do: 'find', ...form })
  return String(headers.location)
}
/** Without what differs between any two pages. */
const bare = (body: string) => body.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|nonce="[^"]*"|\d{1,2}:\d{2}|Dee [A-Z]\w+/g, '')

test('a caller on another area’s restricted list answers as somebody who does not exist, to the byte', async () => {
  const { id, personId } = await someone('Secretson')
  const other = await someone('Plainson')
  await world.insert(`insert into restricted_record (person_id, reason, made_by, made_at, owner_agency_id) values ($1, 'Their life would be in danger.', $2, now(), $3)`, [personId, prison.userId, prison.agencyId]) // biome-ignore format: one line

  const restricted = await site.get(night.operator, await anOpenCall({ sought: 'Dee Secretson', who: id }))
  const nobody = await site.get(night.operator, await anOpenCall({ sought: 'Dee Nobodyson', who: newId() }))

  expect((await find('Dee Plainson')).map(({ caseId }) => caseId)).toEqual([other.id])
  expect(await find('Dee Secretson')).not.toContainEqual(expect.objectContaining({ personId }))
  expect(restricted.body).not.toContain('Born')
  expect(bare(restricted.body)).toBe(bare(nobody.body))
  await expect(aCall(world, night, { who: id })).rejects.toThrow('helpline.call-unwritten')
  expect(await world.inspect('select from helpline_call where person_id = $1', [personId])).toEqual([])
})

test('a record that becomes restricted goes from the line at once: its calls, call-backs and plan too', async () => {
  const { id, personId } = await someone('Laterson')
  const callId = await aCall(world, night, { who: id, when: '15', phone: '07700 900777' })
  await world.insert(`insert into restricted_record (person_id, reason, made_by, made_at, owner_agency_id) values ($1, 'Their life would be in danger.', $2, now(), $3)`, [personId, prison.userId, prison.agencyId]) // biome-ignore format: one line

  const call = await site.get(night.operator, `/helpline-calls/${callId}`)
  const board = await site.get(night.operator, `/helpline/${night.lineId}`)

  expect(call.statusCode).toBe(404)
  expect(board.body).not.toContain('07700 900777')
})

test('whom the charity does not know of, and from whom the operator is barred, is not found', async () => {
  const { personId } = await someone('Barredson')
  await world.insert(`insert into access_bar (account_id, person_id, reason) values ($1, $2, 'a sister') returning account_id`, [night.operator.userId, personId]) // biome-ignore format: one line
  const stranger = await aLine(world)

  expect(await find('Barredson')).toEqual([])
  expect(await find('Barredson', night.other)).toHaveLength(1)
  expect(await find('Barredson', stranger.operator)).toEqual([])
})

test('an operator sees what a call needs and no part of the case, by page or by SQL', async () => {
  const { id } = await someone('Needson')
  await aCall(world, night, { who: id })
  const rows = (table: string) =>
    world.database.read(night.operator, async ({ db }) => (await sql`select from ${sql.table(table)} where case_id = ${id}`.execute(db)).rows.length) // biome-ignore format: one line

  const known = await world.database.read(night.operator, (reading) => findCaller(reading, id))
  const page = await site.get(night.operator, `/cases/${id}`)
  const counts = await Promise.all(['case_party', 'need', 'referral', 'case_summary', 'answer'].map(rows))

  expect(Object.keys(known!).sort()).toEqual(['bornOn', 'calledName', 'caseId', 'language', 'name', 'personId', 'workers']) // biome-ignore format: one line
  expect([403, 404]).toContain(page.statusCode)
  expect(counts).toEqual([0, 0, 0, 0, 0])
})

test('calls, call-backs and plans of a line are for its operators: not for the prison, nor for another charity’s line', async () => {
  const { id } = await someone('Wallson')
  await aCall(world, night, { who: id, when: '15', phone: '1' })
  const call = await anOpenCall({ who: id })
  await site.post(night.operator, `${call}/crisis-plan`, { formId: newId(), signs: 'Not sleeping', isWithPerson: 'yes', version: '0' }) // biome-ignore format: one line
  const stranger = await aLine(world)
  const policeManager = await world.aWorkerAt('Police', { kind: 'police', roles: ['MANAGER'] })
  const seenBy = (actor: Actor) =>
    world.database.read(actor, async ({ db }) => {
      const count = async (table: string) => (await sql`select from ${sql.table(table)}`.execute(db)).rows.length
      return [await count('helpline_call'), await count('helpline_call_back'), await count('helpline_hand_off'), await count('crisis_plan')] // biome-ignore format: one line
    })

  for (const actor of [prison, stranger.operator, stranger.manager, policeManager]) expect(await seenBy(actor)).toEqual([0, 0, 0, 0]) // biome-ignore format: one line
  expect((await seenBy(night.operator))[3]).toBe(1)
})

test('a call of nobody in the record is read by its operator and a manager, and by colleagues for a month', async () => {
  const start = world.time.now
  const callId = await aCall(world, night, { who: 'NAMED', callerName: 'Sam' })
  const readBy = (actor: Actor) =>
    world.database
      .read(actor, (reading) => getCall(reading, callId))
      .then(
        () => 'read',
        () => 'not found',
      )
  const all = () => Promise.all([night.operator, night.other, night.manager].map(readBy))

  const atFirst = await all()
  world.time.now = new Date(start.getTime() + 31 * 86_400_000)
  const afterwards = await all()
  world.time.now = start

  expect(atFirst).toEqual(['read', 'read', 'read'])
  expect(afterwards).toEqual(['read', 'not found', 'read'])
})

test('a crisis plan is written with the person, each writing a version; two writers at once are told', async () => {
  const { id } = await someone('Planson')
  const call = await anOpenCall({ who: id })
  const write = (signs: string, version: string) =>
    site.post(night.operator, `${call}/crisis-plan`, { formId: newId(), signs, isWithPerson: 'yes', version })

  const empty = await write('', '0')
  await write('Not sleeping', '0')
  const late = await write('Not eating', '0')
  await write('Not sleeping, not eating', '1')
  const plans = await world.database.read(night.operator, (reading) => listCrisisPlans(reading, id))

  expect([empty.statusCode, late.statusCode]).toEqual([422, 409])
  expect(plans.map(({ version, signs }) => [version, signs])).toEqual([[2, 'Not sleeping, not eating'], [1, 'Not sleeping']]) // biome-ignore format: one line
})

test('who can punish opens no line, and no worker of theirs is told without the caller’s yes', async () => {
  const police = await world.aWorkerAt('Police', { kind: 'police', roles: ['MANAGER'] })
  const { id } = await someone('Yesson')

  const opened = world.database.change(police, (change) => openHelpline(change, { name: 'Line', phone: '' }))
  await expect(opened).rejects.toThrow('helpline.not-yours')
  const told = aCall(world, night, { who: id, toAccountId: prison.userId, handWords: 'x' })
  await expect(told).rejects.toThrow('helpline.call-unwritten')
  const smuggled = world.database.change(night.operator, async ({ db }) => {
    await sql`insert into helpline_hand_off (helpline_id, call_id, person_id, case_id, to_account_id, words, is_agreed, due_on, made_by, made_at, owner_agency_id)
      select helpline_id, id, person_id, case_id, ${prison.userId}, 'x', false, '2026-03-03', ${night.operator.userId}, now(), owner_agency_id
      from helpline_call where case_id is not null limit 1`.execute(db)
  })
  await expect(smuggled).rejects.toThrow(/row-level security/)
})
