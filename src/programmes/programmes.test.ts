import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { readPdf } from '../platform/testing/read-pdf.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { lifeChange } from './builders.ts'
import { readPackage } from './package/read-package.ts'
import { type ProgrammePackage, publishedSchema } from './package/schema.ts'
import { findBehind } from './package/translations.ts'
import { listProgrammes } from './queries.ts'
import { readShipped } from './shipped.ts'

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

const aManager = (name = 'Second Step') => world.aWorkerAt(name, { kind: 'charity', roles: ['WORKER', 'MANAGER'] })
const own = async (actor: Actor) =>
  (await world.database.read(actor, listProgrammes)).filter(({ agencyId }) => agencyId === actor.agencyId)
const bytesOf = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))

/** Sends a file as a browser does. */
async function upload(actor: Actor, content: string) {
  const boundary = 'xxBOUNDARYxx'
  const field = (name: string, rest: string, value: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${rest}\r\n\r\n${value}\r\n`
  const file = field('file', '; filename="p.json"\r\ncontent-type: application/json', content)
  const payload = `${field('formId', '', newId())}${file}--${boundary}--\r\n`
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}`, cookie: await site.cookieFor(actor) }
  return site.app.inject({ method: 'POST', url: '/programmes', headers, payload })
}

test('LifeChange ships whole: eight sessions, statements and two guides, each in three languages and none behind', async () => {
  const manager = await aManager()
  const { package: edition } = await lifeChange(world, manager)

  expect(edition.sessions.map(({ key }) => key)).toEqual([
    ...['values-and-beliefs', 'respect', 'belonging', 'offending-and-its-effects'],
    ...['choice-and-self-efficacy', 'family', 'goals', 'life-after-release'],
  ])
  expect(findBehind(edition)).toEqual([])
  for (const { minutes, texts } of edition.sessions) {
    for (const { plan } of Object.values(texts)) {
      expect(plan.reduce((sum, line) => sum + Number(/^\d+/.exec(line)), 0)).toBeLessThanOrEqual(minutes)
    }
  }
  await lifeChange(world, manager) // a second start brings nothing twice
  expect((await world.inspect('select from programme where agency_id is null')).length).toBe(1)
})

test('what is exported is taken in by another agency as it was', async () => {
  const [first, second] = [await aManager(), await aManager('Open Gate')]
  const shipped = await lifeChange(world, first)
  const exported = await site.get(first, `/programmes/${shipped.id}/package.json`)
  expect(exported.headers['content-disposition']).toContain('lifechange-1.json')

  const sent = await upload(second, exported.body)

  expect(sent.statusCode).toBe(303)
  expect((await own(second)).map((each) => each.package)).toEqual([shipped.package])
  expect((await upload(second, exported.body)).body).toContain('Your agency has edition 1 or a later one')
})

test('a fork is one’s own: its English text changes, and the other languages are shown as behind until they are compared', async () => {
  const manager = await aManager()
  const shipped = await lifeChange(world, manager)
  const { headers } = await site.post(manager, `/programmes/${shipped.id}/fork`, { formId: newId() })
  const address = String(headers.location)
  const text = (locale: 'en' | 'nl') => {
    const { title, aims, plan, materials, takeAway } = shipped.package.sessions[1]!.texts[locale]
    return { title, aims: aims.join('\n'), plan: plan.join('\n'), materials: materials.join('\n'), takeAway }
  }

  const change = { formId: newId(), version: '1', locale: 'en', ...text('en'), title: 'Respect at work' }
  expect((await site.post(manager, `${address}/sessions/respect`, change)).statusCode).toBe(303)
  const behind = (await own(manager)).flatMap((each) => findBehind(each.package))
  const level = { formId: newId(), version: '2', locale: 'nl', ...text('nl'), isLikeSource: 'yes' }
  await site.post(manager, `${address}/sessions/respect`, level)

  expect(behind.map(({ key, locale }) => `${key} ${locale}`)).toEqual(['respect it', 'respect nl'])
  const [now] = await own(manager)
  expect(findBehind(now!.package).map(({ locale }) => locale)).toEqual(['it'])
  expect([now!.version, now!.forkedFrom?.version, now!.package.basedOn]).toEqual([
    3,
    1,
    { code: 'lifechange', version: 1 },
  ])
  expect((await site.get(manager, address)).body).toContain('Italiano is behind')
  const late = await site.post(manager, `${address}/sessions/respect`, { ...change, formId: newId() })
  expect(late.statusCode).toBe(409) // somebody changed it since this page was opened
  const empty = await site.post(manager, `${address}/sessions/respect`, {
    ...change,
    formId: newId(),
    version: '3',
    aims: ' ',
  })
  expect([
    empty.statusCode,
    empty.body.includes('Write at least one aim'),
    empty.body.includes('Respect at work'),
  ]).toEqual([422, true, true])
})

test('a programme is fitted to a place, and only by managers of the agency that keeps it', async () => {
  const manager = await aManager()
  const shipped = await lifeChange(world, manager)
  const worker = await world.aColleagueOf(manager)
  const { headers } = await site.post(manager, `/programmes/${shipped.id}/fork`, { formId: newId() })
  const rules = {
    version: '1',
    months: '3',
    ageFrom: '',
    ageTo: '25',
    isSameWing: 'yes',
    smallest: '3',
    largest: '8',
    completeAfter: '5',
  }
  const send = (actor: Actor, id: string, more = {}) =>
    site.post(actor, `${id}/rules`, { formId: newId(), ...rules, ...more })

  expect((await send(worker, String(headers.location))).statusCode).toBe(403)
  expect((await send(manager, `/programmes/${shipped.id}`)).statusCode).toBe(403)
  const wrong = await send(manager, String(headers.location), { smallest: '9' })
  expect([wrong.statusCode, wrong.body.includes('no larger than the largest')]).toEqual([422, true])
  expect((await send(manager, String(headers.location))).statusCode).toBe(303)

  const page = (await site.get(worker, String(headers.location))).body
  for (const words of ['Leaves prison within 3 months', 'Up to 25 years old', '3 to 8 people', 'Complete with 5 of 8'])
    expect(page).toContain(words)
})

test('a package that is wrong is refused by name and place, and nothing of it is kept', async () => {
  const manager = await aManager()
  const [good] = readShipped() as [ProgrammePackage]
  const without = structuredClone(good) as { sessions: { texts: Record<string, unknown> }[] }
  delete without.sessions[2]!.texts['nl']
  const cases: [unknown, string, string][] = [
    [
      { ...good, eligibility: [{ rule: 'PHASE_OF_THE_MOON' }] },
      'eligibility[1]',
      'the rule “PHASE_OF_THE_MOON” is not known',
    ],
    [
      { ...good, composition: { ...good.composition, checks: ['STAR_SIGN'] } },
      'composition.checks[1]',
      '“STAR_SIGN” is not known',
    ],
    [without, 'sessions[3]', 'has no Dutch text'],
    [{ ...good, password: 'x' }, '', 'no field “password”'],
    [{ ...good, completeAfter: 9 }, '', 'More sessions are asked for'],
    [{ ...good, format: 'other/9' }, '', '“other/9”'],
    ['{"format":', '', 'no JSON that can be read'],
    [`{"format":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, '', 'brackets in brackets'],
    [JSON.stringify(good).replace('{', '{"licence":"none",'), '', 'two texts under one name'],
    [' '.repeat(10 * 1024 * 1024), '', 'larger than 1 MB'],
  ]
  for (const [content, where, said] of cases) {
    const { statusCode, body } = await upload(manager, typeof content === 'string' ? content : JSON.stringify(content))

    expect([statusCode, body.includes(said), body.includes(where)], said).toEqual([422, true, true])
  }
  for (const odd of [null, [], 'x', 4, { sessions: 'x' }, { eligibility: [null] }])
    expect(readPackage(bytesOf(JSON.stringify(odd)))).toHaveProperty('problems')
  expect(await own(manager)).toEqual([])
})

test('a guide is printed in the language that was asked for, and counted for the agency', async () => {
  const manager = await aManager()
  const { id } = await lifeChange(world, manager)

  const printed = await site.post(manager, `/programmes/${id}/guides/training-guide/prints?locale=it`, {
    formId: newId(),
  })

  expect((await readPdf(printed.rawPayload)).text).toContain('Formare nuovi facilitatori')
  expect((await site.get(manager, `/programmes/${id}`)).body).toContain('Printed once')
  const stranger = await aManager('Elsewhere')
  expect((await site.get(stranger, `/programmes/${id}`)).body).not.toContain('Printed once')
})

test('the published schema is the one that packages are read by', () => {
  expect(JSON.parse(readFileSync('docs/reference/programme-1.schema.json', 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(publishedSchema())),
  )
})
