import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { systemFor } from '../../platform/jobs.ts'
import { openSite, type Site } from '../../platform/testing/site.ts'
import { openWorld, type World } from '../../platform/testing/world.ts'
import { aPasswordOf, goodPassword } from '../../sign-in/builders.ts'
import { capability } from '../index.ts'

let world: World
let site: Site
const monday = new Date('2026-03-02T09:30:00Z')
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site.close()
  await world.close()
})
beforeEach(async () => {
  world.time.now = monday
  await world.inspect('delete from mail')
})

test('a list shows what it would do and does nothing; then it invites who joins and shuts out who has left', async () => {
  const { administrator, leaver, email } = await anAgency()
  const cookie = await aSessionOf(leaver)
  const joiner = anAddress()
  const list = `name,email,role,team,starts on,leaves on\nElena Rossi,${joiner},Manager,B wing,,\n,${email},,,,2026-03-01`

  const preview = await site.post(administrator, '/settings/users/list', { pasted: list })
  const nothing = await userOf(joiner)
  const done = await apply(administrator, list)

  expect([preview.statusCode, done.statusCode, nothing]).toEqual([200, 200, undefined])
  expect(preview.body).toContain('Elena Rossi')
  expect(await userOf(joiner)).toMatchObject({
    name: 'Elena Rossi',
    roles: ['MANAGER'],
    disabled: false,
    teams: ['B wing'],
  })
  expect(await mailTo(joiner)).toHaveLength(1)
  expect(await userOf(email)).toMatchObject({ disabled: true })
  expect((await site.get(undefined, '/account', { headers: { cookie } })).statusCode).toBe(303)
})

test('who joins later cannot sign in before, and is let in and invited on the first day', async () => {
  const { administrator } = await anAgency()
  const joiner = anAddress()

  await apply(administrator, `naam;e-mail;begint op\nJan de Wit;${joiner};2026-03-09`)
  const before = [await userOf(joiner), await mailTo(joiner)]
  await night('2026-03-08T00:05:00Z')
  const dayBefore = await userOf(joiner)
  await night('2026-03-09T00:05:00Z')
  await night('2026-03-09T00:06:00Z')

  expect(before).toMatchObject([{ disabled: true }, []])
  expect(dayBefore).toMatchObject({ disabled: true })
  expect(await userOf(joiner)).toMatchObject({ disabled: false })
  expect(await mailTo(joiner)).toHaveLength(1)
})

test('on their last day somebody still works; the night after they are shut out once, and their sessions end', async () => {
  const { administrator, leaver, email } = await anAgency()
  await apply(administrator, `email,leaves on\n${email},2026-03-04`)

  await night('2026-03-04T00:05:00Z')
  const cookie = await aSessionOf(leaver)
  const lastDay = await site.get(undefined, '/account', { headers: { cookie } })
  await night('2026-03-05T00:05:00Z')
  const after = await site.get(undefined, '/account', { headers: { cookie } })

  await world.inspect('update account set disabled_at = null where id = $1', [leaver.userId])
  await night('2026-03-06T00:05:00Z')

  expect([lastDay.statusCode, after.statusCode]).toEqual([200, 303])
  expect(await userOf(email)).toMatchObject({ disabled: false }) // let in again, they stay
  const events = await world.inspect(`select from event where name = 'account.disabled' and subject_id = $1`, [
    leaver.userId,
  ])
  expect(events).toHaveLength(1)
})

test('rows with problems are set aside, each with what is wrong, and the others are done', async () => {
  const { administrator, email } = await anAgency()
  const stranger = await world.aWorkerAt('Police')
  const theirs = await aPasswordOf(world, stranger)
  const coordinator = await aPasswordOf(world, await world.aColleagueOf(administrator, { roles: ['COORDINATOR'] }))
  const own = await aPasswordOf(world, administrator)
  const good = anAddress()
  const rows: [row: string, said: string][] = [
    ['Nobody,,,,,', 'There is no email address'],
    ['Odd,not an address,,,,', 'The email address is not one'],
    [`Theirs,${theirs},,,,`, 'Somebody of another agency has this address'],
    [`,${anAddress()},,,,`, 'Somebody new needs a name'],
    [`Odd role,${anAddress()},king,,,`, 'The role is none of'],
    [`Chief,${anAddress()},coordinator,,,`, 'A coordinator alone keeps'],
    [`,${coordinator},,,,2026-01-01`, 'A coordinator alone keeps'],
    [`No team,${anAddress()},,Z wing,,`, 'no team of this name'],
    [`Odd day,${anAddress()},,,soon,`, 'A date cannot be read'],
    [`Backwards,${anAddress()},,,2026-05-01,2026-04-01`, 'They would leave before they start'],
    [`,${own},,,,2026-01-01`, 'This is you'],
    [`Twice,${email},,,,`, 'twice'],
    [`Twice,${email},,,,`, 'twice'],
  ]
  const list = ['name,email,role,team,starts on,leaves on', ...rows.map(([row]) => row), `Good,${good},,,,`].join('\n')

  const preview = await site.post(administrator, '/settings/users/list', { pasted: list })
  await apply(administrator, list)

  expect(rows.filter(([, said]) => !preview.body.includes(said))).toEqual([])
  expect(await userOf(good)).toMatchObject({ roles: ['WORKER'] })
  expect(await world.inspect('select from account where agency_id = $1', [administrator.agencyId])).toHaveLength(4)
  expect([await userOf(theirs), await userOf(coordinator), await userOf(own)]).toMatchObject([
    { disabled: false },
    { disabled: false },
    { disabled: false },
  ])
})

test('sent twice it is done once, and a list that is none is told so beside the field', async () => {
  const { administrator } = await anAgency()
  const list = `name,email\nElena Rossi,${anAddress()}`
  const formId = newId()

  await site.post(administrator, '/settings/users/list/apply', { formId, list })
  await site.post(administrator, '/settings/users/list/apply', { formId, list })
  const none = await site.post(administrator, '/settings/users/list', { pasted: 'name,phone\nElena,1' })
  const blank = await site.post(administrator, '/settings/users/list', {})

  const applied = await world.inspect(`select from event where name = 'joiners.applied' and actor_id = $1`, [
    administrator.userId,
  ])
  expect(applied).toHaveLength(1)
  expect([none.statusCode, blank.statusCode]).toEqual([422, 422])
  expect(none.body).toContain('No column is called email')
})

async function anAgency() {
  const administrator = await world.aWorkerAt('Prison', { roles: ['ADMINISTRATOR'], name: 'Ada Minister' })
  const leaver = await world.aColleagueOf(administrator, { name: 'Leo Aver' })
  await world.inspect(`insert into team (agency_id, name) values ($1, 'B wing')`, [administrator.agencyId])
  return { administrator, leaver, email: await aPasswordOf(world, leaver) }
}

const anAddress = () => `${newId()}@prison.example`
const apply = (administrator: Actor, list: string) =>
  site.post(administrator, '/settings/users/list/apply', { formId: newId(), list })

async function aSessionOf(worker: Actor): Promise<string> {
  const answer = await site.post(undefined, '/sign-in', {
    email: await aPasswordOf(world, worker),
    password: goodPassword,
  })
  return String([answer.headers['set-cookie']].flat()[0]).split(';')[0]!
}

async function night(at: string): Promise<void> {
  world.time.now = new Date(at)
  const context = {
    database: world.database,
    actor: systemFor('00000000-0000-0000-0000-000000000000'),
    actingFor: systemFor,
  }
  await capability.jobs!['tend-account-terms']!(context as never, {})
}

const mailTo = (email: string) => world.inspect('select from mail where to_address = $1', [email])
const userOf = async (email: string) =>
  (
    await world.inspect<{ name: string; roles: string[]; disabled: boolean; teams: string[] }>(
      `select name, roles, disabled_at is not null as disabled, array(select t.name from team t join team_member m
        on m.team_id = t.id where m.account_id = a.id) as teams from account a where email = $1`,
      [email],
    )
  )[0]
