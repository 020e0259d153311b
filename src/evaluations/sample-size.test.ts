import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { alternativesTo, needed } from './alternatives.ts'

let world: World
let site: Site
let worker: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  worker = await world.aWorkerAt('HMP Fernhall', { roles: ['WORKER'] })
}, 60_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

const ask = (query: string) => site.get(worker, `/evaluations/sample-size${query}`)

test('the page answers in words, with what it would be otherwise', async () => {
  const blank = await ask('')
  const { statusCode, body } = await ask('?shareWithout=56&shareWith=46&power=80&ratio=1')

  expect([blank.statusCode, statusCode]).toEqual([200, 200])
  expect(blank.body).not.toContain('The answer')
  expect(body).toContain(
    'To tell 56% from 46% you need 392 people who take part and 392 to compare them with, 784 in all.',
  )
  expect(body).toMatch(/56% against 51%[\s\S]*3,122/) // half the difference needs four times as many
  expect(body).toMatch(/value="56"/)
  expect(body).not.toMatch(/NaN|Infinity|undefined/)
})

test.each([
  ['?shareWithout=56&shareWith=56', 'there is no difference to find'],
  ['?shareWithout=0&shareWith=46', 'Type a number above 0 and below 100'],
  ['?shareWithout=100&shareWith=46', 'Type a number above 0 and below 100'],
  ['?shareWithout=many&shareWith=46', 'Type a number above 0 and below 100'],
  ['?shareWithout=<b>56&shareWith=', 'Type a number above 0 and below 100'],
])('%s is refused beside its field, and kept', async (query, said) => {
  const { statusCode, body } = await ask(query)

  expect(statusCode).toBe(422)
  expect(body).toContain(said)
  expect(body).not.toContain('The answer')
})

test('a comma and a per cent sign are understood, and a strange power is the usual one', async () => {
  const { body } = await ask('?shareWithout=56,0%25&shareWith=46.0&power=12&ratio=nine')

  expect(body).toContain('you need 392 people')
})

// 292.95 by hand: ((1.959964 √(3·0.52667·0.47333) + 0.841621 √(2·0.46·0.54 + 0.56·0.44)) / 0.1)² / 2
test('with two compared for each one, fewer must take part and more people are needed in all', () => {
  const size = { shareWithout: 0.56, shareWith: 0.46, power: 0.8, ratio: 2 }

  expect(needed(size)).toEqual({ inProgramme: 293, compared: 586 })
})

test('more power, a smaller difference or fewer compared never needs fewer people, and the chance falls with the people', () => {
  const share = fc.integer({ min: 1, max: 99 }).map((whole) => whole / 100)
  const plan = fc.record({ shareWithout: share, shareWith: share, ratio: fc.integer({ min: 1, max: 4 }) })
  fc.assert(
    fc.property(plan, (asked) => {
      fc.pre(Math.abs(asked.shareWithout - asked.shareWith) >= 0.02)
      const { differences, ratios, fewer } = alternativesTo({ ...asked, power: 0.8 })

      for (const { people } of differences) expect([...people].sort((a, b) => a - b)).toEqual(people)
      expect(ratios.every(({ inProgramme }, nth) => nth === 0 || inProgramme <= ratios[nth - 1]!.inProgramme)).toBe(
        true,
      )
      expect(fewer.every(({ chance }) => chance >= 0 && chance <= 0.8001)).toBe(true)
    }),
  )
})
