import { aucOf } from './auc.ts'
import { binsOf, type CalibrationBin, calibrate } from './calibration.ts'
import { type Confusion, divide, type Scored } from './confusion.ts'
import { crossTable, type Kappa, kappaOf } from './kappa.ts'

/** How a score did for some people. */
export interface ScoreRecord extends Confusion {
  /** 0.5 is no better than a coin; null where it happened to all or nobody. */
  auc: number | null
  calibration: CalibrationBin[]
}

export interface Judged {
  threshold: number
  all: ScoreRecord
  groups: (ScoreRecord & { group: string })[]
}

/**
 * Lays a score beside what happened, for everybody and for each group. Equal AUCs can hide unequal errors: read all rates.
 *
 * @param threshold - a score at or above it is high.
 */
export function judgeScore(people: (Scored & { group: string })[], threshold: number): Judged {
  const bins = binsOf(people.map(({ score }) => score))
  const recordOf = (some: Scored[]) => ({
    ...divide(some, threshold),
    auc: aucOf(some),
    calibration: calibrate(some, bins),
  })
  const byGroup = Map.groupBy(people, ({ group }) => group)
  const names = [...byGroup.keys()].sort((a, b) => (a < b ? -1 : 1))
  return {
    threshold,
    all: recordOf(people),
    groups: names.map((group) => ({ group, ...recordOf(byGroup.get(group)!) })),
  }
}

export interface Agreement {
  n: number
  /** To whom both gave the same value. */
  same: number
  /** How many were high to both, to the first alone, to the second alone, to neither. */
  high: { both: number; first: number; second: number; neither: number }
  /** Every value that either scorer gave. */
  values: number[]
  unweighted: Kappa
  /** Half as far off is half as bad, as if the values were equally spaced. */
  linear: Kappa
  /** On high or not alone. */
  atThreshold: Kappa
}

/** How far two scorers of the same people agree beyond chance. */
export function compareScorers(pairs: [number, number][], threshold: number): Agreement {
  const { values, table } = crossTable(pairs)
  const divided = crossTable(pairs.map(([first, second]) => [Number(first >= threshold), Number(second >= threshold)]))
  return {
    n: pairs.length,
    same: pairs.filter(([first, second]) => first === second).length,
    high: {
      both: pairs.filter(([first, second]) => first >= threshold && second >= threshold).length,
      first: pairs.filter(([first, second]) => first >= threshold && second < threshold).length,
      second: pairs.filter(([first, second]) => first < threshold && second >= threshold).length,
      neither: pairs.filter(([first, second]) => first < threshold && second < threshold).length,
    },
    values,
    unweighted: kappaOf(table, 'unweighted'),
    linear: kappaOf(table, 'linear'),
    atThreshold: kappaOf(divided.table, 'unweighted'),
  }
}
