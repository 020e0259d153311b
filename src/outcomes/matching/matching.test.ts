import { beforeAll, describe, expect, test, vi } from 'vitest'
import { aFile, ask, hasReference, referenceFile, referenceOf, refusalOf, whereReferenceIs } from '../builders.ts'
import { radiusWeights } from './weights.ts'

beforeAll(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

interface Named {
  name: string
  covariate: string
  estimate: number
  before: number
  after: number
}

test.skipIf(!hasReference)(
  `earnings after a training programme, matched, are those that R finds${whereReferenceIs}`,
  async () => {
    const reference = referenceOf('lalonde')
    const covariates = 'age,educ,race,married,nodegree,re74,re75'

    const { json, text } = await ask('match', {
      data: referenceFile('matching/lalonde.csv'),
      treatment: 'treat',
      outcome: 're78',
      covariates,
      caliper: '0.05',
    })
    for (const { name, estimate } of json.propensity as Named[]) {
      const expected = reference.ps_logit_coef[name]
      expect(Math.abs(estimate - expected)).toBeLessThan(1e-6 * Math.max(1, Math.abs(expected)))
    }
    expect(json).toMatchObject({ treated: 185, matched: reference.radius_0_05.n_treated_matched, submitted: 614 })
    expect(json.estimate).toBeCloseTo(reference.radius_0_05.att, 5)
    expect(json.unadjusted.estimate).toBeCloseTo(reference.raw_diff, 5)
    expect(json.weighted.estimate).toBeCloseTo(reference.att_ipw_odds_weights, 3)
    expect(json.weighted.effectiveSampleSize).toBeCloseTo(reference.ess_control_ipw, 5)
    for (const { covariate, before } of json.balance as Named[])
      expect(before).toBeCloseTo(reference.smd_unadjusted[covariate], 8)
    for (const { covariate, after } of json.weighted.balance as Named[])
      expect(after).toBeCloseTo(reference.smd_ipw[covariate], 7)
    expect(text).toMatch(/that no difference was shown\ndoes not mean that the programme makes none\./)
  },
)

/** Eight treated and ten others; the propensity depends on prior alone, so that all can be reckoned by hand. */
const prior = (count: number, treated: number, value: number, back: number) =>
  Array.from({ length: count }, (_, index) => ({ treated, prior: value, back: Number(index < back) }))
const byHand = [...prior(2, 1, 0, 1), ...prior(6, 1, 1, 3), ...prior(6, 0, 0, 2), ...prior(4, 0, 1, 3)]
const study = { treatment: 'treated', outcome: 'back', covariates: 'prior' }

test('each treated person stands against the mean of those as likely to be treated', async () => {
  const { json, text } = await ask('match', { data: aFile(byHand), ...study })

  // 2 treated against a rate of 2/6, 6 against 3/4: (2 * 1/3 + 6 * 3/4) / 8; weights 1/3 six times and 3/2 four times
  expect(json).toMatchObject({ treated: 8, matched: 8, comparison: 10, treatedRate: 0.5 })
  expect(json.comparisonRate).toBeCloseTo((2 / 3 + 4.5) / 8, 12)
  expect(json.effectiveSampleSize).toBeCloseTo(64 / (6 / 9 + 4 * 2.25), 10)
  expect(json.balance).toEqual([
    {
      covariate: 'prior',
      before: expect.closeTo(0.35 / Math.sqrt(1.5 / 7), 10),
      after: expect.closeTo(0, 10),
      flag: 'green',
    },
  ])
  expect(text).toContain('Of any 100 typical treated people 50 had the outcome, of 100 in the comparison group 65.')
  expect(text).toContain('Fewer than 30 treated people: too few to publish.')
})

test('the two pointers find what comparing each with each finds', () => {
  const scores = Float64Array.from({ length: 400 }, (_, index) => ((index * 7919) % 1000) / 1000)
  const treated = Float64Array.from(scores, (_, index) => Number(index % 5 === 0))

  const { values } = radiusWeights(scores, treated, 0.0105)
  const slow = new Float64Array(scores.length)
  treated.forEach((isTreated, one) => {
    if (!isTreated) return
    const near = [...scores.keys()].filter((two) => !treated[two] && Math.abs(scores[one]! - scores[two]!) <= 0.0105)
    if (near.length > 0) slow[one] = 1
    for (const two of near) slow[two]! += 1 / near.length
  })
  expect(
    values.every((value, row) => Math.abs(value - slow[row]!) < 1e-12 && (value === 0) === (slow[row] === 0)),
  ).toBe(true)
})

describe('what the file cannot answer is said', () => {
  const refused = (rows: Record<string, string | number>[], options = {}) =>
    refusalOf('match', { data: aFile(rows), ...study, ...options })

  test.each([
    [
      'nobody treated',
      byHand.map((row) => ({ ...row, treated: 0 })),
      {},
      'Column treated: Nobody was treated in the rows that have every value: one group is empty. Write 1 for treated and 0 for the comparison group; there must be both.',
    ],
    [
      'perfect separation',
      byHand.map((row) => ({ ...row, prior: row.treated })),
      {},
      'Column prior: It parts treated from untreated perfectly. Nobody is comparable there: leave the column out, or join groups until each has both.',
    ],
    [
      'a level that only treated have',
      byHand.map((row, index) => ({ ...row, wing: index === 0 ? 'c' : 'ab'[index % 2]! })),
      { covariates: 'wing' },
      'Column wing: wingc parts treated from untreated perfectly. Nobody is comparable there: leave the column out, or join groups until each has both.',
    ],
    [
      'covariates that say the same',
      byHand.map((row) => ({ ...row, none: 1 - row.prior })),
      { covariates: 'prior,none' },
      'Column none: The columns before it already say all that it says. Leave it out, or one of those it follows from.',
    ],
    [
      'an outcome in words',
      byHand.map((row, index) => ({ ...row, back: index === 3 ? 'unknown' : row.back })),
      {},
      'Row 5, column back: "unknown" is not a number. Write a number there, or leave the cell empty.',
    ],
  ] as const)('%s', async (_, rows, options, sentence) => {
    expect(await refused([...rows], options)).toBe(sentence)
  })

  test('nobody near enough', async () => {
    const apart = byHand.map((row, index) => ({ ...row, prior: row.treated * 10 + (index % 7) * 1.9 }))

    expect(await refused(apart, { caliper: '0.000001' })).toMatch(
      /^Nobody in the comparison group is within 0.000001 of any treated/,
    )
  })
})
