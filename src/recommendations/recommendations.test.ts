import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { aFamilyMember } from '../families/builders.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

let world: World
let site: Site
let manager: Actor
let coordinator: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
}, 60_000)
afterAll(async () => {
  await site.close()
  await world.close()
})
beforeEach(async () => {
  manager = await world.aWorkerAt('HMP Fernhall', { roles: ['WORKER', 'MANAGER'], name: 'Helen Moor' })
})

const body = async (actor: Actor, url: string) => (await site.get(actor, url)).body
const of = ({ agencyId }: Actor) => `/recommendations?prison=${agencyId}`
const idOf = (page: string, name: string) =>
  new RegExp(`/recommendations/([0-9a-f-]{36})[^>]*>${name}<`).exec(page)![1]!
const say = (actor: Actor, id: string, form: Record<string, string>) =>
  site.post(actor, `/recommendations/${id}/standing`, { formId: newId(), ...form })
const evidenceOf = (page: string, name: string) =>
  new RegExp(`>${name}<[\\s\\S]*?What the record shows"><span>([^<]*)<`).exec(page)![1]
const familyDays = 'Family days and longer visits'

test('a prison says how it stands with each, who sees to it and by when; what it said before stays, and late is told', async () => {
  const id = idOf(await body(manager, '/recommendations'), familyDays)

  await say(manager, id, { state: 'IN_PROGRESS', lead: 'Head of resettlement', words: 'Four a year', 'dueOn-day': '1', 'dueOn-month': '2', 'dueOn-year': '2026' }) // biome-ignore format: one line
  const late = await body(manager, '/recommendations')
  await say(manager, id, { state: 'IN_PLACE', lead: 'Head of resettlement', words: 'Six a year' })
  const page = await body(manager, `/recommendations/${id}`)

  expect(late).toMatch(
    new RegExp(`>${familyDays}<[\\s\\S]*?In progress[\\s\\S]*?Head of resettlement[\\s\\S]*?1 Feb 2026[\\s\\S]*?Late`),
  )
  expect(page).toMatch(
    /In place[\s\S]*Six a year[\s\S]*What was said before[\s\S]*In progress[\s\S]*Four a year[\s\S]*Helen Moor/,
  )
  expect(await body(manager, '/recommendations')).toContain('1 of 11 in place.')
  expect(await body(coordinator, of(manager))).toContain('1 of 11 in place.')
})

test('whoever says that it does not apply says why, and nothing typed is lost', async () => {
  const id = idOf(await body(manager, '/recommendations'), familyDays)

  const refused = await say(manager, id, { state: 'NOT_HERE', lead: 'The governor', words: '' })

  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('Say why it does not apply here')
  expect(refused.body).toContain('value="The governor"')
})

test('each prison reads its own standing, a coordinator all, and nobody says it for another', async () => {
  const id = idOf(await body(manager, '/recommendations'), familyDays)
  await say(manager, id, { state: 'IN_PLACE', words: 'Only ours to read' })
  const other = await world.aWorkerAt('HMP Ashfield', { roles: ['WORKER', 'MANAGER'] })
  const charity = await world.aWorkerAt('Second Step', { kind: 'charity', roles: ['WORKER', 'MANAGER'] })
  const worker = await world.aColleagueOf(manager)

  expect(await body(other, `/recommendations/${id}?prison=${manager.agencyId}`)).not.toContain('Only ours to read')
  expect(await body(coordinator, `/recommendations/${id}?prison=${manager.agencyId}`)).toContain('Only ours to read')
  expect(await body(charity, of(manager))).toContain('No list here')
  expect((await site.get(worker, '/recommendations')).statusCode).toBe(403)
  for (const stranger of [charity, coordinator, worker])
    expect((await say(stranger, id, { state: 'IN_PLACE' })).statusCode).toBe(403)
})

test('a coordinator writes the review’s number, adds one with its source, and takes it off', async () => {
  const form = {
    formId: newId(),
    review: 'Farmer Review, 2017',
    number: '9',
    words: 'A card for=visitors',
    source: 'The same, page 12',
    evidence: '',
  }

  const bare = await site.post(coordinator, '/recommendations', { ...form, source: '' })
  const added = await site.post(coordinator, '/recommendations', { ...form, formId: newId() })
  const id = added.headers.location!.split('/').at(-1)!
  await site.post(coordinator, `/recommendations/${id}/number`, { formId: newId(), number: '9.2' })
  const list = await body(manager, '/recommendations')
  const csv = await site.get(manager, '/recommendations.csv')
  await site.post(coordinator, `/recommendations/${id}/retirement`, { formId: newId() })

  expect(bare.statusCode).toBe(422)
  expect(bare.body).toContain('A card for=visitors')
  expect(list).toContain('9.2 A card for=visitors')
  expect(csv.body).toContain('HMP Fernhall,"Farmer Review, 2017",9.2 A card for=visitors,Nothing said yet')
  expect(await body(manager, '/recommendations')).not.toContain('A card for=visitors')
  expect((await site.post(manager, '/recommendations', { ...form, formId: newId() })).statusCode).toBe(403)
})

test('what the record shows is counted from its rows, and a few people are not counted out to a coordinator', async () => {
  const danny = await aCase(world, manager)
  const { id: memberId } = await aFamilyMember(world, manager, danny)
  const dayId = await world.insert(
    `insert into family_day (agency_id, starts_at, length_in_minutes, how_to_come, places, made_by, made_at)
     values ($1, '2026-02-10', 60, 'x', 9, $2, '2026-01-01') returning id`,
    [manager.agencyId, manager.userId],
  )
  const contact = `insert into family_contact (case_id, person_id, family_member_id, kind, happened_on, made_by, made_at, owner_agency_id)
    values ($1, $2, $3, 'CALL', $4, $5, now(), $6) returning id`
  for (const on of ['2026-02-20', '2026-02-21', '2024-02-21'])
    await world.insert(contact, [danny.id, danny.personId, memberId, on, manager.userId, manager.agencyId])

  const [own, theirs] = [await body(manager, '/recommendations'), await body(coordinator, of(manager))]

  expect(dayId).toBeTruthy()
  expect(evidenceOf(own, familyDays)).toBe('1 family day in twelve months')
  expect(evidenceOf(own, '5 A measure of family contact')).toBe('2 contacts in twelve months, of 1 person')
  expect(evidenceOf(theirs, familyDays)).toBe('1 family day in twelve months')
  expect(evidenceOf(theirs, '5 A measure of family contact')).toBe('Of fewer than 5 people: not shown')
  const bySql = await world.database.read(coordinator, ({ db }) =>
    sql`select counted, people from family_ties_counted(${manager.agencyId}, '2025-01-01', now()) where kind = 'FAMILY_CONTACTS'`.execute(
      db,
    ),
  )
  expect(bySql.rows).toEqual([{ counted: 1, people: 1 }]) // which says "a few", and not how many
  const asked = world.database.read(await world.aWorkerAt('HMP Ashfield', { roles: ['MANAGER'] }), ({ db }) =>
    db
      .selectNoFrom((eb) =>
        eb.fn('family_ties_counted', [eb.val(manager.agencyId), eb.val('2025-01-01'), eb.val(new Date())]).as('n'),
      )
      .execute(),
  )
  await expect(asked).rejects.toThrow('not for this account')
})
