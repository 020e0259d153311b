import type { Locale } from '../platform/words.ts'
import { clockOf, tellBy } from './clock.ts'
import type { Breach } from './queries.ts'
import { words } from './words.ts'

const columns = ['agency', 'found', 'what', 'kinds', 'whose', 'count', 'risk', 'contained', 'tell-by', 'clock', 'regulator', 'reference', 'not-because', 'people', 'people-not', 'lessons'] as const // biome-ignore format: one line

/** The first line of the register as a file. */
export const csvHeader = (locale: Locale): string[] => columns.map((name) => words(locale)(`f.${name}`))

/** One entry; instants as ISO 8601. */
export function csvRow(locale: Locale, breach: Breach, now: Date): string[] {
  const say = words(locale)
  return [
    ...[breach.agency, breach.foundAt.toISOString(), breach.whatHappened],
    breach.kinds.map((kind) => say(`kind.${kind}`)).join(', '),
    ...[breach.whose, String(breach.peopleCount), say(`risk.${breach.risk}`), breach.contained],
    ...[tellBy(breach).toISOString(), say(`clock.${clockOf(breach, now)}`)],
    ...[breach.regulatorToldAt?.toISOString() ?? '', breach.regulatorReference, breach.regulatorNotBecause],
    ...[breach.peopleToldAt?.toISOString() ?? '', breach.peopleNotBecause, breach.lessons],
  ]
}
