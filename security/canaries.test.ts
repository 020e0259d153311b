import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { symbols } from 'pino'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { log } from '../src/platform/log.ts'
import { openSite, type Site } from '../src/platform/testing/site.ts'
import { openWorld, type World } from '../src/platform/testing/world.ts'
import { type Cast, gather, relations } from './cast.ts'
import { formsIn } from './forms.ts'
import { canaryOf, type Planted, parts, plant } from './planted.ts'
import { plantLater } from './planted-later.ts'
import { addressOf } from './route-cells.ts'

// A word that stands in one part of the record, or that somebody types, is looked for wherever it has no business.

let world: World
let site: Site
let planted: Planted
let cast: Cast
const lines: string[] = []
beforeAll(async () => {
  world = await openWorld()
  planted = await plant(world, await world.aWorkerAt('Author', { kind: 'prison' }))
  site = await openSite(world)
  cast = await gather(world, planted)
  await plantLater(world, planted, cast)
  const stream = (log as unknown as Record<symbol, { write(line: string): boolean }>)[symbols.streamSym]!
  vi.spyOn(stream, 'write').mockImplementation((line) => lines.push(line) > 0)
  log.level = 'debug'
})
afterAll(async () => {
  log.level = 'silent'
  vi.restoreAllMocks()
  await site.close()
  await world.close()
})

const typed = 'CanaryTypedZz twenty characters'
const anyCanary = /Canary\w+Zz/
const leaves = /^\/(sign-out|session|account\/sessions)/

test('an error of the database or of a parser comes into the log without the values it names', async () => {
  lines.length = 0
  const broken = [
    () => world.inspect(`insert into note (id, body) values (gen_random_uuid(), '${canaryOf('notes')}')`),
    () => world.inspect(`select '${canaryOf('notes')}'::date`),
    async () => JSON.parse(canaryOf('notes')),
  ]

  for (const work of broken) await work().catch((error: unknown) => log.error({ error }, 'a job failed'))

  expect(lines.length).toBe(broken.length)
  expect(lines.filter((line) => anyCanary.test(line))).toEqual([])
  expect(lines[0]).toMatch(/"code":"23502".*"table":"note"/)
})

test('an open page hears that something changed, and not what', async () => {
  const address = await site.listen()
  const leave = new AbortController()
  const heard: string[] = []
  for (const relation of relations) {
    const headers = { cookie: await site.cookieFor(cast[relation]) }
    const answer = await fetch(`${address}/cases/${planted.caseId}/live`, { headers, signal: leave.signal })
    expect([relation, answer.status === 200]).toEqual([relation, mayListen.has(relation)])
    if (answer.status === 200) listen(answer, heard).catch(() => {})
    else heard.push(await answer.text())
  }

  const note = { formId: randomUUID(), kind: 'CONTACT', body: `${canaryOf('notes')} again` }
  expect((await site.post(cast['key worker'], `/cases/${planted.caseId}/notes`, note)).statusCode).toBe(303)
  for (let waited = 0; waited < 5_000 && !heard.join('').includes('data: changed'); waited += 20) await sleep(20)
  leave.abort()

  expect(heard.join('')).toContain('data: changed')
  expect(heard.filter((text) => anyCanary.test(text))).toEqual([])
})

test('no browser keeps a page that shows a part of the record', async () => {
  const pages = await pagesOf('key worker')

  const shown = pages.filter(({ html }) => parts.some((part) => html.includes(canaryOf(part))))
  expect(shown.length).toBeGreaterThan(20)
  expect(shown.filter(({ cache }) => cache !== 'no-store').map(({ address }) => address)).toEqual([])
})

test('what somebody types or reads is in no line of the log, no mail, no event, no job and no detail of the audit', async () => {
  const pages = await pagesOf('key worker')
  let sent = 0

  for (const relation of ['key worker', 'working service', 'prison manager', 'coordinator', 'administrator'] as const) {
    const seen = new Set<string>()
    for (const { html, address } of relation === 'key worker' ? pages : await pagesOf(relation)) {
      for (const { action, fields } of formsIn(html, address)) {
        const form: Record<string, string> = {}
        for (const { name, kind, values } of fields) form[name] = kind === 'text' ? typed : values.at(-1)!
        if (leaves.test(action) || seen.has(`${action} ${Object.keys(form)}`)) continue
        seen.add(`${action} ${Object.keys(form)}`)
        const { statusCode } = await site.post(cast[relation], action, { ...form, formId: randomUUID() })
        expect(`${action} ${statusCode}`).not.toMatch(/ 5\d\d$/)
        sent += 1
      }
    }
  }
  await site.get(cast['key worker'], `/people?q=${encodeURIComponent(typed)}`)
  await site.get(undefined, `/p/${encodeURIComponent(typed)}`)
  await site.get(cast.stranger, `/cases/${encodeURIComponent(typed)}`)

  const kept = await world.inspect<{ text: string }>(`
    select m::text as text from mail m union all select e::text from event e
    union all select (to_jsonb(a) - 'reason')::text from audit a union all select j::text from graphile_worker._private_jobs j`)
  expect([...lines, ...kept.map(({ text }) => text)].filter((text) => anyCanary.test(text))).toEqual([])
  expect(sent).toBeGreaterThan(60)
})

const mayListen = new Set(['key worker', 'prison colleague', 'outside manager', 'area colleague', 'team member', 'asked service', 'working service', 'prison manager']) // biome-ignore format: a list

async function listen(answer: Response, heard: string[]): Promise<void> {
  const decoder = new TextDecoder()
  for await (const bytes of answer.body!) heard.push(decoder.decode(bytes))
}

/** Every page that one of the cast opens about what was planted. */
async function pagesOf(relation: keyof Cast): Promise<{ address: string; html: string; cache: string }[]> {
  const pages: { address: string; html: string; cache: string }[] = []
  for (const { method, url } of site.routes) {
    if (method !== 'GET' || /\/live$|\/assets\/|\*/.test(url)) continue
    const address = addressOf(url, planted, 'real')
    const { statusCode, body, headers } = await site.get(cast[relation], address)
    if (statusCode === 200) pages.push({ address, html: body, cache: String(headers['cache-control'] ?? '') })
  }
  return pages
}
