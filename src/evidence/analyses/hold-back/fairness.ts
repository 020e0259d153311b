import type { Agreement, Judged } from '../../../fairness/index.ts'
import { holdBack, isSafe, type Part, peopleOf, toFive } from '../../hold-back.ts'
import { type Finding, heldFinding } from '../finding.ts'
import { showAgreement } from './agreement.ts'

type Told = Part & Judged['all']

/** How a score did, for all and for each group that has enough people in each of the four cells; and how far two scorers agree. */
export function showFairness({ all, groups, threshold, kappa }: Judged & { kappa?: Agreement }): Finding {
  const told = (name: string, record: Judged['all']): Told => ({
    ...record,
    name,
    cells: [record.tp, record.fp, record.tn, record.fn],
  })
  const whole = told('', all)
  if (!isSafe(whole)) return heldFinding(peopleOf(whole) < 30 ? 'FEW_PEOPLE' : 'FEW_COUNTED')
  const { shown, held } = holdBack(groups.map(({ group, ...record }) => told(group, record)))
  const lines = [whole, ...shown]
  const agreement = kappa && showAgreement(kappa)
  return {
    sentences: [
      { key: 'fairness.counts', values: { n: toFive(peopleOf(whole)), threshold } },
      ...(held.length > 0 ? [{ key: 'groups-held', values: { count: held.length } }] : []),
      ...(shown.length > 1 ? [widest(shown)] : []),
      ...(agreement?.sentences ?? []),
      { key: 'fairness.indicator', values: {} },
    ],
    tables: [
      {
        name: 'fairness',
        columns: [
          { name: 'group', kind: 'text' },
          { name: 'people', kind: 'count' },
          ...(['tpr', 'fpr', 'fnr', 'ppv', 'selected'] as const).map((name) => ({ name, kind: 'share' as const })),
          { name: 'auc', kind: 'number' },
        ],
        rows: lines.map(({ name, tpr, fpr, fnr, ppv, selectionRate, auc, cells }) => [
          name,
          toFive(peopleOf({ cells })),
          ...[tpr, fpr, fnr, ppv, selectionRate].map((rate) => (rate === null ? null : Math.round(rate * 100) / 100)),
          auc === null ? null : Math.round(auc * 100) / 100,
        ]),
      },
      ...(agreement?.tables ?? []),
    ],
    pictures: [],
  }
}

/** Between which groups people whom nothing happened to were called high most and least often. */
function widest(groups: Told[]): Finding['sentences'][number] {
  const byError = groups.toSorted((one, two) => (one.fpr ?? 0) - (two.fpr ?? 0))
  const [least, most] = [byError[0]!, byError.at(-1)!]
  return {
    key: 'fairness.widest',
    values: {
      ...{ most: most.name, least: least.name },
      ...{ high: Math.round((most.fpr ?? 0) * 100), low: Math.round((least.fpr ?? 0) * 100) },
    },
  }
}
