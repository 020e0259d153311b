import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FileCommand } from '../platform/capability.ts'
import { binomialQuantiles } from './binomial.ts'
import { fairnessCommand } from './commands/fairness.ts'
import { funnelCommand } from './commands/funnel.ts'
import { drawFunnel } from './draw-funnel.ts'
import { judgeScore } from './judge-score.ts'
import { kappaOf } from './kappa.ts'

const path = '../shared/data/reference.json'
const isThere = existsSync(path)
if (!isThere) console.warn('The reference values are not beside the project: their tests are left out.')

const folder = mkdtempSync(join(tmpdir(), 'fairness-'))

async function run(command: FileCommand, text: string, flags: Record<string, string>) {
  const data = join(folder, 'data.csv')
  writeFileSync(data, text)
  const printed: string[] = []
  const print = (line: string) => void printed.push(line)
  const code = await command.run({ args: [], flags: { ...flags, data, json: true }, print, fileAt: (name) => name })
  return { code, ...JSON.parse(printed.join('')) }
}

describe.skipIf(!isThere)('the reference values', () => {
  test('agreement of two scorers is as published, with its standard error', () => {
    const { kappa } = JSON.parse(readFileSync(path, 'utf8')).reference
    const [plain, linear] = [kappaOf(kappa.table, 'unweighted'), kappaOf(kappa.table, 'linear')]

    expect(plain.kappa).toBeCloseTo(kappa.unweighted.kappa, 8)
    expect(plain.standardError).toBeCloseTo(kappa.unweighted.ase, 8)
    expect(linear.kappa).toBeCloseTo(kappa.linear.kappa, 8)
    expect(linear.standardError).toBeCloseTo(kappa.linear.ase, 8)
  })
})

describe('a score, checked by group', () => {
  const rows = ['a,8,1', 'a,8,0', 'a,3,0', 'a,2,1', 'b,9,1', 'b,5,0', 'b,5,0', 'b,1,0']
  const text = `group,score,happened\n${rows.join('\n')}\n`
  const flags = { score: 'score', threshold: '5', outcome: 'happened', group: 'group' }

  test('errors are told group by group, beside one figure that hides them', async () => {
    const { all, groups, note } = await run(fairnessCommand, text, flags)

    expect(all).toMatchObject({
      n: 8,
      tp: 2,
      fp: 3,
      tn: 2,
      fn: 1,
      fpr: 0.6,
      fnr: 1 / 3,
      ppv: 0.4,
      selectionRate: 5 / 8,
    })
    expect(groups[0]).toMatchObject({ group: 'a', n: 4, tp: 1, fp: 1, tn: 1, fn: 1, tpr: 0.5, npv: 0.5, auc: 0.375 })
    expect(groups[1]).toMatchObject({ group: 'b', n: 4, fpr: 2 / 3, fnr: 0, auc: 1 })
    expect(groups[0].calibration.map(({ n }: { n: number }) => n)).toEqual([0, 1, 1, 0, 2, 0])
    expect(note).toContain('only an indicator')
  })

  test('a rate of nobody is none, in words that every program reads', async () => {
    const { code, all } = await run(fairnessCommand, 'group,score,happened\na,1,0\na,2,0\n', flags)

    expect(code).toBe(0)
    expect(all).toMatchObject({ tpr: null, fnr: null, auc: null, ppv: null, fpr: 0 })
  })

  test('two scorers are compared', async () => {
    const pairs = 'one,two,happened\n1,1,0\n2,2,0\n3,3,1\n1,2,1\n'
    const { kappa } = await run(fairnessCommand, pairs, { score: 'one,two', threshold: '2', outcome: 'happened' })

    expect(kappa).toMatchObject({ n: 4, values: [1, 2, 3], unweighted: { kappa: expect.closeTo(0.6364, 4) } })
  })

  test('text in a score is named with its row and its column', async () => {
    expect(await run(fairnessCommand, 'group,score,happened\na,high,1\n', flags)).toMatchObject({
      code: 1,
      problem: { row: 2, column: 'score' },
    })
  })

  test('the AUC is the share of pairs in the right order, whatever the scale and the order of the rows', () => {
    const person = fc.record({ score: fc.integer({ min: 0, max: 9 }), happened: fc.boolean(), group: fc.constant('') })
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 40 }), (people) => {
        const [yes, no] = [people.filter((one) => one.happened), people.filter((one) => !one.happened)]
        const pairs = yes.flatMap((one) => no.map((two) => (Math.sign(one.score - two.score) + 1) / 2))
        const expected = pairs.length > 0 ? pairs.reduce((sum, pair) => sum + pair, 0) / pairs.length : null
        const scaled = people.map((one) => ({ ...one, score: one.score * 7 - 3 })).toReversed()

        const { auc } = judgeScore(scaled, 0).all
        if (expected === null) expect(auc).toBeNull()
        else expect(auc).toBeCloseTo(expected, 10)
      }),
      { numRuns: 100 },
    )
  })
})

describe('areas in a funnel', () => {
  test('the limits are those of exact binomial chances', () => {
    // R: qbinom(c(.001, .025, .975, .999), 50, .3) and qbinom(.975, 20000, .5)
    expect(binomialQuantiles([0.001, 0.025, 0.975, 0.999], 50, 0.3)).toEqual([6, 9, 22, 25])
    expect(binomialQuantiles([0.975], 20_000, 0.5)).toEqual([10_139])
    expect(binomialQuantiles([0.001, 0.999], 33, 1 - 1e-12)).toEqual([33, 33]) // the first chances are too small to be written
    expect(binomialQuantiles([0.025, 0.975], 40, 0)).toEqual([0, 0])
    expect(binomialQuantiles([0.025, 0.975], 40, 1)).toEqual([40, 40])
  })

  test('the limits of many people are those of all chances summed from the first, and come at once', () => {
    const summed = (chance: number, n: number, p: number) => {
      let [sum, at] = [0, (1 - p) ** n]
      for (let events = 0; events < n; events += 1) {
        sum += at
        if (sum >= chance) return events
        at *= ((n - events) / (events + 1)) * (p / (1 - p))
      }
      return n
    }
    const chances = fc.constantFrom(0.001, 0.025, 0.975, 0.999)
    fc.assert(
      fc.property(
        chances,
        fc.integer({ min: 1, max: 900 }),
        fc.double({ min: 0.01, max: 0.5, noNaN: true }),
        (chance, n, p) => {
          const [below, own, above] = binomialQuantiles([chance - 1e-9, chance, chance + 1e-9], n, p)
          expect(Math.abs(own! - summed(chance, n, p))).toBeLessThanOrEqual(above! - below!)
        },
      ),
    )

    const begun = performance.now()
    const funnel = drawFunnel([1, 2].map((at) => ({ area: `${at}`, n: 1_000_000, events: 300_000 })))
    expect(performance.now() - begun).toBeLessThan(500)
    expect(funnel.areas[0]!.lower95).toBeCloseTo(0.3 - 1.96 * Math.sqrt(0.21 / 1_000_000), 5)
  })

  test('rows of an area are added up, and an area is said to differ only where chance does not explain it', async () => {
    const text = 'area,yes,of\nNorth,30,100\nSouth,30,100\nEast,15,50\nEast,15,50\nWest,62,100\n'
    const funnel = await run(funnelCommand, text, { area: 'area', events: 'yes', n: 'of' })

    expect(funnel).toMatchObject({ code: 0, overall: 0.38, overdispersion: expect.closeTo(8.15, 2) })
    expect(funnel.areas).toHaveLength(4)
    const west = funnel.areas.find(({ area }: { area: string }) => area === 'West')
    expect(west).toMatchObject({ rate: 0.62, lower998: 0.23, upper998: 0.53, stands: 'inside' })
  })

  test('areas that differ by chance alone, but for one, leave that one outside', () => {
    const alike = Array.from({ length: 30 }, (_, nth) => ({ area: String(nth), n: 100, events: 30 }))
    const { areas } = drawFunnel([...alike, { area: 'other', n: 100, events: 60 }])

    expect(areas.filter(({ stands }) => stands !== 'inside').map(({ area }) => area)).toEqual(['other'])
  })

  test('more events than people are named with their row and column', async () => {
    expect(
      await run(funnelCommand, 'area,yes,of\nNorth,5,4\n', { area: 'area', events: 'yes', n: 'of' }),
    ).toMatchObject({ code: 1, problem: { row: 2, column: 'yes' } })
  })
})
