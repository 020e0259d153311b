import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { anAnalysis } from './builders.ts'

let world: World
let site: Site
let analyst: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  analyst = await world.aWorkerAt('Council', { kind: 'council', roles: ['WORKER', 'MANAGER'] })
}, 60_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

/** So many people whom both called high, the first alone, the second alone, neither; what happened does not hang on it. */
function scoredTwice(both: number, first: number, second: number, neither: number): string {
  const pairs = [
    ...Array(both).fill('8,8'),
    ...Array(first).fill('8,2'),
    ...Array(second).fill('2,8'),
    ...Array(neither).fill('2,2'),
  ]
  return ['one,two,again', ...pairs.map((pair, n) => `${pair},${n % 2}`)].join('\n')
}
const question = { score: 'one', second: 'two', threshold: '5', outcome: 'again' }
const page = async (csv: string) => {
  const id = await anAnalysis(world, analyst, { method: 'fairness', title: 'Twice', csv, question })
  return (await site.get(analyst, `/evidence/analyses/${id}`)).body
}
const agreementIn = (body: string) => {
  const at = body.indexOf('How far the two scorers agree, beyond chance')
  return at < 0
    ? ''
    : body
        .slice(at, body.indexOf('</table>', at))
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ')
}

test('how far two scorers of the same people agree stands beside how the score did, with its interval and what a score is', async () => {
  const body = await page(scoredTwice(40, 10, 20, 30))

  // By hand: 70 of 100 alike; by chance 0.5 × 0.6 + 0.5 × 0.4 = 0.5; kappa 0.4, its error 0.0909.
  expect(body).toContain('The two scorers gave 70 in 100 of them the same score')
  expect(agreementIn(body)).toMatch(/On the same score 0\.4 0\.22 0\.58/)
  expect(agreementIn(body)).toMatch(/On high or not 0\.4 0\.22 0\.58/)
  expect(body).toContain('A score is only an indicator')
  expect(body).toContain('Score of a second scorer: two')
})

test('where few got two different scores, how far the scorers agree is held back', async () => {
  const body = await page(scoredTwice(60, 2, 2, 60))

  expect(body).toContain('How far the two scorers agree is not shown')
  expect(agreementIn(body)).toBe('')
  expect(body).toContain('How the score did')
})

test('where one of the four ways to call people has few, agreement on high or not is held back, and the rest is told', async () => {
  const body = await page(scoredTwice(40, 3, 20, 40))

  expect(agreementIn(body)).toContain('On the same score')
  expect(agreementIn(body)).not.toContain('On high or not')
  expect(body).toContain('On high or not it is not shown')
})
