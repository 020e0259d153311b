import { beforeAll, describe, expect, test, vi } from 'vitest'
import { aFile, ask, hasReference, referenceFile, referenceOf, refusalOf, whereReferenceIs } from '../builders.ts'

beforeAll(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

interface Named {
  name: string
  estimate: number
  standardError: number
  ordinaryError: number
}

test.skipIf(!hasReference)(
  `drivers killed or hurt before and after seat belts became law, as R finds${whereReferenceIs}`,
  async () => {
    const reference = referenceOf('its_seatbelts')

    const { json } = await ask('its', {
      data: referenceFile('its/uk_seatbelts.csv'),
      value: 'drivers',
      break: String(reference.break_index),
      season: '12',
      lag: '12',
      log: true,
    })
    const found = ['t', 'post', 'tpost'].map(
      (name) => json.coefficients.find((one: Named) => one.name === name) as Named,
    )
    found.forEach(({ name, estimate, standardError, ordinaryError }, place) => {
      expect(estimate).toBeCloseTo(reference.coef[name], 9)
      expect(standardError).toBeCloseTo(reference.se_newey_west_lag12_no_prewhite_no_adjust[place], 9)
      expect(ordinaryError).toBeCloseTo(reference.se_ols[place], 9)
    })
    expect(json.durbinWatson).toBeCloseTo(reference.durbin_watson, 8)
    expect(json.step.estimate * 100).toBeCloseTo(reference.pct_change_level, 6)
    expect(json.levelOnly.estimate).toBeCloseTo(reference.level_only_model_post, 8)
  },
)

const series = (value: (t: number) => number | string) =>
  aFile(Array.from({ length: 24 }, (_, index) => ({ month: index + 1, recalls: value(index + 1) })))

test('a trend of 2, a step of 5 and one less each month from row 13 are found as such', async () => {
  const data = series((t) => 10 + 2 * t + (t >= 13 ? 5 - (t - 13) : 0))

  const { json, text } = await ask('its', { data, value: 'recalls', break: '13' })
  expect(json.coefficients.map(({ name, estimate }: Named) => [name, +estimate.toFixed(9)])).toEqual([
    ['(Intercept)', 10],
    ['t', 2],
    ['post', 5],
    ['tpost', -1],
  ])
  expect(text).not.toMatch(/NaN|Infinity/)
})

describe('what the series cannot answer is said', () => {
  test.each([
    [
      'a month without a value',
      { break: '13' },
      (t: number) => (t === 7 ? '' : t),
      'Row 8, column recalls: There is no value. A series needs one for every row: fill it in, or begin after it.',
    ],
    [
      'nothing that has a logarithm',
      { break: '13', log: true as const },
      (t: number) => t - 3,
      'Row 2, column recalls: -2 has no logarithm. Leave out --log, or mend the value.',
    ],
    [
      'a change at the end',
      { break: '24' },
      (t: number) => t,
      'Column recalls: With --break 24, 23 rows lie before the change and 1 after it. There must be two on each side: give a number from 3 to 23.',
    ],
    [
      'too few rows for the season',
      { break: '13', season: '22' },
      (t: number) => t,
      'Column recalls: 24 rows are too few. This model needs at least 26.',
    ],
    [
      'a break that is none',
      { break: 'March' },
      (t: number) => t,
      '--break is a whole number of at least 1, not "March".',
    ],
  ] as const)('%s', async (_, options, value, sentence) => {
    expect(await refusalOf('its', { data: series(value), value: 'recalls', ...options })).toBe(sentence)
  })
})

test('how many people a study needs is what power.prop.test says, rounded up', async () => {
  const { json } = await ask('power', { p1: '0.56', p2: '0.46' })

  expect(json).toMatchObject({ perArm: 392, exact: expect.closeTo(391.1059992, 5) })
  expect(await refusalOf('power', { p1: '0.5', p2: '0.5' })).toBe(
    '--p1 and --p2 are the same: there is no difference to see.',
  )
  expect(await refusalOf('power', { p1: '56', p2: '0.5' })).toBe('--p1 is a number above 0 and below 1, not "56".')
})
