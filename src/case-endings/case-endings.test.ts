import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCase, type BuiltCase } from '../cases/builders.ts'
import { addSupervision, getCaseFrame, openCase } from '../cases/index.ts'
import { aPersonInside, record, say } from '../custody/moves/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aReferral } from '../referrals/builders.ts'

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

let area: Actor
let charity: Actor
let rosa: BuiltCase
beforeEach(async () => {
  area = await world.aWorkerAt('Merrow Probation', { kind: 'probation' })
  charity = await world.aWorkerAt('Open Gate', { kind: 'charity', roles: ['WORKER', 'MANAGER'] })
  rosa = await aCase(world, area, { givenName: 'Rosa', familyName: 'Blake', role: 'COMMUNITY_OFFENDER_MANAGER' })
})

const end = (actor: Actor, caseId: string, more: Record<string, string> = {}) =>
  site.post(actor, `/cases/${caseId}/end`, { reason: 'SETTLED', words: 'A flat, and work.', ...more })
const sees = (actor: Actor, caseId: string) =>
  world.database
    .read(actor, (reading) => getCaseFrame(reading, caseId))
    .then(
      () => true,
      () => false,
    )
const takeUp = (actor: Actor, address: string, words = 'She asked for help again.') =>
  site.post(actor, `${address}/reopen`, { words })

test('when a case ends nobody sees the record any more, and it can be taken up again with the team it had', async () => {
  const team = await world.inspect(
    'select agency_id, account_id, role from case_party where until_on is null order by id',
  )
  const ended = await end(area, rosa.id, { personsWords: 'I can do this.' })
  const address = ended.headers['location'] as string
  const afterwards = await sees(area, rosa.id)

  const again = await takeUp(area, address)

  expect([ended.statusCode, afterwards, again.statusCode]).toEqual([303, false, 303])
  expect(again.headers['location']).toBe(`/cases/${rosa.id}`)
  expect(await sees(area, rosa.id)).toBe(true)
  expect(
    await world.inspect('select agency_id, account_id, role from case_party where until_on is null order by id'),
  ).toEqual(team)
  expect(
    await world.inspect('select reason, words, persons_words, reopen_words from case_ending where case_id = $1', [
      rosa.id,
    ]),
  ).toEqual([
    {
      reason: 'SETTLED',
      words: 'A flat, and work.',
      persons_words: 'I can do this.',
      reopen_words: 'She asked for help again.',
    },
  ])
})

test('a case does not end at the gate, nor inside: who is in prison keeps it', async () => {
  const { prison, id } = await aPersonInside(world)

  const refused = await end(prison, id, { words: 'Out on Friday.' })

  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('A case does not end at the gate, nor before it')
  expect(refused.body).toContain('Out on Friday.') // nothing typed is lost
  expect(await sees(prison, id)).toBe(true)
})

test('a service that runs is ended first, an offer is taken back first, and a death is written down first', async () => {
  await aReferral(world, { from: area, to: charity, caseId: rosa.id })

  const open = await end(area, rosa.id)
  const unproven = await end(area, rosa.id, { reason: 'DIED' })
  await record(world, area, rosa.personId, say('DEATH'))
  const alive = await end(area, rosa.id)
  const died = await end(area, rosa.id, { reason: 'DIED' })

  expect(open.body).toContain('A referral is still open')
  expect(unproven.body).toContain('Write down the death first')
  expect(alive.body).toContain('Their death is written down')
  expect(died.statusCode).toBe(303)
})

test('those who worked on the case are told that it ended and by whom, for four weeks and without what was written', async () => {
  await world.insert(
    `insert into case_party (case_id, agency_id, relationship, since_on, owner_agency_id) values ($1, $2, 'ACCEPTED', current_date, $2)`,
    [rosa.id, charity.agencyId],
  )
  await world.insert(`update agency set email = 'office@open-gate.example' where id = $1`, [charity.agencyId])
  const address = (await end(area, rosa.id)).headers['location'] as string

  const [list, one] = [await site.get(charity, '/ended-cases'), await site.get(charity, address)]
  const begun = world.time.now
  world.time.now = new Date(begun.getTime() + 29 * 86_400_000)
  const later = await site.get(charity, '/ended-cases')
  world.time.now = begun

  const mails = await world.inspect<{ body: string }>(
    `select body from mail where to_address = 'office@open-gate.example'`,
  )
  expect(list.body).toContain('Rosa Blake')
  expect(one.body).toContain('Merrow Probation')
  expect(one.body).not.toContain('A flat, and work.')
  expect(later.body).not.toContain('Rosa Blake')
  expect(mails.map(({ body }) => body).join()).toContain('/ended-cases')
  expect(mails.map(({ body }) => body).join()).not.toContain('Rosa')
})

test('only who answers for a case ends it, and only they take it up again', async () => {
  const prison = await world.aWorkerAt('Long Marsh')
  const other = await world.aWorkerAt('Merrow Council', { kind: 'council', roles: ['WORKER', 'MANAGER'] })
  const { id } = await aCase(world, prison)
  await world.database.change(prison, (change) => addSupervision(change, id, { agencyId: area.agencyId }))

  const theirs = await end(area, id)
  const strangers = await end(other, id)
  const address = (await end(area, rosa.id)).headers['location'] as string
  const unseen = await site.get(other, address)
  const again = await takeUp(other, address)
  const smuggled = await world.database
    .change(area, async (change) => {
      change.record({ name: 'smuggled', subjectId: id, caseId: id, fieldGroup: 'identity' })
      await sql`insert into case_ending (case_id, person_id, reason, ended_at, ended_by, owner_agency_id)
      select ${id}, person_id, 'SETTLED', now(), ${area.userId}, ${area.agencyId} from case_file where id = ${id}`.execute(
        change.db,
      )
    })
    .catch(({ message }) => message)

  expect([theirs.statusCode, strangers.statusCode, unseen.statusCode, again.statusCode]).toEqual([403, 404, 404, 404])
  expect(smuggled).toMatch(/row-level security/)
})

test('a case that was opened anew is not taken up a second time', async () => {
  const address = (await end(area, rosa.id)).headers['location'] as string
  await world.insert(`insert into case_file (person_id, opened_on, owner_agency_id) values ($1, current_date, $2)`, [
    rosa.personId,
    area.agencyId,
  ])

  const again = await takeUp(area, address)

  expect(again.statusCode).toBe(409)
  await expect(
    world.database.change(area, (change) => openCase(change, { personId: rosa.personId, relationship: 'SUPERVISION' })),
  ).rejects.toThrow()
})

test('from the day on which it ends its retention runs', async () => {
  await end(area, rosa.id)

  const clock = await world.inspect(
    `select ended_on = ((select ended_at from case_ending where case_id = c.id) at time zone 'Europe/London')::date as kept from case_file c where id = $1`,
    [rosa.id],
  )

  expect(clock).toEqual([{ kept: true }])
  expect((await site.get(area, '/caseload')).body).not.toContain('Rosa Blake')
})

test('a manager who is related to the person learns nothing of what is undone, and ends nothing, whatever SQL they smuggle', async () => {
  const manager = await world.aColleagueOf(area, { roles: ['MANAGER'] })
  const ask = () => world.database.read(manager, ({ db }) => sql`select from left_undone(${rosa.id})`.execute(db))
  const mayEnd = () =>
    world.database.read(manager, async ({ db }) => {
      const { rows } = await sql<{ may: boolean }>`select may_end_case(${rosa.id}, ${rosa.personId}) as may`.execute(db)
      return rows[0]!.may
    })
  const before = [(await ask()).rows.length, await mayEnd()]

  await world.insert(`insert into access_bar (account_id, person_id, reason) values ($1, $2, 'a sister')`, [
    manager.userId,
    rosa.personId,
  ])

  expect(before).toEqual([1, true])
  expect([(await ask()).rows.length, await mayEnd()]).toEqual([0, false])
})
