import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aClosedRecord as closedRecord, emergencyReason as reason } from './builders.ts'

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

const monday = new Date('2026-03-02T09:30:00Z')
const aClosedRecord = () => {
  world.time.now = monday
  return closedRecord(world)
}
const ask = (actor: Actor, identifier: string, why = reason) =>
  site.post(actor, '/break-glass', { identifier, reason: why })

test('a record that is closed opens for an hour, to read, with a clock on every page', async () => {
  const { number, record, police } = await aClosedRecord()
  const before = await site.get(police, `/cases/${record.id}`)

  const asked = await ask(police, number)
  const found = await site.get(police, asked.headers.location!)
  const pages = await Promise.all(
    ['', '/notes', '/plan', '/referrals', '/team'].map((part) => site.get(police, `/cases/${record.id}${part}`)),
  )
  const written = await site.post(police, `/cases/${record.id}/notes`, { kind: 'PHONE', body: 'x' })
  world.time.now = new Date(monday.getTime() + 3_600_001)
  await world.inspect('update session set seen_at = $2 where account_id = $1', [police.userId, world.time.now])
  const after = await site.get(police, `/cases/${record.id}`)

  expect(before.statusCode).toBe(404)
  expect(found.body).toContain('Danny Okafor')
  for (const page of pages) expect(page.body).toContain('Emergency access until 10:30')
  expect(pages[1]!.body).toContain('He rang his mother.')
  expect(written.statusCode).toBe(403)
  expect(after.statusCode).toBe(404)
})

test('walls stand: mentoring stays closed to who can punish, intelligence to all but police', async () => {
  const { number, prison, police } = await aClosedRecord()
  const council = await world.aWorkerAt('Council', { kind: 'council' })
  const partsOf = async (actor: Actor) => {
    const id = String((await ask(actor, number)).headers.location)
      .split('/')
      .at(-1)
    const rows = await world.inspect<{ part: string }>(
      'select unnest(reads) as part from sight where audience_id = $1',
      [id],
    )
    return rows.map(({ part }) => part).filter((part) => part === 'mentoring' || part === 'intelligence')
  }

  const parts = [await partsOf(prison), await partsOf(police), await partsOf(council)]

  expect(parts).toEqual([[], ['intelligence'], ['mentoring']])
})

test('nobody learns whether there is a record before it is written down and told', async () => {
  const { number, police } = await aClosedRecord()

  const known = await ask(police, number)
  const unknown = await ask(police, 'Z9999ZZ')

  const shape = ({ statusCode, body, headers }: typeof known) => ({
    ...{ statusCode, body },
    location: String(headers.location).replace(/[0-9a-f-]{36}/, 'id'),
  })
  expect(shape(known)).toEqual(shape(unknown))
  expect((await site.get(police, unknown.headers.location!)).body).toContain('No record has the number Z9999ZZ')
  const written = await world.inspect(
    `select reason, cardinality(person_ids) as people from audit where action = 'break-glass' and account_id = $1 order by id`,
    [police.userId],
  )
  expect(written).toEqual([
    { reason, people: 1 },
    { reason, people: 0 },
  ])
})

test('the agency that answers for the record is told at once, by alert and by a mail without case facts', async () => {
  const { number, manager, prison, police } = await aClosedRecord()

  await ask(police, number)

  for (const told of [manager, prison])
    expect((await site.get(told, '/alerts')).body).toContain('The record of Danny Okafor was opened in an emergency')
  const mails = await world.inspect<{ text: string }>(
    `select subject || body as text from mail where to_account_id = $1`,
    [manager.userId],
  )
  expect(mails).toHaveLength(1)
  for (const fact of ['Danny', 'Okafor', number, 'Birch', 'sister']) expect(mails[0]!.text).not.toContain(fact)
})

test('a short reason, a name and a charity open nothing, and what was typed is kept', async () => {
  const { number, police } = await aClosedRecord()
  const charity = await world.aWorkerAt('Open Door', { kind: 'charity' })

  const short = await ask(police, number, 'Because I must')
  const name = await ask(police, 'Danny Okafor')
  const refused = await ask(charity, number)

  expect([short.statusCode, name.statusCode, refused.statusCode]).toEqual([422, 422, 403])
  expect(short.body).toContain('Because I must')
  expect(short.body).toContain('Write at least 20 characters')
  expect(name.body).toContain('Enter a number as it stands on the paper')
})

test('whoever guesses numbers is stopped', async () => {
  const { police } = await aClosedRecord()
  const statuses: number[] = []

  for (let i = 0; i < 11; i++) statuses.push((await ask(police, `B${2000 + i}AA`)).statusCode)

  expect(statuses).toEqual([...Array(10).fill(303), 429])
})

test('it is given back early, and only by who opened it', async () => {
  const { number, manager, record, police } = await aClosedRecord()
  const glass = String((await ask(police, number)).headers.location)

  const byOther = await site.post(manager, `${glass}/end`, {})
  const byOwner = await site.post(police, `${glass}/end`, {})

  expect([byOther.statusCode, byOwner.statusCode]).toEqual([404, 303])
  expect((await site.get(police, `/cases/${record.id}`)).statusCode).toBe(404)
  expect(await world.inspect('select from sight where audience_id = $1', [glass.split('/').at(-1)])).toEqual([])
})

test('nobody makes the hour longer, not even by naming another instant to the database', async () => {
  const { number, police } = await aClosedRecord()
  const id = newId()

  await world.database.change(police, async ({ db, record }) => {
    record({ name: 'smuggled', subjectId: id, fieldGroup: 'administration' })
    await sql`select use_break_glass(${id}, 'x', ${[number]}::text[], ${reason}, '2990-01-01', '2990-01-01')`.execute(
      db,
    )
  })

  const [kept] = await world.inspect<{ is_short: boolean }>(
    `select ends_at <= now() + interval '1 hour' and review_due_at < now() + interval '15 days' as is_short from break_glass where id = $1`,
    [id],
  )
  expect(kept).toEqual({ is_short: true })
})
