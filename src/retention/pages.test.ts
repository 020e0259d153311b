import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { readPdf } from '../platform/testing/read-pdf.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aClosedCase, aNight, system } from './builders.ts'
import { executeDisposals } from './execute-disposal.ts'

let world: World
let site: Site
let [manager, second, coordinator]: Actor[] = []
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  manager = await world.aWorkerAt('HMP Fernhall', { roles: ['MANAGER'], name: 'Ines Marsh' })
  second = await world.aColleagueOf(manager, { roles: ['MANAGER'], name: 'Bo Finch' })
  coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const dayOf = (name: string, [year, month, day]: [string, string, string]) => ({
  [`${name}-year`]: year,
  [`${name}-month`]: month,
  [`${name}-day`]: day,
})

test('from what is due to the certificate: proposed, approved by a second manager, carried out, and nobody named on paper', async () => {
  await aClosedCase(world, manager!, { givenName: 'Danny' })
  const empty = await site.get(manager, '/retention')
  await aNight(world)
  const due = await site.get(manager, '/retention')
  const blank = await site.post(manager, '/retention/disposals', { formId: newId(), reason: 'Yearly' })
  const proposed = await site.post(manager, '/retention/disposals', {
    ...{ formId: newId(), classes: 'CASE', reason: 'The yearly clearing.' },
  })
  const url = String(proposed.headers.location).split('?')[0]!
  const own = await site.get(manager, url)
  const theirs = await site.get(second, url)
  const approved = await site.post(second, `${url}/approval`, { formId: newId() })
  const early = await site.get(second, `${url}/certificate`)
  const now = world.time.now
  world.time.now = new Date('2026-03-10T09:30:00Z')
  await executeDisposals(world.database, system)
  world.time.now = now
  const certificate = await site.get(second, `${url}/certificate`)
  const pdf = await site.get(second, `${url}/certificate.pdf`)

  expect(empty.body).toContain('Nothing is due')
  expect(due.body).toContain('Danny Rivers')
  expect(blank.statusCode).toBe(422)
  expect(blank.body).toContain('Choose at least one')
  expect(blank.body).toContain('Yearly')
  expect(own.body).toContain('You proposed this')
  expect(own.body).not.toContain('Approve the disposal')
  expect(theirs.body).toContain('After 7 days these records are gone for good')
  expect(approved.statusCode).toBe(303)
  expect(early.statusCode).toBe(404)
  expect(certificate.body).toContain('Bo Finch')
  expect(certificate.body).not.toContain('Danny')
  const paper = await readPdf(pdf.rawPayload)
  expect(paper.text).toContain('Certificate of disposal')
  expect(paper.text).not.toContain('Danny')
})

test('a coordinator sees what would fall due before the next edition of the schedule is in force', async () => {
  await aClosedCase(world, manager!, { endedOn: '2023-05-01' })
  await aNight(world)
  const page = await site.get(coordinator, '/retention/schedule')
  const rule = {
    ...{ formId: newId(), edition: '1', cooling: '14', 'class-0': 'CASE', 'trigger-0': 'CASE_CLOSED' },
    ...{ 'months-0': '24', 'action-0': 'DELETE', 'source-0': 'Agreed in March' },
  }
  const wrong = await site.post(coordinator, '/retention/schedule', { ...rule, 'months-0': 'two years' })
  const preview = await site.post(coordinator, '/retention/schedule', { ...rule, intent: 'preview' })
  const published = await site.post(coordinator, '/retention/schedule', { ...rule, formId: newId(), intent: 'publish' })
  const late = await site.post(coordinator, '/retention/schedule', { ...rule, formId: newId(), intent: 'publish' })
  const due = await site.get(manager, '/retention')

  expect(page.body).toContain('Data Protection Act 2018 s.39')
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('Enter months, 0 to 1,200')
  expect(wrong.body).toContain('two years')
  expect(preview.body).toContain('What would be due under these rules')
  expect(published.headers.location).toContain('done=published')
  expect(late.statusCode).toBe(409)
  expect(due.body).toContain('Sam Rivers')
  expect((await site.get(manager, '/retention/schedule')).statusCode).toBe(403)
})

test('a manager places a hold on a person, sees it, and lifts it with a reason', async () => {
  const { personId } = await aClosedCase(world, manager!, { givenName: 'Ola' })
  const url = `/retention/people/${personId}`
  const missing = await site.post(manager, `${url}/holds`, { formId: newId(), askedBy: 'HM Coroner' })
  const hold = { formId: newId(), askedBy: 'HM Coroner', reason: 'An inquest is open.' }
  await site.post(manager, `${url}/holds`, { ...hold, ...dayOf('from', ['2026', '3', '2']) })
  const held = await site.get(second, '/retention/holds')
  const page = await site.get(second, url)
  const holdId = /holds\/([0-9a-f-]{36})\/lift/.exec(page.body)![1]!
  const lifted = await site.post(second, `${url}/holds/${holdId}/lift`, { formId: newId(), because: 'It ended.' })

  expect(missing.statusCode).toBe(422)
  expect(missing.body).toContain('value="HM Coroner"')
  expect(held.body).toContain('Ola Rivers')
  expect(page.body).toContain('For HM Coroner, from')
  expect((await site.get(manager, String(lifted.headers.location))).body).toContain('The hold is lifted')
  const stranger = await world.aWorkerAt('HMP Other', { roles: ['MANAGER'] })
  expect((await site.get(stranger, url)).statusCode).toBe(404)
})

test('what is due for review is kept longer, or let go, by a manager’s decision', async () => {
  await world.inspect(`update retention_rule set action = 'REVIEW', months = 12`)
  const { personId } = await aClosedCase(world, manager!, { givenName: 'Rae' })
  await aNight(world)
  const decide = (fields: Record<string, string>) =>
    site.post(manager, `/retention/people/${personId}/review`, {
      ...{ formId: newId(), class: 'CASE', reviewReason: 'A sister may ask.', ...fields },
    })
  const past = await decide({ decision: 'KEEP', ...dayOf('keepUntil', ['2020', '1', '1']) })
  await decide({ decision: 'KEEP', ...dayOf('keepUntil', ['2030', '1', '1']) })
  const kept = await site.get(manager, '/retention')
  await decide({ decision: 'DISPOSE' })
  const letGo = await site.get(manager, '/retention')

  expect(past.statusCode).toBe(422)
  expect(kept.body).not.toContain('Rae Rivers')
  expect(letGo.body).toContain('Rae Rivers')
})
