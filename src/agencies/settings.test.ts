import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

let world: World
let site: Site
let coordinator: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  coordinator = await world.aWorkerAt('Lead council', { kind: 'council', roles: ['COORDINATOR'] })
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const anAgency = (name: string) => world.aWorkerAt(name, { roles: ['ADMINISTRATOR'] })
const versionIn = (body: string) => /name="version" value="([^"]+)"/.exec(body)![1]!
const details = {
  name: 'HMP Fernhall',
  phone: '01234 567890',
  email: 'gate@fernhall.example',
  place: 'Wexley',
  personTerm: '',
}

async function open(actor: Actor, url: string) {
  const page = await site.get(actor, url)
  return { body: page.body, version: versionIn(page.body) }
}

test('a coordinator takes an agency in, and it is party to the sharing agreement', async () => {
  const form = { name: 'Second Step', kind: 'charity', code: 'secondstep', formId: newId() }

  const answer = await site.post(coordinator, '/settings/agencies', form)
  const again = await site.post(coordinator, '/settings/agencies', form)

  expect([answer.statusCode, again.statusCode]).toEqual([303, 303])
  const agencies = await world.inspect(
    `select a.code, count(p.*) as agreements from agency a join agreement_party p on p.agency_id = a.id
    where a.name = 'Second Step' group by a.code`,
  )
  expect(agencies).toEqual([{ code: 'SECONDSTEP', agreements: 1 }])
  expect((await site.get(coordinator, '/settings/agencies')).body).toContain('Second Step')
})

test('a code that is taken or malformed is said beside the field, and what was typed is kept', async () => {
  await site.post(coordinator, '/settings/agencies', { name: 'First', kind: 'health', code: 'TAKEN' })

  const taken = await site.post(coordinator, '/settings/agencies', { name: 'Other', kind: 'health', code: 'TAKEN' })
  const blank = await site.post(coordinator, '/settings/agencies', { name: '', kind: 'circus', code: '!' })

  expect(taken.statusCode).toBe(422)
  expect(taken.body).toContain('Another agency has this code')
  expect(taken.body).toContain('value="Other"')
  for (const field of ['name', 'kind', 'code']) expect(blank.body).toContain(`id="${field}-error"`)
})

test('an administrator keeps their own agency, and neither another nor the partnership', async () => {
  const fernhall = await anAgency('Fernhall')
  const other = await anAgency('Other')
  const url = `/settings/agencies/${fernhall.agencyId}`
  const { version } = await open(fernhall, url)

  const own = await site.post(fernhall, url, { ...details, version })
  const another = await site.post(fernhall, `/settings/agencies/${other.agencyId}`, { ...details, version })
  const refused = await Promise.all(
    ['/settings/partnership', '/settings/pathways', '/settings/agencies/new'].map((page) => site.get(fernhall, page)),
  )

  expect(own.headers.location).toBe(`${url}?done=changed`)
  expect(another.statusCode).toBe(403)
  expect(refused.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403])
  expect((await site.get(fernhall, `${url}?done=changed`)).body).toContain('Saved.')
})

test('when two edit one agency the second sees both versions, and may keep either or edit on', async () => {
  const first = await anAgency('Fernhall')
  const second = await world.aColleagueOf(first, { roles: ['ADMINISTRATOR'] })
  const url = `/settings/agencies/${first.agencyId}`
  const { version } = await open(first, url)
  await site.post(first, url, { ...details, version, phone: '0111 111' })

  const both = await site.post(second, url, { ...details, version, phone: '0222 222' })
  const editing = await site.post(second, url, {
    ...details,
    version: versionIn(both.body),
    phone: '0222 222',
    edit: 'yes',
  })
  const kept = await site.post(second, url, { ...details, version: versionIn(editing.body), phone: '0222 222' })

  expect(both.statusCode).toBe(409)
  expect(both.body).toContain('Worker of Fernhall changed this while you were writing')
  expect(both.body).toContain('0111 111')
  expect(both.body).toContain('0222 222')
  expect(editing.statusCode).toBe(200)
  expect(kept.statusCode).toBe(303)
  expect(await world.inspect('select phone from agency where id = $1', [first.agencyId])).toEqual([
    { phone: '0222 222' },
  ])
})

test('a closed agency can be opened again, and one’s own cannot be closed', async () => {
  const charity = await world.aWorkerAt('Charity', { kind: 'charity' })
  const url = `/settings/agencies/${charity.agencyId}`

  const { version } = await open(coordinator, url)
  await site.post(coordinator, `${url}/close`, { version })
  const closed = await site.get(charity, '/account/sessions')
  await site.post(coordinator, `${url}/reopen`, { version: (await open(coordinator, url)).version })
  const own = await site.post(coordinator, `/settings/agencies/${coordinator.agencyId}/close`, { version: '1' })

  expect(closed.statusCode).toBe(303)
  expect(own.statusCode).toBe(403)
  expect(await world.inspect('select closed_on from agency where id = $1', [charity.agencyId])).toEqual([
    { closed_on: null },
  ])
})

test('the database refuses settings by a worker, whatever a route forgets', async () => {
  const worker = await world.aWorkerAt('Prison')

  const changed = await world.database.change(worker, async ({ db, record }) => {
    record({ name: 'test.tried', subjectId: worker.userId, fieldGroup: 'administration' })
    const partnership = await db.updateTable('partnership').set({ name: 'Mine' }).executeTakeFirst()
    const pathway = await db.updateTable('pathway').set({ label_en: 'Mine' }).executeTakeFirst()
    const agency = await db.updateTable('agency').set({ name: 'Mine' }).executeTakeFirst()
    return [partnership, pathway, agency].map(({ numUpdatedRows }) => Number(numUpdatedRows))
  })
  const promoted = world.database.change(worker, async ({ db, record }) => {
    record({ name: 'test.tried', subjectId: worker.userId, fieldGroup: 'administration' })
    await db
      .updateTable('account')
      .set({ roles: ['COORDINATOR'] })
      .where('id', '=', worker.userId)
      .execute()
  })

  expect(changed).toEqual([0, 0, 0])
  await expect(promoted).rejects.toThrow(/only an administrator changes roles/)
})
