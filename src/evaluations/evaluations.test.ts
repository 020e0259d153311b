import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAnalysis, watchedPeople } from '../evidence/builders.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aTarget } from '../targets/builders.ts'

let world: World
let site: Site
let manager: Actor
let elsewhere: Actor
let coordinator: Actor
let worker: Actor
let targetId: string
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  manager = await world.aWorkerAt('HMP Fernhall', { roles: ['WORKER', 'MANAGER'] })
  worker = await world.aColleagueOf(manager, { roles: ['WORKER'] })
  elsewhere = await world.aWorkerAt('Riverside', { kind: 'charity', roles: ['WORKER', 'MANAGER'] })
  coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
  targetId = await aTarget(world, coordinator, { agencyId: manager.agencyId, name: '7,000 sessions' })
}, 120_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

const day = (field: string, on: string) => {
  const [year, month, date] = on.split('-')
  return { [`${field}-day`]: date, [`${field}-month`]: month, [`${field}-year`]: year }
}
const plan = {
  ...{
    about: 'PEER_MENTORS',
    title: 'Mentors on the remand wings',
    question: 'Do fewer come back?',
    design: 'MATCHED',
  },
  ...{
    shareWithout: '56',
    shareWith: '46',
    power: '80',
    ratio: '1',
    ledBy: 'A university',
    approval: 'REC 12 of March',
  },
  ...{ ...day('fromOn', '2026-03-01'), ...day('untilOn', '2027-03-01') },
}

test('a plan is made, shows how many people it needs and what its measures say now, begins, and is reported', async () => {
  const id = await planned(manager, { ...plan, measures: [`target:${targetId}`, 'target:made-up'] })
  const page = await site.get(manager, `/evaluations/${id}`)
  await begin(id)
  const result = { kind: 'RESULT', words: '44 of 100 against 52 of 100; 95% interval -18 to 2 points.', isLast: 'yes' }
  await post(manager, `${id}/entries`, result)
  const reported = await site.get(manager, `/evaluations/${id}`)
  const plain = await site.get(manager, `/evaluations/${id}/plain`)

  expect(page.body).toContain('you need 392 people who take part and 392 to compare them with, 784 in all')
  expect(page.body).toContain('7,000 sessions')
  expect(page.body).not.toContain('A measure that you may not read')
  expect(reported.body).toMatch(/tl-tag--good[^>]*>Reported/)
  expect(plain.body).toContain('About 392 people who take part, and 392 others')
  expect(plain.body).toContain('44 of 100 against 52 of 100')
  expect((await site.get(manager, '/evaluations.csv')).body).toMatch(
    /Mentors on the remand wings.*0\.56,0\.46,0\.8,392,392/,
  )
})

test('what is missing is said before it can begin, and it does not begin without it', async () => {
  const { shareWithout: _, shareWith: __, approval: ___, ...thin } = plan
  const id = await planned(manager, thin)
  const page = await site.get(manager, `/evaluations/${id}`)
  const begun = await begin(id)

  expect(page.body).toMatch(
    /Before it can begin[\s\S]*Nothing is chosen yet[\s\S]*how many people are needed[\s\S]*ethics approval/,
  )
  expect(begun.statusCode).toBe(409)
})

test('once begun the plan cannot be changed, by its page or by hand; what is done otherwise stands beside it', async () => {
  const id = await planned(manager, { ...plan, measures: [`target:${targetId}`] })
  const { version } = await row(id)
  const other = { ...plan, question: 'Do more find work?', measures: [`target:${targetId}`] }
  const changed = await post(manager, id, { ...other, version: String(version) })
  const stale = await post(manager, id, { ...plan, title: 'Kept as typed', version: String(version) })
  const unread = await post(manager, `${id}/begin`, { version: String(version) })
  const unsaid = await post(manager, `${id}/begin`)
  await begin(id)
  const late = await post(manager, id, { ...plan, version: String(version + 1) })
  await post(manager, `${id}/entries`, { kind: 'CHANGE', words: 'One wing was closed in May.' })

  expect([changed, stale, late].map(({ statusCode }) => statusCode)).toEqual([303, 409, 409])
  expect([unread, unsaid].map(({ statusCode }) => statusCode)).toEqual([409, 409]) // who read another plan does not fix this one
  expect(stale.body).toContain('Somebody changed the plan meanwhile')
  expect(stale.body).toContain('Kept as typed')
  const byHand = (actor: Actor, what: RawBuilder<unknown>) =>
    world.database.change(actor, async ({ db }) => {
      await sql`update evaluation set ${what} where id = ${id}`.execute(db)
    })
  await expect(byHand(manager, sql`question = 'What did we find?'`)).rejects.toThrow(/stays as it was planned/)
  const inAnothersName = sql`stopped_at = now(), stopped_by = ${manager.userId}, stopped_reason = 'x'`
  await expect(byHand(coordinator, inAnothersName)).rejects.toThrow(/in one's own name/)
  expect((await row(id)).question).toBe('Do more find work?')
  const { body } = await site.get(manager, `/evaluations/${id}`)
  expect(body).toMatch(/Done otherwise than planned[\s\S]*One wing was closed in May/)
})

test('another agency neither sees a plan nor writes in it; workers see none; a coordinator sees all', async () => {
  const id = await planned(manager, { ...plan, title: 'Only ours', measures: [`target:${targetId}`] })
  await begin(id)

  for (const url of [`/evaluations/${id}`, `/evaluations/${id}/plain`, `/evaluations/${id}/edit`])
    expect((await site.get(elsewhere, url)).statusCode).toBe(404)
  for (const [url, form] of [
    [`${id}/entries`, { kind: 'RESULT', words: 'It worked' }],
    [`${id}/stop`, { reason: 'No' }],
    [id, { ...plan, version: '1' }],
  ] as const)
    expect((await post(elsewhere, url, form)).statusCode).toBe(404)
  for (const url of ['/evaluations', '/evaluations.csv'])
    expect((await site.get(elsewhere, url)).body).not.toContain('Only ours')
  expect((await site.get(worker, '/evaluations')).statusCode).toBe(403)
  expect((await site.get(coordinator, '/evaluations')).body).toContain('Only ours')
  const smuggled = world.database.change(elsewhere, async (change) => {
    change.record({ name: 'x', subjectId: id, fieldGroup: 'administration' })
    const { numAffectedRows } =
      await sql`update evaluation set stopped_at = now(), stopped_by = ${elsewhere.userId}, stopped_reason = 'x'
      where id = ${id}`.execute(change.db)
    return numAffectedRows
  })
  expect(await smuggled).toBe(0n)
})

test('a result links to an analysis that its writer may open, and says when that is gone; another agency’s is refused', async () => {
  const question = { time: 'days', event: 'event', group: 'programme', covariates: 'age' }
  const found = { method: 'survival' as const, title: 'New offences', csv: watchedPeople(), question }
  const ours = await anAnalysis(world, manager, found)
  const theirs = await anAnalysis(world, elsewhere, { ...found, title: 'Theirs' })
  const id = await planned(manager, { ...plan, measures: [`target:${targetId}`] })
  await begin(id)

  const refused = await post(manager, `${id}/entries`, { kind: 'RESULT', words: 'x', analysisId: theirs })
  await post(manager, `${id}/entries`, { kind: 'RESULT', words: 'As drawn', analysisId: ours })
  const linked = await site.get(manager, `/evaluations/${id}`)
  await world.inspect('delete from analysis where id = $1', [ours])
  const gone = await site.get(manager, `/evaluations/${id}`)

  expect(refused.statusCode).toBe(404)
  expect(linked.body).toContain(`href="/evidence/analyses/${ours}"`)
  expect(linked.body).not.toContain('Theirs')
  expect(gone.body).toContain('Analysis “New offences”: forgotten after 30 days')
  expect(gone.body).not.toContain(`href="/evidence/analyses/${ours}"`)
}, 60_000)

test('it can be stopped with a reason, which stays; after that nothing more is written', async () => {
  const id = await planned(manager, plan)

  const silent = await post(manager, `${id}/stop`, { reason: ' ' })
  await post(manager, `${id}/stop`, { reason: 'The money ran out.' })
  const after = await post(manager, `${id}/entries`, { kind: 'RESULT', words: 'It worked' })

  expect([silent.statusCode, after.statusCode]).toEqual([422, 409])
  expect((await site.get(manager, `/evaluations/${id}`)).body).toMatch(/Stopped on[\s\S]*The money ran out/)
})

test('what is wrong with a plan is said beside its field, and what was typed is kept', async () => {
  const wrong = { ...plan, title: '', shareWith: '56', ...day('untilOn', '2026-01-01'), question: 'Kept <as> typed?' }

  const { statusCode, body } = await site.post(manager, '/evaluations', { formId: newId(), ...wrong })

  expect(statusCode).toBe(422)
  expect(body).toContain('Say what it is called')
  expect(body).toContain('there is no difference to find')
  expect(body).toContain('The end must be a day after the beginning')
  expect(body).toContain('Kept &lt;as&gt; typed?')
})

async function planned(actor: Actor, fields: Record<string, string | string[] | undefined>): Promise<string> {
  const { headers } = await site.post(actor, '/evaluations', { formId: newId(), ...fields } as Record<string, string>)
  return /\/evaluations\/([0-9a-f-]+)/.exec(String(headers.location))![1]!
}

const post = (actor: Actor, path: string, fields: Record<string, string | string[]> = {}) =>
  site.post(actor, `/evaluations/${path}`, { formId: newId(), ...fields } as Record<string, string>)

/** As the page sends it, which says which version it showed. */
const begin = async (id: string) => post(manager, `${id}/begin`, { version: String((await row(id)).version) })

const row = async (id: string) =>
  (
    await world.inspect<{ version: number; question: string }>(
      'select version, question from evaluation where id = $1',
      [id],
    )
  )[0]!
