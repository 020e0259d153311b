import { stringify } from 'csv-stringify/sync'
import type { Locale } from '../platform/words.ts'
import { measures, remainingOf } from './measures.ts'
import type { Target } from './queries.ts'
import { words } from './words.ts'

/** Targets and what was delivered as a table, and below it what each number means. */
export function deliveryFile(locale: Locale, targets: readonly Target[], asOf: string): string {
  const say = words(locale)
  const head = [say('funder'), say('col.measure'), say('from'), say('until'), say('col.target'), say('col.delivered'), say('col.remaining')] // biome-ignore format: one line
  const rows = targets.map((of) => [
    ...[of.funder, say(`measure.${of.measure}`), of.fromOn, of.untilOn],
    ...[of.target, of.delivered, remainingOf(of)],
  ])
  const used = measures.filter((measure) => targets.some((of) => of.measure === measure))
  const meanings = used.map((measure) => [say(`measure.${measure}`), say(`means.${measure}`)])
  const all = [head, ...rows, [], [say('means.title'), asOf], ...meanings]
  return stringify(all, { escape_formulas: true, bom: true })
}
