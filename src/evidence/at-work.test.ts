import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { newId } from '../platform/ids.ts'
import { systemFor } from '../platform/jobs.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { askFile, bringFile } from './analyses/keep-analysis.ts'
import { runAnalysis } from './analyses/run-analysis.ts'
import { watchedPeople } from './builders.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
}, 60_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

const question = { time: 'days', event: 'event', group: 'programme' }

async function asked() {
  const analyst = await world.aWorkerAt('Council', { kind: 'council' })
  const brought = await world.database.change(analyst, (change) =>
    bringFile(change, 'survival', 'Days', { name: 'a.csv', bytes: Buffer.from(watchedPeople()) }),
  )
  if ('fault' in brought) throw new Error(brought.fault)
  await world.database.change(analyst, (change) => askFile(change, brought.id, question))
  const url = `/evidence/analyses/${brought.id}`
  return {
    analyst,
    id: brought.id,
    url,
    run: () => runAnalysis(world.database, systemFor(analyst.agencyId), brought.id),
  }
}

test('an analysis at work can be left and come back to: its page renews itself, and then shows the answer', async () => {
  const { analyst, url, run } = await asked()

  const waiting = await site.get(analyst, url)
  await run()
  const part = await site.get(analyst, `${url}/part`)

  expect(waiting.body).toContain(`data-live-url="${url}/live"`)
  expect(waiting.body).toContain('It is next.')
  expect(part.body).toContain('The answer is there.')
  expect(part.body).toContain('differ by more than chance explains')
})

test('one that was stopped is given up while it is reckoned, leaves nothing behind and can be asked again', async () => {
  const { analyst, id, url, run } = await asked()

  const running = run()
  await vi.waitFor(async () => expect(await stateOf(id)).toBe('RUNNING'), 10_000)
  const stopped = await site.post(analyst, `${url}/stop`, { formId: newId() })
  await running
  const page = await site.get(analyst, url)
  const again = await site.post(analyst, `${url}/question`, { formId: newId(), ...question })

  expect([stopped.statusCode, again.statusCode]).toEqual([303, 303])
  expect(page.body).toMatch(/<option value="days" selected/)
  expect(page.body).not.toContain('differ by more than chance explains')
  expect(await stateOf(id)).toBe('WAITING')
})

test('what is not at work cannot be stopped, and nobody of another agency hears of it', async () => {
  const { analyst, url, run } = await asked()
  await run()
  const stranger = await world.aWorkerAt('Charity', { kind: 'charity' })

  expect((await site.post(analyst, `${url}/stop`, { formId: newId() })).statusCode).toBe(409)
  for (const part of ['/live', '/part']) expect((await site.get(stranger, url + part)).statusCode).toBe(404)
})

const stateOf = async (id: string) =>
  (await world.inspect<{ state: string }>('select state from analysis where id = $1', [id]))[0]?.state
