import { afterAll, beforeAll, expect, test } from 'vitest'
import { addContextEvent } from '../context-events/index.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { anAnalysis } from './builders.ts'

let world: World
let site: Site
let manager: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  manager = await world.aWorkerAt('Council', { kind: 'council', roles: ['WORKER', 'MANAGER'] })
  const coordinator = await world.aColleagueOf(manager, { roles: ['COORDINATOR'] })
  const tell = (title: string, happenedOn: string) =>
    world.database.change(coordinator, (change) =>
      addContextEvent(change, {
        ...{ kind: 'POLICY', title, words: '', organisation: 'Ministry', happenedOn, untilOn: null },
        ...{ amountInPence: null, currency: 'GBP', isLost: false, funder: '', conditions: '' },
        ...{ rating: '', actions: '', source: 'Gazette' },
      }),
    )
  await tell('Early release', '2024-07-16')
  await tell('Before all of it', '2021-02-01')
}, 60_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

const months = ['count', ...Array.from({ length: 36 }, (_, n) => `${40 + (n % 5) - (n >= 18 ? 12 : 0)}`)].join('\n')

test('where the rows are months, what was going on stands numbered on the axis and listed beside it, on the page and in the file', async () => {
  const question = { value: 'count', break: '19', from: '2023-01' }
  const id = await anAnalysis(world, manager, { method: 'its', title: 'Months', csv: months, question })

  const { body } = await site.get(manager, `/evidence/analyses/${id}`)
  const csv = await site.get(manager, `/evidence/analyses/${id}.csv`)

  expect(body).toMatch(/What was going on; no proof of why[\s\S]*1\. Early release[\s\S]*16 July 2024/)
  expect(body).toMatch(/<svg[\s\S]*2024-0\d[\s\S]*<\/svg>/)
  expect(body).not.toContain('Before all of it')
  expect(csv.body).toContain('Early release')
})

test('who reads no context sees the series without it, and a month that is none is refused beside its field', async () => {
  const worker = await world.aColleagueOf(manager, { roles: ['WORKER'] })
  const question = { value: 'count', break: '19', from: '2023-01' }
  const id = await anAnalysis(world, worker, { method: 'its', title: 'Months', csv: months, question })

  const { body } = await site.get(worker, `/evidence/analyses/${id}`)
  const wrong = await site.post(worker, `/evidence/analyses/${id}/question`, {
    ...question,
    from: 'July',
    formId: newId(),
  })

  expect(body).not.toContain('Early release')
  expect([wrong.statusCode, wrong.body.includes('Type a year and a month')]).toEqual([422, true])
})
