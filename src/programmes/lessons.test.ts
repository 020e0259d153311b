import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCourse, aRunningCourse, marked } from '../courses/builders.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { lifeChange } from './builders.ts'
import { forkProgramme, importProgramme } from './keep-programme.ts'
import { readPackage } from './package/read-package.ts'
import { getProgramme } from './queries.ts'

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

const manager = (name: string) => world.aWorkerAt(name, { kind: 'charity', roles: ['WORKER', 'MANAGER'] })
const said = {
  ...{ place: 'A prison for women, 300 places', country: 'nl', conditions: 'Two hours a week, the same room.' },
  ...{ adapted: 'Half as long, twice as often.', transferred: '', didNotTransfer: 'Working in pairs: nobody knew each other.' },
} // biome-ignore format: rows
async function aForkOf(actor: Actor): Promise<string> {
  const { id } = await lifeChange(world, actor)
  return world.database.change(actor, (change) => forkProgramme(change, id))
}
const post = (actor: Actor, url: string, form: Record<string, string> = {}) =>
  site.post(actor, url, { formId: newId(), ...form })
const exported = async (actor: Actor, id: string) => (await site.get(actor, `/programmes/${id}/package.json`)).body

test('what a place learned travels with the programme, and is read where it is taken in, in its own language', async () => {
  const [here, there] = [await manager('Walk On'), await manager('Elsewhere')]
  const id = await aForkOf(here)
  const wrong = await post(here, `/programmes/${id}/lessons`, { ...said, country: 'Nederland' })
  expect([wrong.statusCode, wrong.body.includes('Working in pairs')]).toEqual([422, true])
  expect((await post(here, `/programmes/${id}/lessons`, said)).statusCode).toBe(303)

  const file = readPackage(Buffer.from(await exported(here, id)))
  if (!('read' in file)) throw new Error('the export cannot be taken in')
  const taken = await world.database.change(there, (change) => importProgramme(change, file.read))
  const page = (await site.get(there, `/programmes/${taken}/lessons`)).body

  for (const words of ['A prison for women, 300 places, Netherlands', 'Walk On', 'What did not transfer', 'Working in pairs', 'Half as long']) expect(page).toContain(words) // biome-ignore format: one line
  expect(page).not.toContain('What worked here too</h3>') // was left empty
  expect((await world.database.read(here, (reading) => getProgramme(reading, id))).version).toBe(2)
})

test('nobody writes into another agency’s programme, nor a worker into their own agency’s', async () => {
  const here = await manager('Second Step')
  const id = await aForkOf(here)
  const worker = await world.aColleagueOf(here, { roles: ['WORKER'] })
  const stranger = await manager('Open Gate')

  const answers = await Promise.all([worker, stranger].map((actor) => post(actor, `/programmes/${id}/lessons`, said)))

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403])
  expect((await post(stranger, `/programmes/${id}/figures/sending`)).statusCode).toBe(403)
  expect((await site.get(stranger, `/programmes/${id}/lessons`)).body).toContain('Nothing is written yet')
  expect(await exported(here, id)).not.toContain('lesson-1')
})

test('how it went goes along as sums of many: of a few there is no share, and no name', async () => {
  const here = await manager('Turning Points')
  const id = await aForkOf(here)
  const few = await aRunningCourse(world, here, ['Danny', 'Kim', 'Robin', 'Sam'], { programmeId: id })
  await marked(world, here, few.sessions[0]!.id, { Danny: 'ATTENDED', Kim: 'ATTENDED', Robin: 'LATE', Sam: 'ATTENDED' })
  await post(here, `/programmes/${id}/figures/sending`)
  const first = JSON.parse(await exported(here, id)).results
  expect(first).toEqual([{ madeBy: 'Turning Points', untilOn: '2026-03-02', groups: 1, began: null, shares: [] }])

  const names = Array.from({ length: 40 }, (_, nth) => `P${nth}`)
  const many = await aRunningCourse(world, here, names, { programmeId: id, largest: 60 })
  const marks = Object.fromEntries(names.map((name, nth) => [name, nth < 30 ? 'ATTENDED' : 'ABSENT_ACCEPTABLE'] as const)) // biome-ignore format: one line
  await marked(world, here, many.sessions[0]!.id, marks)
  await post(here, `/programmes/${id}/figures/sending`)

  const [sums, ...others] = JSON.parse(await exported(here, id)).results
  expect([others, sums.groups, sums.began]).toEqual([[], 2, 44]) // in place of what was sent before
  expect(sums.shares[0]).toEqual({ figure: 'attendance', part: 34, of: 44, from: 0.6301, to: 0.8716 })
  expect(await exported(here, id)).not.toMatch(/Danny|Kim|Rivers/)
  expect((await site.get(here, `/programmes/${id}/lessons`)).body).toContain(
    '34 of 44, 77%. By chance alone 63% to 87%.',
  )
})

test('a package that claims more than it may of how it went is refused', async () => {
  const here = await manager('Careful')
  await aCourse(world, here)
  const { package: good } = await lifeChange(world, here)
  const bad = { ...good, results: [{ madeBy: 'X', untilOn: '2026-01-01', groups: 1, began: 3, shares: [], names: ['Danny'] }] } // biome-ignore format: one line

  expect(readPackage(Buffer.from(JSON.stringify(bad)))).toMatchObject({
    problems: [{ message: 'package.unknown-field', found: 'names' }],
  })
})
