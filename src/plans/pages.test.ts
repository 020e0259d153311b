import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aStep, plainStep } from './builders.ts'
import { changeStep, getStep, listSteps } from './index.ts'

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

async function aPrisonWithCase() {
  const prison = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const { id: caseId } = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  return { prison, caseId }
}
const day = { 'dueOn-day': '24', 'dueOn-month': '3', 'dueOn-year': '2026' }

test('a step that was added stands in the plan under its pathway, late in words', async () => {
  const { prison, caseId } = await aPrisonWithCase()

  const form = { title: 'Find a bed', owner: 'person', pathway: 'ACCOMMODATION', ...day }
  await aStep(world, prison, caseId, { title: 'Ring the hostel', pathway: 'ACCOMMODATION', dueOn: '2026-02-24' })
  const sent = await site.post(prison, `/cases/${caseId}/steps`, form)
  const plan = await site.get(prison, `/cases/${caseId}/plan`)

  expect(sent.statusCode).toBe(303)
  for (const part of ['Accommodation', 'Find a bed', '6 days late', 'Tue 24 Feb', 'Tue 24 Mar', 'Danny does this'])
    expect(plan.body).toContain(part)
})

test('a step without words, owner or with 31 February is told so, and what was typed is kept', async () => {
  const { prison, caseId } = await aPrisonWithCase()

  const wrong = {
    title: '',
    owner: 'nonsense',
    pathway: 'MAGIC',
    'dueOn-day': '31',
    'dueOn-month': '2',
    'dueOn-year': '2026',
  }
  const sent = await site.post(prison, `/cases/${caseId}/steps`, wrong)

  expect(sent.statusCode).toBe(422)
  for (const part of ['Write what is to be done', 'Choose who does it', 'Choose a pathway', 'Enter a day that exists'])
    expect(sent.body).toContain(part)
  expect(sent.body).toContain('value="31"')
})

test('one press says that a step is done, another takes it back', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  const id = await aStep(world, prison, caseId)
  const move = (status: string, version: string) =>
    site.post(prison, `/steps/${id}/status`, { status, version, from: 'plan' })

  const done = await move('COMPLETED', '1')
  const undone = await move('UNDO', '2')

  expect([done.headers.location, undone.statusCode]).toEqual([`/cases/${caseId}/plan`, 303])
  const step = await world.database.read(prison, (reading) => getStep(reading, id))
  expect(step.status).toBe('NOT_STARTED')
})

test('putting a step off without a reason is told beside the field', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  const id = await aStep(world, prison, caseId)

  const answer = await site.post(prison, `/steps/${id}/status`, {
    status: 'CANNOT_BE_DONE_YET',
    reason: '',
    version: '1',
  })

  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('Say why it does not happen now')
})

test('done twice is done; done over what somebody renamed is asked again, and nobody is said to have closed it', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  const [id, renamed] = [await aStep(world, prison, caseId), await aStep(world, prison, caseId)]
  const done = (step: string) =>
    site.post(prison, `/steps/${step}/status`, { status: 'COMPLETED', version: '1', from: 'plan' })
  const { owner } = await world.database.read(prison, (reading) => getStep(reading, renamed))
  await world.database.change(prison, (change) =>
    changeStep(change, renamed, 1, { ...plainStep, title: 'Other', owner }),
  )

  const [first, second, stale] = [await done(id), await done(id), await done(renamed)]

  expect([first.statusCode, second.statusCode, stale.statusCode]).toEqual([303, 303, 422])
  expect(second.headers.location).toBe(`/cases/${caseId}/plan`)
  expect(stale.body).toContain('Somebody changed this step in the meantime')
  expect(stale.body).not.toContain('Somebody has closed this step')
})

test('the second of two writers sees both versions, may go on editing their own, and keeps it', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  const sarah = await world.aColleagueOf(prison, { name: 'Sarah Bright' })
  await world.insert(
    `insert into case_party (case_id, agency_id, account_id, relationship, role, since_on, owner_agency_id)
     values ($1, $2, $3, 'ALLOCATED', 'SUPPORT', '2026-03-02', $2)`,
    [caseId, prison.agencyId, sarah.userId],
  )
  const id = await aStep(world, prison, caseId, { title: 'Ring the bank' })
  const { owner } = await world.database.read(prison, (reading) => getStep(reading, id))
  await world.database.change(sarah, (change) =>
    changeStep(change, id, 1, { ...plainStep, title: 'Book the first meeting', owner }),
  )

  const mine = { title: 'Ring the bank first', owner: 'person', version: '1' }
  const conflict = await site.post(prison, `/steps/${id}`, mine)
  const editing = await site.post(prison, `/steps/${id}`, { ...mine, version: '2', 'keep-editing': 'yes' })
  const kept = await site.post(prison, `/steps/${id}`, { ...mine, version: '2' })

  expect(conflict.statusCode).toBe(409)
  for (const part of [
    'Sarah changed this',
    'Book the first meeting',
    'Ring the bank first',
    'name="version" value="2"',
  ])
    expect(conflict.body).toContain(part)
  expect(editing.body).toContain('value="Ring the bank first"')
  expect(kept.statusCode).toBe(303)
})

test('a part that the agency does not see says so and names whom to ask', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  const colleague = await world.aColleagueOf(prison)
  const stranger = await world.aWorkerAt('Police', { kind: 'police' })

  const plan = await site.get(colleague, `/cases/${caseId}/plan`)
  const hidden = await site.get(stranger, `/cases/${caseId}/plan`)
  const refused = await site.post(colleague, `/cases/${caseId}/steps`, { title: 'x', owner: 'person' })

  expect(plan.body).toContain('You cannot see this part')
  expect(plan.body).toContain('Amira Khan, HMP Fernhall')
  expect([hidden.statusCode, refused.statusCode]).toEqual([404, 403])
  expect(await world.database.read(prison, (reading) => listSteps(reading, caseId))).toEqual([])
})

test('a day that is over, after supervision ends, or before what comes first is told beside the day', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  const first = await aStep(world, prison, caseId, { dueOn: '2026-03-20' })
  await world.inspect(
    `insert into licence_condition (case_id, person_id, kind, code, from_on, until_on, made_by, made_at, owner_agency_id)
     select id, person_id, 'SUPERVISION', 'SUPERVISION', '2026-03-02', '2027-03-01', $2, now(), $3 from case_file where id = $1`,
    [caseId, prison.userId, prison.agencyId],
  )
  const send = async (on: string, waitsFor: string[] = []) => {
    const [year, month, date] = on.split('-')
    const day = { 'dueOn-day': date!, 'dueOn-month': month!, 'dueOn-year': year! }
    return (
      await site.post(prison, `/cases/${caseId}/steps`, { title: 'Keep this', owner: 'person', waitsFor, ...day })
    ).body
  }

  const answers = [await send('2026-03-01'), await send('2027-03-02'), await send('2026-03-19', [first])]

  expect(answers[0]).toContain('This day is over')
  expect(answers[1]).toContain('This is after the supervision ends')
  expect(answers[2]).toContain('A step that comes first is due later than this')
  for (const body of answers) expect(body).toContain('value="Keep this"')
})

test('the release list says which step begins too late, and not to whom the plan is closed', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  const colleague = await world.aColleagueOf(prison)
  await world.inspect(`update case_summary set release_on = '2026-04-08' where case_id = $1`, [caseId])
  await aStep(world, prison, caseId, { title: 'Ask for a flat', leadKind: 'HOME' })
  await world.inspect(`update case_summary set release_on = '2026-04-08', key_worker_name = 'Amira Khan', has_first_night = true where case_id = $1`, [caseId]) // biome-ignore format: one line

  const list = await site.get(prison, '/releases')
  const closed = await site.get(colleague, '/releases')

  expect(list.body).toContain('Begins too late: Ask for a flat')
  expect(closed.body).not.toContain('Ask for a flat')
})
