import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aLine, aSupportedPerson, aSwitchboard, type Night } from './builders.ts'
import { makeSwitchKey } from './keep-line.ts'
import { findCallersByNumber } from './queries/callers.ts'
import { takeCall } from './take-call.ts'

let world: World
let site: Site
let night: Night
let prison: Actor
let rings: ReturnType<typeof aSwitchboard>
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  night = await aLine(world)
  prison = await world.aWorkerAt('HMP Fernhall')
  const secret = await world.database.change(night.manager, (change) => makeSwitchKey(change, night.lineId))
  rings = aSwitchboard(night.lineId, secret)
})
afterAll(async () => {
  await site.close()
  await world.close()
})

async function someone(familyName: string, phone: string) {
  const made = await aSupportedPerson(world, prison, night.manager, { givenName: 'Dee', familyName })
  await world.inspect('update person set phone = $2 where id = $1', [made.personId, phone])
  return made
}
/** A call that rang from a number, taken by the operator. */
async function aCallFrom(from: string, { isTaken = true } = {}) {
  const ref = newId()
  await site.app.inject(rings('ringing', ref, world.time.now, { from }))
  const [{ id } = { id: '' }] = await world.inspect<{ id: string }>('select id from helpline_call where switch_ref = $1', [ref]) // biome-ignore format: one line
  if (isTaken) await world.database.change(night.operator, (change) => takeCall(change, id))
  return id
}
const offered = (callId: string, actor = night.operator) =>
  world.database.read(actor, async (reading) => (await findCallersByNumber(reading, callId)).map(({ name }) => name))
const page = async (callId: string) => (await site.get(night.operator, `/helpline-calls/${callId}`)).body

test('whoever’s number it is is offered by name, however it is written, and the operator is told to ask', async () => {
  await someone('Okafor', '07700 900 123')
  const callId = await aCallFrom('+447700900123')

  expect(await offered(callId)).toEqual(['Dee Okafor'])
  const shown = await page(callId)
  for (const words of ['Dee Okafor', 'This number stands in the record', 'ask who it is'])
    expect(shown).toContain(words)
  const looks = await world.inspect(`select action from audit where action = 'consult' and account_id = $1 and cardinality(person_ids) = 1`, [night.operator.userId]) // biome-ignore format: one line
  expect(looks.length).toBeGreaterThan(0)
})

test('a number that is hidden, too short or in nobody’s record offers nobody', async () => {
  expect(await offered(await aCallFrom(''))).toEqual([])
  expect(await offered(await aCallFrom('999'))).toEqual([])
  expect(await page(await aCallFrom('07700 900999'))).not.toContain('This number stands')
})

test('a restricted record, somebody whose contact part the charity does not see, and a barred operator are as if there were no such number', async () => {
  const secret = await someone('Secretson', '07700 900201')
  const unreachable = await someone('Farson', '07700 900202')
  const related = await someone('Cousinson', '07700 900203')
  await world.insert(`insert into restricted_record (person_id, reason, made_by, made_at, owner_agency_id) values ($1, 'Their life would be in danger.', $2, now(), $3)`, [secret.personId, prison.userId, prison.agencyId]) // biome-ignore format: one line
  await world.inspect(`update sight set reads = array_remove(reads, 'contact') where person_id = $1`, [
    unreachable.personId,
  ])
  await world.insert(`insert into access_bar (account_id, person_id, reason, kind, made_by, made_at) values ($1, $2, '', 'RELATED', $1, now())`, [night.operator.userId, related.personId]) // biome-ignore format: one line

  const pages = await Promise.all(['07700 900201', '07700 900202', '07700 900203'].map(async (from) => page(await aCallFrom(from)))) // biome-ignore format: one line

  for (const body of pages) expect(body).not.toMatch(/Secretson|Farson|Cousinson|This number stands/)
})

test('only a call in one’s own hand is asked about, and only one that rang: nobody tries numbers out', async () => {
  await someone('Lowe', '07700 900301')
  const ofNobody = await aCallFrom('07700 900301', { isTaken: false })
  const own = await aCallFrom('07700 900301')
  await site.post(night.operator, `/helpline/${night.lineId}/calls`, { formId: newId() })
  await world.inspect(`update helpline_call set from_phone = '07700 900301' where switch_ref is null`)
  const [{ id: typed } = { id: '' }] = await world.inspect<{ id: string }>('select id from helpline_call where switch_ref is null') // biome-ignore format: one line

  expect(await offered(ofNobody)).toEqual([])
  expect(await offered(own, night.other)).toEqual([])
  expect(await offered(typed)).toEqual([])
  expect(await offered(own)).toEqual(['Dee Lowe'])
})
