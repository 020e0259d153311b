import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import { log } from '../platform/log.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { anAnalysis, watchedPeople } from './builders.ts'
import { evidenceJobs } from './jobs.ts'

let world: World
let site: Site
let analyst: Actor
let stranger: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  analyst = await world.aWorkerAt('Council', { kind: 'council' })
  stranger = await world.aWorkerAt('Charity', { kind: 'charity' })
}, 120_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

const byProgramme = { time: 'days', event: 'event', group: 'programme', covariates: 'age' }

test('an analyst’s file is answered with curves, a table and careful words, and only for their agency', async () => {
  const csv = watchedPeople()

  const id = await anAnalysis(world, analyst, { method: 'survival', title: 'New offences', csv, question: byProgramme })

  const page = await site.get(analyst, `/evidence/analyses/${id}`)
  expect(page.body).toContain('differ by more than chance explains')
  expect(page.body).toContain('does not show a cause')
  expect(page.body).toMatch(/<svg[^>]*class="tl-picture"[^>]*role="img"/)
  expect(page.body).toContain('Kaplan and Meier 1958')
  expect(page.body).not.toMatch(/NaN|Infinity|undefined/)
  for (const url of ['', '.json', '.csv']) {
    expect((await site.get(stranger, `/evidence/analyses/${id}${url}`)).statusCode).toBe(404)
  }
})

test('a group too small to show is on no page and in no file, nor is what would give it away', async () => {
  const csv = watchedPeople({ small: 4 })
    .split('\n')
    .map((row) => `${row},${row.includes('Small') ? 'few' : row.startsWith('days') ? 'place' : 'many'}`)
    .join('\n')
  const question = { ...byProgramme, covariates: 'age,place' }

  const id = await anAnalysis(world, analyst, { method: 'survival', title: 'Three groups', csv, question })

  const [page, json, sheet] = await Promise.all(
    ['', '.json', '.csv'].map((kind) => site.get(analyst, `/evidence/analyses/${id}${kind}`)),
  )
  for (const { body } of [page!, json!, sheet!]) expect(body.includes('Small')).toBe(false)
  expect(page!.body).toContain('2 groups are too small to be shown, or would give a smaller one away')
  expect(page!.body).not.toContain('log-rank p')
  expect(page!.body).toContain('a level with fewer than five people')
})

test('what is wrong with a file is said by row, column and cure, and the question can be asked again', async () => {
  const csv = watchedPeople().replace('365,0,A', 'a year,0,A')

  const id = await anAnalysis(world, analyst, { method: 'survival', title: 'Broken', csv, question: byProgramme })

  const page = await site.get(analyst, `/evidence/analyses/${id}`)
  expect(page.body).toMatch(/Row \d+, column days: /)
  expect(page.body).toContain('The file has to be mended')
  expect(page.body).toMatch(/<option value="days" selected/)
})

test.each([
  ['two columns of one name', 'a,b,a\n1,2,3', 'two columns have the same name'],
  ['nothing', ' ', 'The file is empty'],
  ['a nameless column', 'a,,b\n1,2,3', 'have no readable names'],
])('a file with %s is refused beside its field, and what was typed is kept', async (_, csv, said) => {
  const answer = await upload(analyst, { method: 'match', title: 'Mentoring', csv })

  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain(said)
  expect(answer.body).toContain('value="Mentoring"')
})

test('a comparison, a series and a score are answered in the same careful way', async () => {
  const people = ['in,again,age']
  for (let n = 0; n < 400; n += 1)
    people.push(`${n % 4 === 0 ? 1 : 0},${(n * 7) % 10 < 4 ? 1 : 0},${20 + ((n * 11) % 30)}`)
  const months = ['count', ...Array.from({ length: 36 }, (_, n) => `${40 + (n % 5) - (n >= 18 ? 12 : 0)}`)]
  const scored = ['score,again,group']
  for (let n = 0; n < 400; n += 1) scored.push(`${(n * 3) % 10},${(n * 7) % 10 < 4 ? 1 : 0},${n % 2 ? 'X' : 'Y'}`)

  const asked = [
    { method: 'match', title: 'M', csv: people.join('\n'), question: { treatment: 'in', outcome: 'again', covariates: 'age', caliper: '0.05' } }, // biome-ignore format: one line
    { method: 'its', title: 'I', csv: months.join('\n'), question: { value: 'count', break: '19' } },
    { method: 'fairness', title: 'F', csv: scored.join('\n'), question: { score: 'score', threshold: '5', outcome: 'again', group: 'group' } }, // biome-ignore format: one line
  ] as const
  const ids = await Promise.all(asked.map((one) => anAnalysis(world, analyst, one)))
  const pages = await Promise.all(ids.map((id) => site.get(analyst, `/evidence/analyses/${id}`)))

  const [match, series, fairness] = pages.map(({ body }) => body) as [string, string, string]
  expect(match).toMatch(/Of any 100 typical treated people \d+ had the outcome/)
  expect(match).toContain('How alike the two groups are')
  expect(series).toMatch(/the level moved by -1[12]/)
  expect(fairness).toContain('A score is only an indicator')
  for (const body of [match, series, fairness]) expect(body).not.toMatch(/NaN|Infinity|undefined/)
}, 60_000)

test('a file and what was found in it are gone after thirty days', async () => {
  const id = await anAnalysis(world, analyst, {
    method: 'survival',
    title: 'Old',
    csv: watchedPeople(),
    question: byProgramme,
  })
  const now = world.time.now

  world.time.now = new Date(now.getTime() + 31 * 86_400_000)
  const actor = systemFor('00000000-0000-0000-0000-000000000000')
  await evidenceJobs['forget-analyses']!({ database: world.database, actor, actingFor: systemFor, log }, {})
  world.time.now = now

  expect(await world.inspect('select 1 from analysis where id = $1', [id])).toEqual([])
})

function upload(actor: Actor, { method, title, csv }: { method: string; title: string; csv: string }) {
  const boundary = 'boundary'
  const field = (name: string, value: string, more = '') =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`
  const payload = `${field('method', method)}${field('title', title)}${field('file', csv, '; filename="a.csv"')}--${boundary}--\r\n`
  const url = '/evidence/analyses'
  const type = `multipart/form-data; boundary=${boundary}`
  return site
    .cookieFor(actor)
    .then((cookie) => site.app.inject({ method: 'POST', url, payload, headers: { cookie, 'content-type': type } }))
}
