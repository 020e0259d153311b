import type { Locale } from '../../platform/words.ts'
import { words } from '../words.ts'

const known = [
  'case.not-found',
  'case.naming-not-theirs',
  'case.worker-not-found',
  'case.role-not-theirs',
  'case.role-taken',
  'case.already-named',
  'step.plan-closed',
  'round.no-key-worker',
  'round.died',
  'round.ended',
] as const

/** Why somebody is left out of a round. */
export function refusalSaid(locale: Locale, code: string): string {
  const found = known.find((each) => each === code)
  return words(locale)(found ? `refused.${found}` : 'refused.other')
}
