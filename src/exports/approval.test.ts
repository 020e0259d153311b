import { afterAll, beforeAll, expect, test } from 'vitest'
import { importPeople } from '../imports/index.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { takeExport } from './index.ts'

let world: World
let site: Site
let coordinator: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  coordinator = await world.aWorkerAt('Council', { roles: ['COORDINATOR'] })
  await site.post(coordinator, '/settings/exports', { people: '2' })
})
afterAll(async () => {
  await site.close()
  await world.close()
})

let next = 3000
const reason = 'The monthly meeting of the wing needs it.'

async function aPrisonWith(count: number): Promise<{ asker: Actor; manager: Actor }> {
  const asker = await world.aWorkerAt('Fernhall', { kind: 'prison', name: 'Kit Ward' })
  const manager = await world.aColleagueOf(asker, { roles: ['MANAGER'], name: 'Mo Reed' })
  const rows = Array.from({ length: count }, () => `A${next++}BC,Person${next},Sam,04/05/1991,2026-03-10,B1-01`)
  const bytes = Buffer.from(['Prison number,Surname,First name,DOB,CRD,Location', ...rows].join('\n'))
  await world.database.change(asker, (change) => importPeople(change, { name: 'list.csv', bytes }))
  return { asker, manager }
}
async function asked(asker: Actor, query = ''): Promise<string> {
  const answer = await site.post(asker, '/releases/exports', { formId: newId(), reason, query })
  expect(answer.headers.location).toBe('/exports?done=asked')
  const [found] = await world.inspect<{ id: string }>(
    `select id from export_request where asked_by = $1 order by asked_at desc, id desc limit 1`,
    [asker.userId],
  )
  return found!.id
}
const approve = (manager: Actor, id: string) => site.post(manager, `/exports/${id}/approval`, { formId: newId() })
const take = (asker: Actor, id: string) => site.post(asker, `/releases/exports/${id}/file`, {})
const rowsOf = (csv: string) => csv.trim().split('\n').length - 1

test('a file about more people than the partnership set waits for another manager, and a smaller one does not', async () => {
  const { asker, manager } = await aPrisonWith(3)
  const small = await site.get(asker, `/releases.csv?q=A${next - 1}BC`)

  const large = await site.get(asker, '/releases.csv')
  const ask = await site.get(asker, String(large.headers.location))
  const id = await asked(asker)
  const early = await take(asker, id)
  const day = await site.get(manager, '/')
  const list = await site.get(manager, '/exports')
  const approved = await approve(manager, id)
  const file = await take(asker, id)

  expect([small.statusCode, rowsOf(small.body)]).toEqual([200, 1])
  expect([large.statusCode, large.headers.location]).toEqual([303, '/releases/exports/new?'])
  expect(ask.body).toContain('The file is about 3 people.')
  expect(early.statusCode).toBe(409)
  expect(day.body).toContain('1 file waits for your approval')
  expect(list.body).toContain(reason)
  expect(approved.headers.location).toBe('/exports?done=approved')
  expect([file.statusCode, rowsOf(file.body)]).toEqual([200, 3])
  expect(file.body).toContain('Kit Ward')
})

test('who asks does not approve, nor does another agency, nor a worker, by page or by smuggled SQL', async () => {
  const { asker } = await aPrisonWith(3)
  const both = await world.aColleagueOf(asker, { roles: ['WORKER', 'MANAGER'] })
  const worker = await world.aColleagueOf(asker, { roles: ['WORKER'] })
  const stranger = await world.aWorkerAt('Police', { roles: ['MANAGER'] })
  const own = await asked(both)
  const id = await asked(asker)

  const tries = [await approve(both, own), await approve(stranger, id), await approve(worker, id)]
  const smuggle = (actor: Actor, request_id: string) =>
    world.database.change(actor, ({ db, now }) =>
      db
        .insertInto('export_decision')
        .values({ request_id, is_approved: true, decided_by: actor.userId, decided_at: now })
        .execute(),
    )

  expect(tries.map(({ statusCode }) => statusCode)).toEqual([403, 404, 403])
  await expect(smuggle(both, own)).rejects.toThrow(/row-level security/)
  await expect(smuggle(worker, id)).rejects.toThrow(/row-level security/)
  await expect(smuggle(stranger, id)).rejects.toThrow(/row-level security/)
})

test('only who asked takes the file, three times and within a day, and each taking is in the audit', async () => {
  const { asker, manager } = await aPrisonWith(3)
  const [id, late] = [await asked(asker), await asked(asker)]
  await approve(manager, id)
  await approve(manager, late)

  const others = await take(manager, id)
  const taken = [await take(asker, id), await take(asker, id), await take(asker, id), await take(asker, id)]
  const { now } = world.time
  world.time.now = new Date(now.getTime() + 24 * 3_600_000)
  const tooLate = world.database.change(asker, (change) => takeExport(change, late, 'releases'))
  await expect(tooLate).rejects.toThrow('export.closed')
  world.time.now = now

  const looks = await world.inspect(`select from audit where action = 'export' and details->>'requestId' = $1`, [id])
  expect(others.statusCode).toBe(404)
  expect(taken.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 409])
  expect(looks).toHaveLength(3)
})

test('the file holds what who asked sees when they take it, and not what they saw when they asked', async () => {
  const { asker, manager } = await aPrisonWith(3)
  const id = await asked(asker)
  await approve(manager, id)

  const loses = (cases: string) =>
    world.inspect(`delete from sight where audience_id = any($1::uuid[]) and case_id in (${cases})`, [asker.audiences])
  await loses('select case_id from sight where audience_id = any($1::uuid[]) order by case_id limit 1')
  const smaller = await take(asker, id)
  await loses('select case_id from sight')
  const none = await take(asker, id)

  expect([smaller.statusCode, rowsOf(smaller.body)]).toEqual([200, 2])
  expect([none.statusCode, rowsOf(none.body)]).toEqual([200, 0])
})

test('what was withdrawn or declined is not taken, and nobody decides twice', async () => {
  const { asker, manager } = await aPrisonWith(3)
  const [withdrawn, declined] = [await asked(asker), await asked(asker)]
  await approve(manager, withdrawn)

  const back = await site.post(asker, `/exports/${withdrawn}/withdrawal`, { formId: newId() })
  const refused = await site.post(manager, `/exports/${declined}/refusal`, { formId: newId() })
  const again = await approve(manager, declined)

  expect(back.headers.location).toBe('/exports?done=withdrawn')
  expect(refused.headers.location).toBe('/exports?done=declined')
  expect(again.statusCode).toBe(409)
  expect((await take(asker, withdrawn)).statusCode).toBe(409)
  expect((await take(asker, declined)).statusCode).toBe(409)
})

test('a reason that says nothing is told beside its field, and what was typed and filtered stays', async () => {
  const { asker } = await aPrisonWith(3)

  const answer = await site.post(asker, '/releases/exports', { formId: newId(), reason: 'because', query: 'wing=B' })

  expect(answer.statusCode).toBe(422)
  for (const kept of ['Say why, in at least 20 letters.', '>because<', 'value="wing=B"']) {
    expect(answer.body).toContain(kept)
  }
})

test('who approves opens the list as they see it, and is not told which name was searched for', async () => {
  const { asker, manager } = await aPrisonWith(3)
  await asked(asker, 'wing=B1&q=Okafor')

  const [own, others] = [await site.get(asker, '/exports'), await site.get(manager, '/exports')]

  expect(own.body).toMatch(/href="\/releases\?[^"]*q=Okafor/)
  expect(others.body).not.toContain('Okafor')
  expect(others.body).toMatch(/href="\/releases\?[^"]*wing=B1/)
  expect(others.body).toContain('It also searches for a name or number')
})

test('the coordinator alone sets from how many people on, and a word is no number', async () => {
  const { manager } = await aPrisonWith(0)

  const word = await site.post(coordinator, '/settings/exports', { people: 'many' })
  const others = await site.post(manager, '/settings/exports', { people: '5' })
  const shown = await site.get(coordinator, '/settings/exports')

  expect([word.statusCode, word.body.includes('Give a number from 1 to 100,000.')]).toEqual([422, true])
  expect(others.statusCode).toBe(403)
  expect(shown.body).toContain('value="2"')
})
