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
