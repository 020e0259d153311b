import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aPasswordOf, goodPassword } from '../sign-in/builders.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site.close()
  await world.close()
})
beforeEach(() => world.inspect('delete from mail'))

const anAdministrator = (agency = 'Prison') =>
  world.aWorkerAt(agency, { roles: ['ADMINISTRATOR'], name: 'Ada Minister' })
const versionIn = (body: string) => /name="version" value="([^"]+)"/.exec(body)![1]!
const versionOf = async (actor: Actor, url: string) => versionIn((await site.get(actor, url)).body)
const invitation = () => ({
  name: 'Elena Marchetti',
  email: `elena.${newId()}@example.org`,
  jobTitle: 'Key worker',
  roles: 'WORKER',
  locale: 'it',
})

test('somebody who is invited gets a link in their own language, sets a password and signs in', async () => {
  const administrator = await anAdministrator()
  const form = invitation()

  const answer = await site.post(administrator, '/settings/users', { ...form, formId: newId() })
  const [mail] = await world.inspect<{ body: string; to_address: string; locale: string }>('select * from mail')
  const link = /\/sign-in\/new-password\/[\w-]+/.exec(mail!.body)![0]
  await site.post(undefined, link, { password: goodPassword })
  const signIn = await site.post(undefined, '/sign-in', { email: form.email, password: goodPassword })

  expect(answer.headers.location).toBe(`/settings/users?agency=${administrator.agencyId}&done=added`)
  expect(mail).toMatchObject({ to_address: form.email, locale: 'it' })
  expect(mail!.body).toContain('Apri questo collegamento entro sette giorni')
  expect(signIn.statusCode).toBe(303)
  const [account] = await world.inspect('select agency_id, roles, invited_at from account where email = $1', [
    form.email,
  ])
  expect(account).toEqual({ agency_id: administrator.agencyId, roles: ['WORKER'], invited_at: null })
})

test('an invitation that misses something, or an address that is taken, is sent back with what was typed', async () => {
  const administrator = await anAdministrator()
  const taken = invitation()
  await site.post(administrator, '/settings/users', taken)

  const again = await site.post(administrator, '/settings/users', { ...taken, email: taken.email.toUpperCase() })
  const blank = await site.post(administrator, '/settings/users', { name: '', email: 'x', locale: '' })

  expect(again.statusCode).toBe(422)
  expect(again.body).toContain('Somebody has this address already')
  expect(again.body).toContain('value="Elena Marchetti"')
  for (const field of ['name', 'email', 'roles', 'locale']) expect(blank.body).toContain(`id="${field}-error"`)
})

test('a new link makes the old one useless', async () => {
  const administrator = await anAdministrator()
  const colleague = await world.aColleagueOf(administrator)
  const url = `/settings/users/${colleague.userId}`

  for (const count of [1, 2]) {
    await site.post(administrator, `${url}/invite`, { version: await versionOf(administrator, url) })
    expect(await world.inspect('select from mail')).toHaveLength(count)
  }

  const mails = await world.inspect<{ body: string }>('select body from mail order by id')
  const links = mails.map(({ body }) => /\/sign-in\/new-password\/[\w-]+/.exec(body)![0])
  expect((await site.get(undefined, links[0]!)).statusCode).toBe(404)
  expect((await site.get(undefined, links[1]!)).statusCode).toBe(200)
})

test('who is shut out is out at once, and is let in again with the password they had', async () => {
  const administrator = await anAdministrator()
  const worker = await world.aColleagueOf(administrator)
  const email = await aPasswordOf(world, worker)
  const url = `/settings/users/${worker.userId}`
  await site.get(worker, '/account')

  await site.post(administrator, `${url}/disable`, { version: await versionOf(administrator, url) })
  const out = await site.get(worker, '/account')
  const page = await site.get(administrator, url)
  await site.post(administrator, `${url}/enable`, { version: versionIn(page.body) })

  expect(out.statusCode).toBe(303)
  expect(page.body).toContain('Shut out since Monday 2 March 2026')
  expect((await site.post(undefined, '/sign-in', { email, password: goodPassword })).statusCode).toBe(303)
})

test('roles change only with the administrator’s own password, and take effect with the next page', async () => {
  const administrator = await anAdministrator()
  await aPasswordOf(world, administrator)
  const worker = await world.aColleagueOf(administrator)
  const url = `/settings/users/${worker.userId}/access`
  const email = await aPasswordOf(world, worker)
  const form = { version: await versionOf(administrator, url), email, roles: ['WORKER', 'ADMINISTRATOR'] }

  const without = await site.post(administrator, url, form)
  const wrong = await site.post(administrator, url, { ...form, password: 'a guess at it' })
  const before = await site.get(worker, '/settings')
  const right = await site.post(administrator, url, { ...form, password: goodPassword })

  expect([without.statusCode, wrong.statusCode, before.statusCode]).toEqual([422, 422, 403])
  expect(wrong.body).toContain('This is not your password')
  expect(right.statusCode).toBe(303)
  expect((await site.get(worker, '/settings')).statusCode).toBe(200)
  const events = await world.inspect(`select details from event where subject_id = $1`, [worker.userId])
  expect(events).toEqual([{ details: { roles: ['WORKER', 'ADMINISTRATOR'] } }])
})

test('nobody sets their own access, an administrator makes no coordinator and reaches no other agency', async () => {
  const administrator = await anAdministrator()
  await aPasswordOf(world, administrator)
  const colleague = await world.aColleagueOf(administrator)
  const coordinator = await world.aColleagueOf(administrator, { roles: ['COORDINATOR'] })
  const stranger = await world.aWorkerAt('Police')
  const form = { version: '1', email: 'x@example.org', password: goodPassword }
  const accessOf = ({ userId }: Actor, roles: string) =>
    site.post(administrator, `/settings/users/${userId}/access`, { ...form, roles })

  const own = await accessOf(administrator, 'WORKER')
  const made = await accessOf(colleague, 'COORDINATOR')
  const unmade = await accessOf(coordinator, 'WORKER')
  const shutOut = await site.post(administrator, `/settings/users/${coordinator.userId}/disable`, { version: '1' })
  const other = await site.get(administrator, `/settings/users/${stranger.userId}`)
  const invited = await site.post(administrator, '/settings/users', { ...invitation(), roles: 'COORDINATOR' })

  expect(own.statusCode).toBe(403)
  expect(made.body).toContain('Only a coordinator makes or changes a coordinator')
  expect(invited.body).toContain('Only a coordinator makes or changes a coordinator')
  expect([made.statusCode, unmade.statusCode, shutOut.statusCode, other.statusCode]).toEqual([422, 422, 403, 403])
  const promoted = world.database.change(administrator, async ({ db, record }) => {
    record({ name: 'test.tried', subjectId: colleague.userId, fieldGroup: 'administration' })
    await db
      .updateTable('account')
      .set({ roles: ['COORDINATOR'] })
      .where('id', '=', colleague.userId)
      .execute()
  })
  await expect(promoted).rejects.toThrow(/only a coordinator makes/)
})

test('the list is searched, paged, and says what to do when it is empty', async () => {
  const administrator = await anAdministrator()
  for (let count = 0; count < 30; count++) {
    await world.aColleagueOf(administrator, { name: `Worker ${String(count).padStart(2, '0')}` })
  }

  const first = await site.get(administrator, '/settings/users')
  const [, next] = /href="([^"]+after=[^"]+)"/.exec(first.body)!
  const second = await site.get(administrator, next!.replaceAll('&amp;', '&'))
  const found = await site.get(administrator, '/settings/users?q=worker+07')
  const none = await site.get(administrator, '/settings/users?q=100%25_nobody')

  expect(first.body).toContain('Ada Minister')
  expect(second.body.match(/Worker \d\d/g)?.slice(0, 2)).toEqual(['Worker 24', 'Worker 25'])
  expect(second.body).not.toContain('Worker 23')
  expect(found.body.match(/>Worker \d\d</g)).toEqual(['>Worker 07<'])
  expect(none.body).toContain('Nobody matches')
})

test('when two edit one user, or one’s own page stands open twice, both versions are shown', async () => {
  const administrator = await anAdministrator()
  const worker = await world.aColleagueOf(administrator)
  const url = `/settings/users/${worker.userId}`
  const form = { name: 'Sam', jobTitle: '', phone: '', locale: 'en', version: await versionOf(administrator, url) }
  await site.post(administrator, url, { ...form, phone: '0111' })

  const theirs = await site.post(administrator, url, { ...form, phone: '0222' })
  const own = await site.post(worker, '/account', { ...form, phone: '0333' })

  expect([theirs.statusCode, own.statusCode]).toEqual([409, 409])
  expect(own.body).toContain('Ada Minister changed this while you were writing')
  for (const phone of ['0111', '0333']) expect(own.body).toContain(phone)
})
