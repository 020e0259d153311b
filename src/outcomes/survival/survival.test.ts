import { describe, expect, test } from 'vitest'
import { aFile, ask, hasReference, referenceFile, referenceOf, whereReferenceIs } from '../builders.ts'

const named = <T extends { name: string }>(list: T[], name: string): T => list.find((one) => one.name === name)!

describe.skipIf(!hasReference)(
  `people released from prison in Maryland are followed for a year${whereReferenceIs}`,
  () => {
    const rossi = { data: referenceFile('survival/rossi.csv'), time: 'week', event: 'arrest' }
    const covariates = 'fin,age,race,wexp,mar,paro,prio'

    test('curves and both kinds of interval are R’s', async () => {
      const reference = referenceOf('rossi')

      for (const [options, points] of [
        [{}, [...reference.km_full_overall, ...reference.km_overall_log_ci]],
        [{ interval: 'log-log' }, reference.km_overall_loglog_ci],
        [{ interval: 'log-log', group: 'fin' }, reference.km_by_fin_loglog],
      ] as const) {
        const { json } = await ask('survival', { ...rossi, ...options })
        for (const { time, surv, se, lower, upper, n_risk, strata } of points) {
          const group = strata?.replace('fin=', '') ?? 'all'
          const found = json.kaplanMeier.find((one: never) => one['group'] === group && one['time'] === time)
          expect(found.atRisk).toBe(n_risk)
          for (const [value, expected] of [
            [found.survival, surv],
            [found.standardError, se],
            [found.lower, lower],
            [found.upper, upper],
          ])
            expect(value).toBeCloseTo(expected, 8)
        }
      }
    })

    test('the log-rank test, the Cox model and the test of its hazards are R’s', async () => {
      const { logrank_fin, cox_efron, n, events } = referenceOf('rossi')

      const { json, text } = await ask('survival', { ...rossi, group: 'fin', covariates })
      expect([json.n, json.events]).toEqual([n, events])
      expect(json.logRank).toMatchObject({ degreesOfFreedom: 1, observed: logrank_fin.observed })
      expect(json.logRank.expected).toEqual(logrank_fin.expected.map((one: number) => expect.closeTo(one, 7)))
      expect(json.logRank.chiSquared).toBeCloseTo(logrank_fin.chisq, 7)
      expect(json.logRank.p).toBeCloseTo(logrank_fin.p, 8)
      for (const { name, estimate, standardError, z, p, hazardRatio, lower, upper } of json.cox.coefficients) {
        expect(estimate).toBeCloseTo(cox_efron.coef[name], 7)
        expect(standardError).toBeCloseTo(cox_efron.se[name], 7)
        expect(z).toBeCloseTo(cox_efron.z[name], 5)
        expect(p).toBeCloseTo(cox_efron.p[name], 6)
        expect(hazardRatio).toBeCloseTo(cox_efron.hr[name], 6)
        const [low, high] = cox_efron.hr_ci95[covariates.split(',').indexOf(name)]
        expect([lower, upper]).toEqual([expect.closeTo(low, 6), expect.closeTo(high, 6)])
      }
      expect(json.cox.logLikelihood).toBeCloseTo(cox_efron.loglik, 6)
      expect(json.cox.logLikelihoodNull).toBeCloseTo(cox_efron.loglik_null, 6)
      expect(json.cox.likelihoodRatio).toBeCloseTo(cox_efron.lr[0], 6)
      expect(json.cox.wald).toBeCloseTo(cox_efron.wald[0], 2)
      expect(json.cox.score).toBeCloseTo(cox_efron.score[0], 6)
      expect(json.cox.concordance).toBeCloseTo(cox_efron.concordance[0], 8)
      expect(json.cox.concordanceStandardError).toBeCloseTo(cox_efron.concordance[1], 7)
      // cox.zph(fit), transform "km", of R's survival 3.5-3
      expect(named(json.cox.proportionalHazards, 'age')).toMatchObject({ chiSquared: expect.closeTo(5.97398165, 6) })
      expect(named(json.cox.proportionalHazards, 'GLOBAL')).toMatchObject({ p: expect.closeTo(0.01342750679, 8) })
      expect(text).toMatch(/WARNING: not for age, wexp, the model as a whole\. One ratio over the whole time misleads/)
    })
  },
)

/** Twenty-six made-up people: late starts, ties, three kinds of tenure, two areas. What R's survival 3.5-3 finds is beside each test. */
const few = `start,stop,back,age,tenure,area
0,6,1,43,none,north\n1,10,1,19,none,north\n1,8,0,27,own,south\n2,6,1,32,own,north\n0,9,1,44,hostel,north
1,3,1,23,none,north\n0,8,1,38,none,north\n2,8,0,50,own,north\n0,2,0,37,none,south\n2,7,0,38,own,north
2,6,0,22,none,north\n0,4,0,28,hostel,south\n0,4,1,37,own,south\n1,9,1,26,hostel,north\n3,4,0,32,own,north
2,10,1,37,hostel,south\n3,6,1,21,own,north\n3,7,1,22,none,north\n3,5,1,51,hostel,north\n3,12,0,29,hostel,north
3,12,0,37,own,south\n2,8,1,23,hostel,south\n2,10,1,19,own,south\n0,4,1,52,own,south\n3,6,0,29,hostel,south
0,1,0,27,hostel,south\n`

describe('small groups, ties, strata and late starts are as R defines them', () => {
  const spells = { data: aFile(few), start: 'start', time: 'stop', event: 'back' }
  const people = { data: spells.data, time: 'stop', event: 'back' }

  test('Cox with Efron’s ties on start-stop rows within strata; words become levels', async () => {
    const { json } = await ask('survival', { ...spells, covariates: 'age,tenure', strata: 'area' })

    const { coefficients, proportionalHazards, logLikelihood } = json.cox
    expect(coefficients.map(({ name }: { name: string }) => name)).toEqual(['age', 'tenurenone', 'tenureown'])
    for (const [name, estimate, standardError] of [
      ['age', 0.02811318, 0.0305186701],
      ['tenurenone', 0.75727393, 0.7505760176],
      ['tenureown', 0.12872435, 0.6921748968],
    ] as const) {
      expect(named<Named>(coefficients, name).estimate).toBeCloseTo(estimate, 7)
      expect(named<Named>(coefficients, name).standardError).toBeCloseTo(standardError, 8)
    }
    expect(logLikelihood).toBeCloseTo(-26.09441207, 7)
    expect(named<Named>(proportionalHazards, 'tenure').chiSquared).toBeCloseTo(1.7111252128, 7)
    expect(named<Named>(proportionalHazards, 'GLOBAL').p).toBeCloseTo(0.4264476798, 7)
  })

  test('Cox with Breslow’s ties', async () => {
    const { json } = await ask('survival', { ...people, covariates: 'age,tenure', ties: 'breslow' })

    const { coefficients, proportionalHazards, logLikelihood } = json.cox
    expect(named<Named>(coefficients, 'tenurenone').estimate).toBeCloseTo(0.84827273313, 7)
    expect(named<Named>(coefficients, 'tenurenone').standardError).toBeCloseTo(0.67880087657, 7)
    expect(logLikelihood).toBeCloseTo(-36.05299985, 7)
    expect(named<Named>(proportionalHazards, 'age').chiSquared).toBeCloseTo(0.6711693088, 7)
  })

  test('the log-rank test of three groups, and within areas', async () => {
    const whole = await ask('survival', { ...people, group: 'tenure' })
    const within = await ask('survival', { ...people, group: 'tenure', strata: 'area' })

    expect(whole.json.logRank).toMatchObject({ chiSquared: expect.closeTo(1.432709332, 8), degreesOfFreedom: 2 })
    expect(within.json.logRank.chiSquared).toBeCloseTo(0.8445983128, 8)
  })

  test('an event may be written 2, and 1 where it did not come', async () => {
    const coded = few.replace(/^(\d+,\d+),([01])/gm, (_, times, event) => `${times},${Number(event) + 1}`)

    const { json } = await ask('survival', { ...people, data: aFile(coded), group: 'tenure' })
    expect(json.logRank.chiSquared).toBeCloseTo(1.432709332, 8)
  })

  test('the last one left tells groups nothing, though the event comes to them', async () => {
    const data = aFile('t,e,g\n1,1,a\n2,1,b\n3,1,a\n4,1,b\n5,1,a\n6,1,b\n')

    const { json } = await ask('survival', { data, time: 't', event: 'e', group: 'g' })
    expect(json.logRank).toMatchObject({ chiSquared: expect.closeTo(0.4848762603, 8), degreesOfFreedom: 1 })
  })

  test('mean times up to the last time of all, with a word where a curve ends before', async () => {
    const { json, text } = await ask('survival', { ...people, group: 'tenure' })

    expect(json.restrictedMean).toEqual([
      {
        group: 'hostel',
        upTo: 12,
        estimate: expect.closeTo(8.942857143, 8),
        standardError: expect.closeTo(0.8003206355, 8),
      },
      {
        group: 'none',
        upTo: 12,
        estimate: expect.closeTo(7.055555556, 8),
        standardError: expect.closeTo(0.9485206155, 8),
      },
      {
        group: 'own',
        upTo: 12,
        estimate: expect.closeTo(8.457142857, 8),
        standardError: expect.closeTo(1.0613155377, 8),
      },
    ])
    const cut = await ask('survival', { ...people, 'up-to': '5' })
    expect(cut.json.restrictedMean[0].upTo).toBe(5)
    expect(text).not.toContain('as flat')
  })

  test('a curve of people who start late counts who is there, and ends in no number that is none', async () => {
    const { json } = await ask('survival', { ...spells, group: 'area', interval: 'log-log' })
    const south = json.kaplanMeier.filter(({ group, events }: Named) => group === 'south' && events > 0)

    expect(south.map(({ time, atRisk, events }: Named) => [time, atRisk, events])).toEqual([
      [4, 9, 2],
      [8, 5, 1],
      [10, 3, 2],
    ])
    expect(south[2]).toMatchObject({
      survival: expect.closeTo(0.207407, 6),
      lower: expect.closeTo(0.00982938, 8),
      upper: expect.closeTo(0.58547, 6),
    })
    const gone = await ask('survival', { data: aFile('t,e\n1,1\n2,1\n'), time: 't', event: 'e' })
    expect(gone.json.kaplanMeier[1]).toEqual({
      group: 'all',
      time: 2,
      atRisk: 1,
      events: 1,
      survival: 0,
      standardError: null,
      lower: null,
      upper: null,
    })
    expect(gone.text).not.toMatch(/NaN|Infinity/)
  })
})

interface Named {
  name: string
  group: string
  time: number
  atRisk: number
  events: number
  estimate: number
  standardError: number
  chiSquared: number
  p: number
}
