import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAppointment } from '../appointments/builders.ts'
import { aCase } from '../cases/builders.ts'
import { addSupervision, nameWorker } from '../cases/index.ts'
import { aNote } from '../contacts/builders.ts'
import { aStep } from '../plans/builders.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
}, 60_000)
afterAll(async () => {
  await site?.close()
  await world?.close()
})

async function aSharedCase() {
  const prison = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const probation = await world.aWorkerAt('Wexley Probation', {
    kind: 'probation',
    name: 'Sarah Bright',
    roles: ['MANAGER'],
  })
  const { id: caseId, personId } = await aCase(world, prison, {
    givenName: 'Danny',
    familyName: 'Okafor',
    number: 'A9914DK',
  })
  await world.database.change(prison, (change) => addSupervision(change, caseId, { agencyId: probation.agencyId }))
  const nameSarah = () =>
    world.database.change(probation, (change) =>
      nameWorker(change, caseId, { accountId: probation.userId, role: 'COMMUNITY_OFFENDER_MANAGER' }),
    )
  return { prison, probation, caseId, personId, nameSarah }
}

test('the page says who this is, what is next, who is around them and what has happened', async () => {
  const { prison, caseId, nameSarah } = await aSharedCase()
  await nameSarah()
  await aStep(world, prison, caseId, { title: 'Find a bed', dueOn: '2026-02-26' })
  await anAppointment(world, prison, caseId, { title: 'Bank' })
  await aNote(world, prison, caseId, { body: 'He rang his mother.', ownWords: 'I can do the rest.' })

  const { statusCode, body } = await site.get(prison, `/cases/${caseId}`)

  expect(statusCode).toBe(200)
  for (const part of [
    'Danny Okafor',
    'A9914DK',
    '4 days late',
    'Find a bed',
    '>Bank<',
    'Community manager, Wexley Probation',
  ])
    expect(body).toContain(part)
  for (const part of [
    'He rang his mother.',
    'Danny’s own words',
    'Sarah Bright named as community manager',
    '2 agencies',
  ])
    expect(body).toContain(part)
  expect(body.match(/<h1/g)).toHaveLength(1)
})

test('the line shows the gate with "as early as", the first fortnight and the end of the licence', async () => {
  const { prison, caseId, personId } = await aSharedCase()
  for (const [type, day] of [
    ['CRD', '2026-03-20'],
    ['SLED', '2026-12-18'],
  ]) {
    await world.insert(
      `insert into release_date (person_id, type, day, source, known_at, owner_agency_id) values ($1, $2, $3, 'PRISON_SEARCH', $4, $5)`,
      [personId, type, day, world.time.now, prison.agencyId],
    )
  }
  await aStep(world, prison, caseId)

  const { body } = await site.get(prison, `/cases/${caseId}`)

  for (const part of [
    '16 to 18 days left',
    'May be released as early as Wed 18 Mar',
    'Conditional release',
    '1 step not done',
  ])
    expect(body).toContain(part)
  for (const part of ['First fortnight ends', 'Licence ends', '18 December 2026']) expect(body).toContain(part)
})

test('a part that the agency does not see says so; a stranger finds nothing', async () => {
  const { prison, probation, caseId } = await aSharedCase()
  const police = await world.aWorkerAt('Police', { kind: 'police' })
  await aNote(world, prison, caseId, { body: 'He rang his mother.' })

  const listLevel = await site.get(probation, `/cases/${caseId}`)
  const strange = [await site.get(police, `/cases/${caseId}`), await site.get(police, `/cases/${caseId}/timeline`)]

  expect(listLevel.body).toContain('You cannot see this part')
  expect(listLevel.body).not.toContain('He rang his mother.')
  expect(strange.map(({ statusCode }) => statusCode)).toEqual([404, 404])
})

test('the timeline is filtered with counts, and goes on where it ended', async () => {
  const { prison, caseId } = await aSharedCase()
  for (let count = 1; count <= 25; count += 1)
    await aNote(world, prison, caseId, { kind: 'PHONE', body: `Call ${count}.` })
  await aNote(world, prison, caseId, { kind: 'DECISION', body: 'Moved to B wing.' })

  const first = await site.get(prison, `/cases/${caseId}`)
  const older = /href="(\/cases\/[^"]*before=[^"]*)"/.exec(first.body)![1]!.replaceAll('&amp;', '&')
  const second = await site.get(prison, older.split('#')[0]!)
  const decisions = await site.get(prison, `/cases/${caseId}?show=decisions`)

  expect(first.body).toContain('Contact 25')
  const callsOn = (body: string) => [...body.matchAll(/Call (\d+)\./g)].map(([, number]) => Number(number))
  const calls = [...callsOn(first.body), ...callsOn(second.body)]
  expect(calls.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1))
  expect(decisions.body).toContain('Moved to B wing.')
  expect(decisions.body).not.toContain('Call 3.')
})

test('days without anybody named outside are said until somebody is', async () => {
  const { prison, caseId, nameSarah } = await aSharedCase()
  const opened = world.time.now
  world.time.now = new Date('2026-04-02T09:30:00Z')

  const before = await site.get(await world.again(prison), `/cases/${caseId}`)
  await nameSarah()
  const after = await site.get(prison, `/cases/${caseId}`)
  world.time.now = opened

  expect(before.body).toContain('Nobody outside is named. Days without: 31.')
  expect(after.body).not.toContain('Nobody outside is named')
  expect(after.body).toContain('Days without anybody: 31.')
})

test('who can see the case is told by agency and part, and every look at it is in the audit', async () => {
  const { prison, probation, caseId } = await aSharedCase()

  const { body } = await site.get(probation, `/cases/${caseId}/who-can-see`)
  await site.get(prison, `/cases/${caseId}`)

  for (const part of ['HMP Fernhall', 'Wexley Probation', 'custody and dates', 'While the agreement runs'])
    expect(body).toContain(part)
  const looks = await world.inspect(
    `select account_id as by from audit where action = 'consult' and $1 = any(case_ids) order by id`,
    [caseId],
  )
  expect(looks).toEqual([{ by: probation.userId }, { by: prison.userId }])
})

test('in Italian and Dutch the page speaks that language', async () => {
  const { prison, caseId } = await aSharedCase()
  const inLanguage = async (language: string) => {
    await world.inspect('update account set locale = $1 where id = $2', [language, prison.userId])
    return site.get(prison, `/cases/${caseId}`)
  }

  const italian = await inLanguage('it')
  const dutch = await inLanguage('nl')

  expect(italian.body).toContain('Che cosa è successo')
  expect(dutch.body).toContain('Wat er is gebeurd')
})
