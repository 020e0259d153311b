import type { SurvivalAnswer } from '../../../outcomes/index.ts'
import {
  fewestCounted,
  fewestPeople,
  holdBack,
  isSafe,
  type Part,
  peopleOf,
  toFive,
  together,
} from '../../hold-back.ts'
import { type Finding, type FindingTable, heldFinding, type PicturePoint } from '../finding.ts'
import type { Question } from '../methods.ts'

type Curve = Part & { points: SurvivalAnswer['kaplanMeier'] }
const z = 1.959963984540054
const fewestWatched = 10

/** Curves of groups with enough people and events, in steps of several events, as far as enough were still watched. */
export function showSurvival(answer: SurvivalAnswer, question: Question): Finding {
  const curves = curvesOf(answer)
  const { shown, held } = holdBack(curves)
  const drawn = shown
    .map((curve) => ({ ...curve, points: thinned(curve.points) }))
    .filter(({ points }) => points.length)
  if (drawn.length === 0) {
    return heldFinding(peopleOf(together(curves)) < fewestPeople ? 'FEW_PEOPLE' : 'FEW_COUNTED')
  }
  const upTo = Math.max(...drawn.map(({ points }) => points.at(-1)!.time))
  const isModelSafe = isSafe(together(curves)) && (answer.cox?.smallestCell ?? 0) >= fewestCounted
  const cox = isModelSafe ? answer.cox : undefined
  return {
    sentences: [
      { key: 'survival.counts', values: { n: toFive(peopleOf(together(shown))), groups: shown.length } },
      ...(held.length > 0 ? [{ key: 'groups-held', values: { count: held.length } }] : []),
      ...logRankSentence(answer, held.length > 0),
      ...(answer.cox && !cox ? [{ key: 'levels-held', values: {} }] : []),
      ...(cox ? [{ key: 'survival.ratios', values: {} }] : []),
      ...(cox?.proportionalHazards.some(({ p }) => p < 0.05) ? [{ key: 'survival.not-proportional', values: {} }] : []),
    ],
    tables: [curveTable(drawn), ...(cox ? [ratioTable(cox)] : [])],
    pictures: [
      {
        kind: 'survival',
        curves: drawn.map(({ name, points }) => ({ group: name, points })),
        upTo,
        time: question['time']!,
      },
      ...(cox ? [{ kind: 'forest' as const, rows: cox.coefficients.map(ratioOf) }] : []),
    ],
  }
}

function curvesOf({ kaplanMeier, n, events }: SurvivalAnswer): Curve[] {
  const byGroup = [...Map.groupBy(kaplanMeier, ({ group }) => group)]
  if (byGroup.length === 1) return [{ name: byGroup[0]![0], cells: [events, n - events], points: byGroup[0]![1] }]
  return byGroup.map(([name, points]) => {
    const people = points[0]!.atRisk
    const counted = points.reduce((sum, point) => sum + point.events, 0)
    return { name, cells: [counted, people - counted], points }
  })
}

/** A step is drawn once five events make it, while ten are still watched; shares are whole hundredths and people to the nearest five. */
function thinned(points: SurvivalAnswer['kaplanMeier']): PicturePoint[] {
  const kept: PicturePoint[] = []
  let events = 0
  for (const point of points) {
    if (point.atRisk - point.events < fewestWatched) break
    events += point.events
    if (events < fewestCounted) continue
    const [survival, lower, upper] = [point.survival, point.lower, point.upper].map(hundredth)
    kept.push({
      ...{ time: point.time, atRisk: toFive(point.atRisk), events: toFive(events), standardError: null },
      ...{ survival: survival!, lower: lower ?? null, upper: upper ?? null },
    })
    events = 0
  }
  return kept
}

const hundredth = (share: number | null): number | null => (share === null ? null : Math.round(share * 100) / 100)

function curveTable(curves: { name: string; points: PicturePoint[] }[]): FindingTable {
  const rows = curves.flatMap(({ name, points }) => {
    const step = Math.ceil(points.length / 8)
    return points
      .filter((_, index) => index % step === 0 || index === points.length - 1)
      .map(({ time, atRisk, survival, lower, upper }) => [name, time, atRisk, survival, lower, upper])
  })
  return {
    name: 'curve',
    columns: [
      { name: 'group', kind: 'text' },
      { name: 'time', kind: 'number' },
      { name: 'watched', kind: 'count' },
      { name: 'without', kind: 'share' },
      { name: 'lower', kind: 'share' },
      { name: 'upper', kind: 'share' },
    ],
    rows,
  }
}

function logRankSentence({ logRank }: SurvivalAnswer, isHeld: boolean): Finding['sentences'] {
  // The test is of all groups; with some held back it would speak of what is not shown.
  if (!logRank || isHeld) return []
  const values = { p: shownP(logRank.p) }
  return [{ key: logRank.p <= 0.05 ? 'survival.differ' : 'survival.inconclusive', values }]
}

type Cox = NonNullable<SurvivalAnswer['cox']>

const ratioOf = ({ name, estimate, standardError }: Cox['coefficients'][number]) => ({
  name,
  estimate: Math.exp(estimate),
  lower: Math.exp(estimate - z * standardError),
  upper: Math.exp(estimate + z * standardError),
})

function ratioTable({ coefficients }: Cox): FindingTable {
  return {
    name: 'ratios',
    columns: [
      { name: 'covariate', kind: 'text' },
      { name: 'ratio', kind: 'number' },
      { name: 'lower', kind: 'number' },
      { name: 'upper', kind: 'number' },
      { name: 'p', kind: 'p' },
    ],
    rows: coefficients.map((one) => {
      const { estimate, lower, upper } = ratioOf(one)
      return [one.name, estimate, lower, upper, one.p]
    }),
  }
}

/** Three decimals; 0 is less than a thousandth, and is written so. */
export const shownP = (p: number): number => Math.floor(p * 1000) / 1000
