import { StatusTag } from '../../platform/web/components/index.ts'
import type { Locale } from '../../platform/words.ts'
import type { Reorganisation, ReorganisationState } from '../queries.ts'
import { words } from '../words.ts'

const tones = { PLANNED: 'warn', APPROVED: 'accent', DONE: 'good', WITHDRAWN: undefined } as const

export function StateTag({ locale, state }: { locale: Locale; state: ReorganisationState }) {
  return <StatusTag tone={tones[state]}>{words(locale)(`state.${state}`)}</StatusTag>
}

/** The teams by name, or that it is all. */
export const extentOf = (locale: Locale, { teamIds, teams }: Pick<Reorganisation, 'teamIds' | 'teams'>): string =>
  teamIds ? teams.join(', ') : words(locale)('all')
